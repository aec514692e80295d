/** What is known of where sentences begin and end in a language. Words are in lower case. */
export interface SentenceRules {
  /** Abbreviations, without their last stop, that a sentence never ends with. */
  readonly neverLast: ReadonlySet<string>;
  /** Words that begin a sentence and, written with a capital, hardly stand anywhere else. */
  readonly starters: ReadonlySet<string>;
  /** What a number with a stop is the day of: 3. Mai. */
  readonly months: ReadonlySet<string>;
}

/** The words of a list that is written with white space between them. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
