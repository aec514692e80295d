/** A half-open range of UTF-16 code units in a document's canonical text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The ISO 639-1 code of a language, such as `de`; `und` where it is not known which one. */
export type LanguageCode = string;

/** `stated`: the document itself says it; `described`: written in sources.json; `derived`: from the file's name or first words. */
export type TitleSource = "stated" | "described" | "derived";

/** A day, a month or a year of publication as the range of days (ISO, both inclusive) that it covers. */
export interface PublicationDate {
  /** As it is written in sources.json: `2023-09-12T11:57`, `2023-09-12`, `2023-09` or `2023`. */
  readonly stated: string;
  readonly from: string;
  readonly until: string;
  readonly precision: "minute" | "day" | "month" | "year";
}

/** Another document, as a text or its description names it. */
export interface NamedDocument {
  /** As it is written: a file, a key, a title, or a kind of text with its day. */
  readonly name: string;
  /** Its kind or title without the day: `Satzung` of "Satzung vom 3. Mai 2019". */
  readonly kind: string;
  /** The day, month or year that tells it from others of its kind. */
  readonly date?: PublicationDate;
}

/** A section of which the text says that it is no longer in force. */
export interface RepealedSection {
  /** From its heading to its last word. */
  readonly range: TextRange;
  /** The first day, month or year without it. */
  readonly since?: PublicationDate;
  /** What takes its place, as the text names it: `§ 7`. */
  readonly replacedBy?: string;
}

/** From when until when a document is in force, and which others it takes the place of. */
export interface Validity {
  /** The first day, month or year. */
  readonly from?: PublicationDate;
  /** The last one. */
  readonly until?: PublicationDate;
  /** Never empty. */
  readonly supersedes?: readonly NamedDocument[];
  /** Never empty. */
  readonly supersededBy?: readonly NamedDocument[];
  /** Present where it is said to be no longer in force, whether or not since when. */
  readonly isRepealed?: true;
  /** Never empty. */
  readonly repealed?: readonly RepealedSection[];
}

export interface DocumentMetadata {
  /** Short, stable, lower-case: the first half of every citation id. */
  readonly key: string;
  readonly title: string;
  readonly titleSource: TitleSource;
  readonly kicker?: string;
  readonly publisher?: string;
  /** In the document's order, as they are stated; never empty. */
  readonly authors?: readonly string[];
  readonly url?: string;
  readonly published?: PublicationDate;
  /** Absent: nothing is said of it. */
  readonly validity?: Validity;
  readonly language: LanguageCode;
  /** Servers that may see the document; absent: everyone. */
  readonly guilds?: readonly string[];
  /** Roles that may see it there, and channels in which it is seen; absent: all. Only with `guilds`. */
  readonly roles?: readonly string[];
  readonly channels?: readonly string[];
  /** Present where it is a document of its server's own collection. */
  readonly ofServer?: true;
  /** Questions that the document's owner offers for autocompletion. */
  readonly questions?: readonly string[];
}

/** What a passage is; `code` is a block of it in Markdown. */
export type PassageKind = "text" | "caption" | "table" | "code";

/** `metadata`: date lines and kickers; `boilerplate`: named by a rule. Both are numbered, neither is a passage. */
export type ParagraphKind = PassageKind | "title" | "heading" | "metadata" | "boilerplate";

/** Where in the canonical text another page begins, within a paragraph. */
export interface PageBreak {
  readonly at: number;
  readonly page: number;
}

export interface Paragraph {
  /** Counts every paragraph of the document from 1, hidden ones included. */
  readonly number: number;
  readonly range: TextRange;
  readonly kind: ParagraphKind;
  /** The rule that hides it; present exactly when `kind` is `boilerplate`. */
  readonly rule?: string;
  /** Headings above it, outermost first. */
  readonly headingPath: readonly string[];
  /** Where those headings stand, outermost first. */
  readonly headings: readonly TextRange[];
  /** How deep in lists or numbered provisions it stands; absent: in none. */
  readonly depth?: number;
  /** In a statute, where it stands as lawyers cite it, from the outside in: `§ 5`, `Abs. 2`, `Nr. 1`. */
  readonly provision?: readonly string[];
  /** The same of the last one where it holds several: `§ 5`, `Abs. 2`, `Nr. 4`. */
  readonly lastProvision?: readonly string[];
  /** Of a table, the rows that name its columns. */
  readonly tableHead?: TextRange;
  /** Whether what follows it answers it: a question, a term, the title of an accordion. */
  readonly isLabel?: boolean;
  /** The one on which it begins, from 1, for formats that have pages. */
  readonly page?: number;
  /** Where it goes on, ascending. */
  readonly pageBreaks?: readonly PageBreak[];
  /** Present where its words were recognised in a picture, and may be wrong. */
  readonly isRecognised?: true;
  /** Where a page can be opened at it, without white space: its own `id` or that of the heading above; in Markdown the latter's slug. */
  readonly anchor?: string;
}

