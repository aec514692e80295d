/** What came of a page or file that was to be fetched. */
export type FetchOutcome =
  | "new"
  | "changed"
  | "unchanged"
  | "edited"
  | "taken"
  | "gone"
  | "removed"
  | "forbidden"
  | "no-document"
  | "double"
  | "failed";

/** Words of `fetch`. */
export interface FetchMessages {
  readonly outcomes: Readonly<Record<FetchOutcome, string>>;
  /** A limit was reached; so many pages were not looked at. */
  readonly stopped: (limit: "pages" | "size" | "time", left: number) => string;
  readonly totals: (counts: {
    fetched: number;
    unchanged: number;
    leftOut: number;
    gone: number;
    failed: number;
  }) => string;
  readonly dryRun: string;
  /** How the index comes to know what is new. */
  readonly toBeIndexed: string;
}
