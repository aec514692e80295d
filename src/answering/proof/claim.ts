import type { TextRange } from "../../documents/document.ts";
import type { CitationReference } from "../citing/citation.ts";
import type { ShownSource } from "./shown-source.ts";

/** Words that a text gives as a quote. */
export interface QuoteClaim {
  /** How the quote may be meant, for whoever reads it cannot tell marks from words: one reading has to be true. */
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
  /** Absent where what was written is no citation. */
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
  /** What else is said of the passage and its document. */
  readonly stated?: StatedFacts;
  /** What a message shows beside it. */
  readonly shown?: ShownSource;
  /** Names of what was said beside, and is not checked. */
  readonly unchecked?: readonly string[];
  /** Whether nothing but the place was asked about, so that no words need be quoted. */
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
