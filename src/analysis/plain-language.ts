import { foldCase } from "./folding.ts";
import type { Language } from "./language.ts";
import { RecentMap } from "./recent-map.ts";
import type { DocumentRules } from "./rules/document-rules.ts";

/** All there is to say about a language without a lexicon. */
export interface PlainLanguageParts {
  /** Of ISO 639-1. */
  readonly code: string;
  /** Snowball's, for instance; it is given lower-case words without accents. */
  readonly stem?: (folded: string) => string;
  /** Words that do not say what a text is about, in the language's own spelling. */
  readonly stopWords?: readonly string[];
  /** What is written before a word with an apostrophe and is a word of its own: the `l'` of `l'île`. */
  readonly elision?: RegExp;
  /** What is known of its documents. */
  readonly documents?: DocumentRules;
}

/** A language of which only stems and stop words are known, without a lexicon or compounds. */
export function createPlainLanguage({
  code,
  stem = (folded) => folded,
  stopWords = [],
  elision,
  documents,
}: PlainLanguageParts): Language {
  const stems = new RecentMap<string>(32_768);
  const stops = new Set(stopWords.map(foldCase).filter((word) => word !== ""));
  return {
    code,
    fold: (word) => foldCase(elision === undefined ? word : word.replace(elision, "")),
    stem(folded) {
      const known = stems.get(folded);
      if (known !== undefined) return known;
      const made = stem(folded);
      stems.set(folded, made);
      return made;
    },
    isStopWord: (folded) => stops.has(folded),
    mayBeFormOf: (folded, lemma) => folded === lemma,
    rootOf: (lemma) => lemma,
    otherForms: () => [],
    splitCompound: () => [],
    ...(documents === undefined ? {} : { documents }),
  };
}
