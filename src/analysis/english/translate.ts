import type { Lexicon, Relation } from "../lexicon/lexicon.ts";

/** Headwords of up to so many words. */
export const longestHeadword = 4;

/**
 * The forms under which an English word may stand in the lexicon: itself, its irregular base, its regular bases.
 * Wrong guesses do no harm: they are no headwords.
 * @param word folded
 */
export function englishLemmas(word: string, lexicon: Lexicon): string[] {
  const lemmas = [word, ...lexicon.baseForms("en", word)];
  const add = (ending: string, ...replacements: string[]): void => {
    if (!word.endsWith(ending) || word.length - ending.length < (ending === "ying" ? 1 : 2)) return;
    const base = word.slice(0, word.length - ending.length);
    for (const replacement of replacements) lemmas.push(base + replacement);
    if (
      /([bdfgklmnprstz])\1$/.test(base) &&
      (ending === "ed" || ending === "ing" || ending === "er" || ending === "est")
    ) {
      lemmas.push(base.slice(0, -1));
    }
  };
  add("ies", "y", "ie");
  add("es", "", "e");
  if (!word.endsWith("ss")) add("s", "");
  add("ied", "y");
  add("ed", "e", "");
  add("ying", "ie");
  add("ing", "", "e");
  add("ier", "y");
  add("iest", "y");
  add("er", "", "e");
  add("est", "", "e");
  add("ily", "y");
  add("ally", "al", "");
  add("ly", "", "le");
  return [...new Set(lemmas)];
}

/** A stretch of a question that the lexicon translates. */
export interface TranslatedSpan {
  /** How many words it takes. */
  readonly words: number;
  readonly translations: readonly Relation[];
}

/**
 * The longest headword that begins at a position of an English question.
 * @param words folded, all words of the question, function words too
 */
export function translateEnglish(words: readonly string[], at: number, lexicon: Lexicon): TranslatedSpan | undefined {
  const first = words[at];
  if (first === undefined) return undefined;
  const firstLemmas = englishLemmas(first, lexicon);
  const starts = firstLemmas.filter((lemma) => lexicon.isHeadwordStart("en", lemma));
  if (starts.length === 0) return undefined;
  for (let length = Math.min(longestHeadword, words.length - at); length > 1; length--) {
    const middle = words.slice(at + 1, at + length - 1).join(" ");
    const last = words[at + length - 1] ?? "";
    for (const start of starts) {
      for (const end of englishLemmas(last, lexicon)) {
        const key = middle === "" ? `${start} ${end}` : `${start} ${middle} ${end}`;
        const translations = lexicon.translations("en", key);
        if (translations.length > 0) return { words: length, translations };
      }
    }
  }
  // An irregular form may be a headword itself (left, found): both meanings are kept. A regular one only counts alone.
  const direct = lexicon.translations("en", first);
  const irregular = lexicon.baseForms("en", first).flatMap((base) => lexicon.translations("en", base));
  if (direct.length + irregular.length > 0) return { words: 1, translations: [...direct, ...irregular] };
  for (const lemma of starts) {
    const translations = lexicon.translations("en", lemma);
    if (translations.length > 0) return { words: 1, translations };
  }
  return undefined;
}
