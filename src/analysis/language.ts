import type { WordSieve } from "./word-sieve.ts";

/** What the program knows of one language: the filters that make terms out of tokens. */
export interface Language {
  readonly code: "de" | "en";
  /** Case, accents and spellings taken off. */
  fold(word: string): string;
  /** @param folded what `fold` returned */
  stem(folded: string): string;
  /** @param folded what `fold` returned */
  isStopWord(folded: string, isCapitalised?: boolean): boolean;
  /**
   * The parts of a compound on every level, folded, without linking letters; empty where the word is no compound.
   * @param folded what `fold` returned
   * @param zipf base-10 logarithm of a folded word's frequency, undefined for words that nothing knows
   * @param sieve holds every word that `zipf` knows; where very many words are split, most look-ups end there
   */
  splitCompound(folded: string, zipf: (word: string) => number | undefined, sieve?: WordSieve): readonly string[];
}
