import type { Passage, SourceDocument, TextRange } from "../../documents/document.ts";
import type { LineRange } from "../citing/lines.ts";

/**
 * What was checked: `document`: the file can be read, and is the one that is named; `place`: the words stand in the
 * paragraph that the citation names; `range`: they are the named characters of the canonical text; `bytes` and `lines`:
 * they are those of the file; `file-hash` and `text-hash`: file and canonical text are those of the index;
 * `fingerprint`: the words are those of the citation's fingerprint; `quote`: so are the words quoted; `highlight`: the marked
 * sentence lies inside; `title`, `date`, `paragraph`, `section`, `page`, `anchor`, `link`: what is said of the document and
 * the place is what the document and `sources.json` say.
 */
export type CheckName =
  | "document"
  | "place"
  | "range"
  | "bytes"
  | "lines"
  | "file-hash"
  | "text-hash"
  | "fingerprint"
  | "quote"
  | "highlight"
  | "title"
  | "date"
  | "paragraph"
  | "section"
  | "page"
  | "anchor"
  | "link";

export interface Check {
  readonly name: CheckName;
  readonly holds: boolean;
  /** What was found instead, if the check failed. */
  readonly found?: string;
}

/**
 * `proven`: everything holds; `failed`: something does not; `moved`: the words stand elsewhere now; `changed`: other
 * words stand there; `gone`: the words are nowhere; `unknown`: there is no such passage; `invalid`: it is no citation;
 * `unquoted`: there is such a passage, and nothing is quoted of it, so that nothing is proven.
 */
export type ProofState = "proven" | "failed" | "moved" | "changed" | "gone" | "unknown" | "invalid" | "unquoted";

/** What is proven of a citation. */
export interface Proof {
  /** The citation as written. */
  readonly claim: string;
  readonly state: ProofState;
  readonly checks: readonly Check[];
  /** Stated fields that were not checked. */
  readonly unchecked?: readonly string[];
  /** Absent if there is nothing that the citation could refer to. */
  readonly location?: QuoteLocation;
  /** The citation of the words that stand there now, where the state is `changed`; citations nearby where it is `unknown`. */
  readonly instead?: readonly string[];
}

/** Where the cited words are in the file as it is now. */
export interface QuoteLocation {
  /** With its fingerprint. */
  readonly citation: string;
  readonly file: string;
  readonly parser: SourceDocument["parser"];
  readonly range: TextRange;
  /** For plain text. */
  readonly bytes?: Passage["bytes"];
  readonly lines?: LineRange;
  readonly page?: number;
  readonly lastPage?: number;
  readonly headingPath: readonly string[];
  readonly anchor?: string;
  readonly fileSha256: string;
  /** Of the canonical text. */
  readonly textSha256: string;
  /** Of the cited words as they stand in the canonical text, as UTF-8. */
  readonly quoteSha256: string;
  readonly text: string;
}
