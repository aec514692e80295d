import { languageOf } from "../analysis/languages.ts";
import type { Lexicon } from "../analysis/lexicon/lexicon.ts";
import { stemTerm } from "../analysis/term.ts";
import { WordSieve } from "../analysis/word-sieve.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Filling a sieve pays where at least this share of the vocabulary is split. */
const sieveShare = 0.1;

/**
 * Gives the words of the vocabulary from `first` on the terms of their parts, judged by the words that the collection
 * has now, in steps of some milliseconds.
 */
export function* splitWords(vocabulary: Vocabulary, lexicon: Lexicon, first: number): Generator<void> {
  const isWorthSieve = vocabulary.size - first > vocabulary.size * sieveShare;
  const sieve = isWorthSieve ? yield* sieveOf(vocabulary, lexicon) : undefined;
  for (let id = first; id < vocabulary.size; id++) {
    splitWord(vocabulary, lexicon, id, sieve);
    if (id % 32 === 31) yield;
  }
}

function splitWord(vocabulary: Vocabulary, lexicon: Lexicon, id: number, sieve: WordSieve | undefined): void {
  const code = vocabulary.language(id);
  const language = languageOf(code);
  const zipf = (word: string): number | undefined => lexicon.zipf(code, word) ?? corpusZipf(vocabulary, word, code);
  const parts = language.splitCompound(vocabulary.word(id), zipf, sieve);
  if (parts.length === 0) return;
  const own = vocabulary.term(id);
  const terms = parts.map((part) => stemTerm(language.stem(part), code));
  const distinct = [...new Set(terms)].filter((term) => term !== own && term !== "");
  if (distinct.length > 0) vocabulary.setParts(id, distinct);
}

const leastCorpusChars = 5;

/** Words that only the collection knows count as rare ones, rarer than any that a list has when they stand once. */
function corpusZipf(vocabulary: Vocabulary, word: string, code: "de" | "en"): number | undefined {
  if (word.length < leastCorpusChars) return undefined;
  const id = vocabulary.find(word, code);
  if (id === undefined) return undefined;
  const count = vocabulary.passageCount(id);
  return count === 0 ? undefined : Math.min(2 + Math.log10(1 + count), 4);
}

/** Every word of the lexicon and of the vocabulary. */
function* sieveOf(vocabulary: Vocabulary, lexicon: Lexicon): Generator<void, WordSieve> {
  const listed = (["de", "en"] as const).flatMap((code) => [...lexicon.words(code)]);
  const sieve = new WordSieve(listed.length + vocabulary.size);
  yield;
  for (const word of listed) sieve.add(word);
  for (let id = 0; id < vocabulary.size; id++) {
    sieve.add(vocabulary.word(id));
    if (id % 4096 === 0) yield;
  }
  return sieve;
}
