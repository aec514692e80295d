/** The number that a word expresses, and whether as an ordinal (zweite, second). */
export interface WordNumber {
  readonly value: number;
  readonly isOrdinal: boolean;
}

/** The numbers that a language has words for, each folded and in one word. */
export interface NumberWords {
  /** The number that a word says; undefined where it says none. */
  numberOf(folded: string): WordNumber | undefined;
  /** Words for a whole number from 0 to 999,999, as far as there is one word. */
  wordsOf(value: number): { readonly cardinal?: string; readonly ordinal?: string };
  /** Words that multiply the number before them: thousand, Mio. */
  readonly magnitudes: ReadonlyMap<string, number>;
  /** Behind the figures of an ordinal: "3rd"; alternatives of a regular expression, folded. */
  readonly ordinalEndings: string;
  /** Behind the figures of other words: "1990er"; the same. */
  readonly wordEndings: string;
}
