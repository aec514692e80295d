import type { TextRange } from "../../../documents/document.ts";
import type { CitationReference } from "../../citing/citation.ts";
import type { ShownSource } from "../shown-source.ts";

/** Words that a text gives as a quote. */
export interface QuoteClaim {
  /** The possible readings of the quote, since markup cannot always be told from words. One of them must be true. */
  readonly readings: readonly string[];
  /**
   * `exact`: every character counts; `shown`: marks, escapes and white space of a message do not, and a quote that is
   * cut must be a part; `part`: the same, and it need not be marked as cut.
   */
  readonly compared: "exact" | "shown" | "part";
}

/** A citation somebody gives, with whatever is said about it. */
export interface Claim {
  /** The citation as it was written. */
  readonly label: string;
  /** Absent if the text is not a citation. */
  readonly reference?: CitationReference;
  readonly quotes: readonly QuoteClaim[];
  /** Of the document, below the documents' folder. */
  readonly file?: string;
  /** In the canonical text. */
  readonly range?: TextRange;
  /** The sentence that answers, in the canonical text. */
  readonly highlight?: TextRange;
  /** Lower-case hexadecimal, of the file. */
  readonly fileSha256?: string;
  /** Other facts that the claim states about the passage and its document. */
  readonly stated?: StatedFacts;
  /** The line of the source that a message shows with the quote. */
  readonly shown?: ShownSource;
  /** Names of other stated fields, which are not checked. */
  readonly unchecked?: readonly string[];
  /** Whether the claim is only about a place, so that it need not quote any words. */
  readonly isLookUp?: boolean;
}

/** Facts that a claim states about a passage, each as it is written there. */
export interface StatedFacts {
  readonly title?: string;
  /** In the form of `sources.json`, or as far as it could be read from words. */
  readonly date?: string;
  readonly paragraph?: number;
  readonly section?: string;
  readonly page?: number;
  readonly anchor?: string;
  readonly link?: string;
}
