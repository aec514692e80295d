import type { LanguageCode } from "../language.ts";
import type { WordForm } from "./senses.ts";

/**
 * How one word stands for another, in the order of trust.
 * `form`: an irregular form of the same word; `family`: same root; `synonym`; `role`: roles and metonyms;
 * `narrower`/`broader`: one falls under the other; `translation`.
 */
const relationKinds = ["form", "family", "synonym", "role", "narrower", "broader", "translation"] as const;
export type RelationKind = (typeof relationKinds)[number];

/** The lists that can be left out, to measure what each contributes. */
export const lexiconLists = [...relationKinds, "frequency"] as const;
export type LexiconList = (typeof lexiconLists)[number];

/** One word or expression that may stand for another. */
export interface Relation {
  readonly kind: RelationKind;
  /** Stems of the target language; several for an expression of several words. */
  readonly stems: readonly string[];
  /** Within its kind, from 0 to 1: second meanings count less. */
  readonly strength: number;
  /** Of a single word, as its entries are looked up. */
  readonly word?: WordForm;
}

export interface Lexicon {
  /**
   * @param key stems of the content words, joined by a space
   * @param word of the words that have this stem, the one that is meant; where it is not given, all are
   */
  relations(language: LanguageCode, key: string, word?: WordForm): readonly Relation[];
  /**
   * @param key where the language has a dictionary, a folded headword (words joined by a space); where another
   *   language's dictionary is read backwards, stems joined by a space
   */
  translations(from: LanguageCode, key: string): readonly Relation[];
  /** Stems of the words that exclude a word: its opposites. @param key a stem, or several joined by spaces */
  opposites(language: LanguageCode, key: string): readonly string[];
  /** Stems of the words that stand under the same broader term as a word (Dutch beside Danish). */
  sisters(language: LanguageCode, key: string): readonly string[];
  /** Of which kinds of things a word tells (time, place, length, …), as the lists name them. @param stem of one word */
  kindsOf(language: LanguageCode, stem: string): readonly string[];
  /** Whether `translations` has anything under a key that begins with this word. */
  isHeadwordStart(from: LanguageCode, word: string): boolean;
  /** Irregular forms to base forms, of a language whose words are translated as headwords: went → go. Folded. */
  baseForms(language: LanguageCode, word: string): readonly string[];
  /** Base-10 logarithm of occurrences in a thousand million words; undefined for words that no list has. */
  zipf(language: LanguageCode, folded: string): number | undefined;
  /** The most frequent word that one letter tells apart from a folded word that no list has. */
  nearestWord(language: LanguageCode, folded: string): string | undefined;
  /** The frequency of the most frequent word that has this stem. */
  zipfOfStem(language: LanguageCode, stem: string): number | undefined;
  /** Every word that `zipf` knows, with what it says. */
  listed(language: LanguageCode): Iterable<readonly [word: string, zipf: number]>;
}
