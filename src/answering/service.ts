import type {
  DocumentMetadata,
  LanguageCode,
  Passage,
  ReadingGap,
  ReadParagraph,
  SourceDocument,
  TextRange,
} from "../documents/document.ts";
import type { Standing } from "../search/editions/editions.ts";
import type { DocumentFilter, IndexStatistics, TextsAround } from "../search/passage-index.ts";
import type { FieldShare } from "../search/ranking/evidence/details.ts";
import type { SignalShare } from "../search/ranking/rank.ts";
import type { Answer } from "./answer.ts";
import type { CitationReference } from "./citing/citation.ts";
import type { ParagraphSpan } from "./paragraph-span.ts";
import type { Claim } from "./proof/claims/claim.ts";
import type { Proof } from "./proof/proof.ts";
import type { ReferenceData } from "./styles/reference-data.ts";

export interface AskOptions {
  /** Of the question; detected where absent. */
  readonly language?: LanguageCode;
  /** The number of passages, at most; 3 where absent. */
  readonly limit?: number;
  readonly filter?: DocumentFilter;
  /** The question before, where this one goes on from it: words left out are taken from there. */
  readonly previousQuestion?: string;
  /** The day, in ISO form, on which documents must be in force; absent means today. */
  readonly today?: string;
  /**
   * Called if the judging model did not answer in time, with a promise of the revised answer; it resolves to undefined
   * if there is no revision.
   */
  readonly onRevision?: (revised: Promise<Answer | undefined>) => void;
}

/** A keyword hit, with what each signal gave. */
export interface SearchHit {
  readonly citation: string;
  readonly fingerprint: string;
  /** The document's file, below the documents' folder. */
  readonly file: string;
  readonly metadata: DocumentMetadata;
  readonly passage: Passage;
  readonly text: string;
  /** A part of the passage around what was found, in the canonical text. */
  readonly snippet: TextRange;
  /** What was found, in the canonical text, inside `passage.range`, in order. */
  readonly highlights: readonly TextRange[];
  readonly score: number;
  readonly signals: readonly SignalShare[];
  /** What title, headings, … add to the terms, as shares of them. */
  readonly fields: readonly FieldShare[];
  /** Present where it is not in force. */
  readonly standing?: Standing;
}

export interface SearchPage {
  readonly terms: string;
  readonly language: LanguageCode;
  /** The best hits from `offset` on, in order. */
  readonly hits: readonly SearchHit[];
  /** How many passages hold at least one of the terms. */
  readonly total: number;
  readonly offset: number;
  /** "Did you mean": spellings of the collection for words that it does not have. */
  readonly suggestions: readonly string[];
}

/** `same`: the text is what the fingerprint says, or no fingerprint was given; `moved`: the text stands elsewhere now. */
export type CitationState = "same" | "moved";

export interface LookedUpPassage {
  readonly citation: string;
  readonly fingerprint: string;
  /** The document's file, below the documents' folder. */
  readonly file: string;
  readonly passage: Passage;
  readonly text: string;
  readonly around: TextsAround;
}

/** A cited passage in its surroundings, with its proof. */
export interface LookedUp extends LookedUpPassage {
  readonly state: CitationState;
  readonly metadata: DocumentMetadata;
  readonly document: Pick<SourceDocument, "file" | "fileSha256" | "textSha256" | "parser" | "isPlainText">;
  /** Passages before and after it, nearest last and first. */
  readonly before: readonly LookedUpPassage[];
  readonly after: readonly LookedUpPassage[];
  /** For plain text: the lines of the file that it stands on, from 1. */
  readonly lines?: { readonly first: number; readonly last: number };
  /** Opens the document's page at the quote, where the document has an address. */
  readonly link?: string;
  /** Opens it in the browser, if the program serves pages. */
  readonly readerLink?: string;
  /** Present where it is not in force. */
  readonly standing?: Standing;
}

