import type {
  LanguageCode,
  PageBreak,
  ParagraphKind,
  ParserIdentity,
  ReadingGap,
  TextEncoding,
  TextRange,
} from "../document.ts";

/**
 * A paragraph as its format shows it. Without a `kind` the format says nothing, and title, heading, caption
 * or text is told from the words; `text` may still turn out to be a caption, and anything to be boilerplate.
 */
export interface ParsedParagraph {
  /** In the canonical text, without white space at either end; paragraphs ascend and never overlap. */
  readonly range: TextRange;
  readonly kind?: ParagraphKind;
  /** Present exactly when `kind` is `boilerplate`. */
  readonly rule?: string;
  /** Of a heading, 1 being the outermost; 1 where absent. */
  readonly level?: number;
  /** A heading's words without markup, where they are not the text of its range. */
  readonly heading?: string;
  /** How deep in lists it stands: 1 for an item, or for all of a list that is one paragraph; absent: in none. */
  readonly depth?: number;
  /** Of a table, the rows that name its columns. */
  readonly tableHead?: TextRange;
  /** Whether what stands deeper below it answers or explains it: a term, the title of an accordion. */
  readonly isLabel?: boolean;
  /** From 1, for formats that have pages. */
  readonly page?: number;
  /** Where it goes on; see `Paragraph`. */
  readonly pageBreaks?: readonly PageBreak[];
  readonly isRecognised?: true;
  /** Where a page can be opened at it, without white space; see `Paragraph`. */
  readonly anchor?: string;
}

/** What the file itself says about the document; all of it unchecked words. */
export interface FoundMetadata {
  readonly title?: string;
  /** What the text's outline calls the document, where nothing states a title; empty: its file's name says more. */
  readonly headline?: string;
  readonly publisher?: string;
  /** Never empty; see `parseAuthors`. */
  readonly authors?: readonly string[];
  readonly url?: string;
  /** In a form that `parsePublicationDate` takes. */
  readonly published?: string;
  /** In the same form. */
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** Other documents as they are named; never empty. */
  readonly supersedes?: readonly string[];
  readonly supersededBy?: readonly string[];
  /** Whether it says of itself that it is no longer in force. */
  readonly isRepealed?: true;
  readonly language?: LanguageCode;
  /** The language that the program which wrote the file is set to; counts only if the words do not tell. */
  readonly assumedLanguage?: LanguageCode;
}

export interface ParsedDocument {
  readonly canonicalText: string;
  readonly encoding: TextEncoding;
  /** 0 where there is none. */
  readonly byteOrderMarkBytes: 0 | 2 | 3;
  /** Whether canonical text and file are the same text, so that byte ranges and lines exist. */
  readonly isPlainText: boolean;
  readonly paragraphs: readonly ParsedParagraph[];
  readonly metadata: FoundMetadata;
  readonly gaps?: readonly ReadingGap[];
}

/** Reads one document. Throws AppError `not-text` or `document-unparsable`, or whatever its library throws. */
export type FormatReader = (
  bytes: Uint8Array,
  file: string,
  options?: ReadingOptions,
) => ParsedDocument | Promise<ParsedDocument>;

export interface ReadingOptions {
  /** Whether text is recognised in pictures where there is none beside them. */
  readonly recognise: boolean;
}

/** Where the words of a heading stand. */
export interface Headline {
  /** How many characters stand before them, behind the heading's mark: a state, a priority, the mark of a comment. */
  readonly leadChars: number;
  /** How many characters of tags, with the white space before them, stand behind them. */
  readonly tagChars: number;
  /** Whether the heading and what stands below it are a comment, which nobody reads. */
  readonly isComment: boolean;
}

/** What everybody may ask of a format without reading a file of it. */
export interface DocumentFormat {
  /** Lower-case, with the dot; people are told of the first one. */
  readonly extensions: readonly string[];
  /** What the canonical text still holds that no reader of the document sees; absent: it stands as it is read. */
  readonly markup?: "markdown" | "restructuredtext" | "asciidoc" | "org";
  /** Where the words of a heading stand that states more than them, behind its mark; absent: it states no more. */
  readonly readHeadline?: (text: string) => Headline;
  /** What the page of a passage counts, where it is none: a slide, or a row of a sheet. */
  readonly pageUnit?: "slide" | "row";
  /**
   * What opens at a document's address. A web page can be opened at a quote, one block of it at a time; a text, or a
   * PDF file in a browser's viewer, at a quote as it stands; what a program of its own opens, only at the beginning.
   */
  readonly opensAs: "web-page" | "text" | "own-program";
}

/** One document format. The version grows with every change of the canonical text or of the paragraphs. */
export interface DocumentParser extends ParserIdentity, DocumentFormat {
  readonly limits: {
    /** For reading one document. */
    readonly timeoutMs: number;
    /** Of the file. */
    readonly maxBytes: number;
  };
  /** Loads what reads the format, its libraries too: threads that read documents do that, and no one else. */
  readonly load: () => Promise<FormatReader>;
}
