/** What kind of thing a question asks for. `which`: a thing of the kind that the question names. */
export type AskedKind =
  | "age"
  | "money"
  | "percent"
  | "measure"
  | "frequency"
  | "duration"
  | "count"
  | "time"
  | "place"
  | "reason"
  | "aim"
  | "means"
  | "name"
  | "person"
  | "definition"
  | "which"
  | "manner"
  | "condition"
  | "what"
  | "yes-no"
  | "nothing";

export type Dimension = "length" | "weight" | "speed" | "temperature" | "size" | "amount";

/** What kind of thing a question asks for, in the few kinds by which a sentence is chosen. */
export type AnswerType = "person" | "time" | "number" | "place" | "reason";

/** How a language's questions show what kind of thing they ask for. */
export interface AskedRules<Pattern> {
  /** Removed first: a clause joined by a word that would ask if it stood alone. */
  readonly clause?: RegExp;
  /** The first pattern that matches decides. */
  readonly patterns: readonly Pattern[];
}

/** Matches folded text. */
export type AskedPattern = readonly [kind: AskedKind, pattern: RegExp, dimension?: Dimension];

/** Matches text as it is written, but for ß as ss and ö as o. */
export type AnswerTypePattern = readonly [type: AnswerType, pattern: RegExp];
