import { writingOf } from "../writing.ts";

/** Lemmas of nouns are written with a capital, in languages that capitalise nouns. */
export function isNounLemma(lemma: string): boolean {
  return /^\p{Lu}/u.test(lemma);
}

/** Acronyms keep their capitals among the lemmas. */
export function isAcronymLemma(lemma: string): boolean {
  return writingOf(lemma) === "capitals";
}
