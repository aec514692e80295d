/**
 * What sentences in a language say where they answer. Strings are alternatives of a regular expression, whole words in
 * whatever case where nothing else is said.
 */
export interface AnswerRules {
  readonly numbers: string;
  /** Before a figure that is then a year. */
  readonly beforeYear: string;
  /** Months, days, spans of time and the like. */
  readonly times: string;
  /** Before the name of a place, in lower case. */
  readonly beforePlace: string;
  /** Between such a word and the name, in lower case. */
  readonly articles: string;
  readonly reasons: string;
  /** Words that mean somebody, in lower case. */
  readonly persons: string;
  /** Folded words between a thing and what it is. */
  readonly defining: readonly string[];
  /** Between the last things of a list, in lower case. */
  readonly conjunctions: string;
}
