import type { Language } from "../language.ts";
import { isAcronymLemma, isNounLemma } from "./lemmas.ts";

/** A word whose entries are looked up, beside its stem: many words share one (Gast and Gas, Krieg and kriegen). */
export interface WordForm {
  readonly folded: string;
  /** Whether it is written as a noun is, in a language that capitalises nouns; undefined where its capital or the lack of one says nothing. */
  readonly isNoun: boolean | undefined;
  /** Whether it is written in capitals, as acronyms are; undefined where its writing says nothing. */
  readonly isAcronym?: boolean | undefined;
}

/** How much the relations of a verb count for the noun it is derived from, and the other way round. */
const sameRoot = 0.6;

/**
 * How much each of the lemmas that share a stem may be meant by a word: 1, less, or not at all. Where none fits, all do:
 * forms that no rule makes are met as well.
 * @param lemmas folded; nouns of a language that capitalises them with a capital
 */
export function sensesOf(
  word: WordForm,
  lemmas: readonly string[],
  language: Pick<Language, "mayBeFormOf" | "rootOf">,
): ReadonlyMap<string, number> {
  // A word that is not in capitals is never an acronym, even if nothing else fits.
  const possible = word.isAcronym === false ? lemmas.filter((lemma) => !isAcronymLemma(lemma)) : lemmas;
  const acronyms = word.isAcronym === true ? possible.filter(isAcronymLemma) : [];
  if (acronyms.length > 0) return new Map(acronyms.map((lemma) => [lemma, 1]));
  const meant = possible.filter((lemma) => fitsCase(word, lemma) && language.mayBeFormOf(word.folded, lemma));
  if (meant.length === 0) return new Map(possible.map((lemma) => [lemma, 1]));
  const roots = new Set(meant.map((lemma) => language.rootOf(lemma)));
  return new Map(
    possible.flatMap((lemma): [string, number][] => {
      if (meant.includes(lemma)) return [[lemma, 1]];
      return roots.has(language.rootOf(lemma)) ? [[lemma, sameRoot]] : [];
    }),
  );
}

function fitsCase(word: WordForm, lemma: string): boolean {
  return word.isNoun === undefined || word.isNoun === isNounLemma(lemma);
}