/** What is shown of a paragraph, beside its words, to whoever reads a document page by page. */
export type ReadParagraph = Pick<
  Paragraph,
  "number" | "range" | "kind" | "rule" | "headingPath" | "page" | "isRecognised" | "anchor"
>;

/** Who extracted the canonical text: a later version may extract it differently. */
export interface ParserIdentity {
  readonly name: string;
  readonly version: number;
}

export type TextEncoding = "utf-8" | "utf-16le" | "windows-1252";

/** What of a file could not be read, or had to be guessed. Text marks the place where it can. */
export type ReadingGap =
  /** Nothing in the file states its encoding, and it is no UTF-8. */
  | { readonly kind: "encoding-guessed"; readonly encoding: string }
  /** So many bytes are no text. */
  | { readonly kind: "bytes-unreadable"; readonly count: number }
  /** Letters of which the file does not say which they are, or which stand askew; 0: how many, nobody knows. */
  | { readonly kind: "letters-unreadable"; readonly count: number; readonly pages: readonly number[] }
  /** Pages of pictures, whose text was not recognised. */
  | { readonly kind: "pages-without-text"; readonly pages: readonly number[] }
  /** Text of these pages was recognised in pictures. */
  | { readonly kind: "recognised"; readonly pages: readonly number[] }
  /** Objects, such as charts and embedded files, that are marked as left out. */
  | { readonly kind: "objects-unreadable"; readonly count: number }
  /** Files that a message brings, by their names. */
  | { readonly kind: "attachments-unread"; readonly names: readonly string[] };

export interface SourceDocument {
  /** Path below the documents' folder, with forward slashes. */
  readonly file: string;
  readonly metadata: DocumentMetadata;
  readonly parser: ParserIdentity;
  /** Whether canonical text and file are the same text, so that byte ranges and lines exist. */
  readonly isPlainText: boolean;
  /** How the file's bytes are read where it is plain text; `utf-8` otherwise. */
  readonly encoding: TextEncoding;
  /** How many bytes of the file its byte-order mark takes; absent: none. */
  readonly byteOrderMarkBytes?: number;
  readonly canonicalText: string;
  /** Lower-case hexadecimal SHA-256 of the file's bytes. */
  readonly fileSha256: string;
  /** Lower-case hexadecimal SHA-256 of the canonical text as UTF-8. */
  readonly textSha256: string;
  readonly paragraphs: readonly Paragraph[];
  /** Absent where the whole file was read as it stands. */
  readonly gaps?: readonly ReadingGap[];
}

/** Where something stands in a document. */
export interface TextPlace {
  readonly range: TextRange;
  /** Half-open range of bytes: in the file where it is plain text, else in the canonical text as UTF-8. */
  readonly bytes: { readonly start: number; readonly end: number };
}

/** What a passage needs around it to be understood: other lines of the same text. Some may lie in its own range. */
export interface PassageContext {
  /** The document's title, where its text has it. */
  readonly title?: TextPlace;
  /** The headings above it, outermost first. */
  readonly headings: readonly TextPlace[];
  /** The lines that open the lists that it stands in, or its table or code: "… as follows:"; outermost first. */
  readonly leadIns: readonly TextPlace[];
  /** The rows that name its table's columns. */
  readonly tableHead?: TextPlace;
  /** The question that it answers, or the term that it explains. */
  readonly question?: TextPlace;
}

/** A part of a document that can be found and cited: a paragraph, several short ones, or a part of a long one. */
export interface Passage extends TextPlace {
  readonly documentKey: string;
  /** The first one, where there are several. */
  readonly paragraph: number;
  /** Present where there are several. */
  readonly lastParagraph?: number;
  /** `a`, `b`, … where a long paragraph was split. */
  readonly part?: string;
  readonly kind: PassageKind;
  /** Adjoining ranges, in the canonical text as well, that cover the passage. */
  readonly sentences: readonly TextRange[];
  readonly headingPath: readonly string[];
  readonly context: PassageContext;
  /** The one on which it begins. */
  readonly page?: number;
  /** The one on which it ends, where that is another one. */
  readonly lastPage?: number;
  /** Present where its words were recognised in a picture, and may be wrong. */
  readonly isRecognised?: true;
  /** That of its paragraph. */
  readonly anchor?: string;
}

/** A paragraph that is no passage because a rule says so. */
export interface HiddenParagraph {
  readonly documentKey: string;
  readonly paragraph: number;
  readonly rule: string;
  readonly text: string;
}
