/** Something that a reader should look at. `error`: wrong whatever is meant; `doubtful`: often right, seldom wrong. */
export interface Finding {
  readonly severity: "error" | "doubtful";
  readonly rule:
    | "malformed"
    | "unsorted"
    | "wrong-file"
    | "duplicate-headword"
    | "duplicate-item"
    | "duplicate-group"
    | "contained-group"
    | "asymmetric"
    | "untranslated"
    | "english-words"
    | "unknown-translation"
    | "same-stem"
    | "large-group"
    | "unknown-group";
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** What was read and what was found. */
export interface LexiconCheck {
  readonly entries: number;
  readonly findings: readonly Finding[];
}
