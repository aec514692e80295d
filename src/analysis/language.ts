import type { FrequencyTable } from "./frequency-table.ts";

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
   * @param table asked instead of `zipf` where very many words are split; it holds every word that `zipf` knows
   */
  splitCompound(folded: string, zipf: (word: string) => number | undefined, table?: FrequencyTable): readonly string[];
}
