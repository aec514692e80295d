/** What is known of where sentences begin and end in a language. Words are in lower case. */
export interface SentenceRules {
  /** Abbreviations, without their last stop, that a sentence never ends with. */
  readonly neverLast: ReadonlySet<string>;
  /** Words of their own that are abbreviations before a number only: "No. 5", "Art. 3". */
  readonly beforeNumbers: ReadonlySet<string>;
  /** Abbreviations that may end a sentence: they do where a word follows that begins one. */
  readonly maybeLast: ReadonlySet<string>;
  /** Matches further ones by their endings: "Hauptstr". */
  readonly maybeLastEnding?: RegExp;
  /** Words that begin a sentence and, written with a capital, hardly stand anywhere else. */
  readonly starters: ReadonlySet<string>;
  /** What a number with a stop is the day of: 3. Mai. */
  readonly months: ReadonlySet<string>;
}

/** The words of a list that is written with white space between them. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