/** A document as a list of sources shows it. */
export interface SourceSummary {
  readonly file: string;
  readonly metadata: DocumentMetadata;
  readonly passages: number;
  readonly paragraphs: number;
  readonly hidden: number;
  /** What of the file could not be read, or had to be guessed; absent: nothing. */
  readonly gaps?: readonly ReadingGap[];
  /** Present where it is not in force. */
  readonly standing?: Standing;
  /** Opens it in the browser, if the program serves pages. */
  readonly readerLink?: string;
}

/** A document's paragraphs for reading page by page, hidden ones left out where nothing else is asked for. */
export interface ReadingPage {
  readonly metadata: DocumentMetadata;
  readonly file: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly paragraphs: readonly {
    readonly paragraph: ReadParagraph;
    readonly text: string;
    readonly citation?: string;
  }[];
  /** The paragraphs asked for, if the first of them is on this page. */
  readonly marked?: ParagraphSpan;
  /** Present where it is not in force. */
  readonly standing?: Standing;
  /** Opens the document in the browser, where the program serves pages. */
  readonly readerLink?: string;
}

/** A text that can be offered while somebody types. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/**
 * Everything that can be asked of a collection, on any platform. A `filter` decides what the person may see; for them,
 * nothing else exists.
 */
export interface Fundstelle {
  /** @throws AppError `question-empty`, `question-too-long` */
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /** Plain keyword search. @throws AppError `question-empty`, `question-too-long` */
  search(
    terms: string,
    options?: { limit?: number; offset?: number; filter?: DocumentFilter; language?: LanguageCode },
  ): Promise<SearchPage>;
  /**
   * @param neighbours how many passages before and after; 1 where absent
   * @throws AppError `citation-unknown`, whose remedy names near misses; `document-changed` where the fingerprint's text is gone
   */
  lookUp(reference: CitationReference, options?: { neighbours?: number; filter?: DocumentFilter }): Promise<LookedUp>;
  /** Documents in the order of their files. */
  sources(filter?: DocumentFilter): readonly SourceSummary[];
  /**
   * @param key of the document, or its file
   * @param options `page` from 1; `around`: the page that holds the first of these paragraphs; `charsPerPage` about so many characters;
   *   `showsHidden`: with the paragraphs that rules hide
   * @throws AppError `citation-unknown` where there is no such document or page
   */
  read(
    key: string,
    options?: {
      page?: number;
      around?: ParagraphSpan;
      charsPerPage?: number;
      showsHidden?: boolean;
      filter?: DocumentFilter;
    },
  ): Promise<ReadingPage>;
  /**
   * Checks claims against the documents' files, read again; see `readClaims` for where claims come from.
   * @returns a proof for each claim, in their order
   */
  verify(claims: readonly Claim[], options?: { filter?: DocumentFilter }): Promise<readonly Proof[]>;
  /**
   * What a reference to a cited passage is written from; see `renderReference`.
   * @throws AppError `citation-unknown`, `document-changed`
   */
  reference(reference: CitationReference, options?: { filter?: DocumentFilter }): Promise<ReferenceData>;
  /** Questions for autocompletion: the owner's own, then headings that ask, then titles; never what others asked. */
  suggestQuestions(typed: string, options?: { limit?: number; filter?: DocumentFilter }): readonly string[];
  /** Citation ids whose beginning, title or section fits what is typed. */
  suggestCitations(typed: string, options?: { limit?: number; filter?: DocumentFilter }): readonly Suggestion[];
  /** Documents whose key or title fits what is typed. */
  suggestSources(typed: string, options?: { limit?: number; filter?: DocumentFilter }): readonly Suggestion[];
  /**
   * Groups questions by what they ask about, whatever their words and languages.
   * @returns positions in `questions`, the largest group first
   */
  groupAlike(questions: readonly string[], filter?: DocumentFilter): Promise<readonly (readonly number[])[]>;
  /**
   * Which of some questions this one puts in other words.
   * @returns its position; undefined if it is none of them
   */
  paraphraseOf(question: string, others: readonly string[], filter?: DocumentFilter): Promise<number | undefined>;
  /** The language of a text, if its words give it away. */
  detectLanguage(text: string): LanguageCode | undefined;
  statistics(): IndexStatistics;
}
