import { FrequencyTable } from "../../../analysis/frequency-table.ts";
import { languageByCode, languages } from "../../../analysis/languages.ts";
import type { Lexicon } from "../../../analysis/lexicon/lexicon.ts";
import { stemTerm } from "../../../analysis/term.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** A table of all words pays off if at least this many words, and this share of the vocabulary, are to be split. */
const tableWords = 20_000;
const tableShare = 0.1;

/**
 * Gives the words of the vocabulary from `first` on the terms of their parts, judged by the words that the collection
 * has now, in steps of some milliseconds.
 */
export function* splitWords(vocabulary: Vocabulary, lexicon: Lexicon, first: number): Generator<void> {
  const isWorthTable = vocabulary.size - first > Math.max(tableWords, vocabulary.size * tableShare);
  const tables = new Map<string, FrequencyTable>();
  if (isWorthTable) {
    for (const { code } of languages.filter(({ joinsCompounds }) => joinsCompounds === true)) {
      tables.set(code, yield* frequenciesOf(code, vocabulary, lexicon));
    }
  }
  for (let id = first; id < vocabulary.size; id++) {
    splitWord(vocabulary, lexicon, id, tables);
    if (id % 32 === 31) yield;
  }
}

/** @param tables by language */
function splitWord(
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  id: number,
  tables: ReadonlyMap<string, FrequencyTable>,
): void {
  if (vocabulary.isSpelled(id)) return;
  const parts = partsOf(vocabulary, lexicon, id, tables);
  if (parts.length > 0) vocabulary.setParts(id, parts);
}

/**
 * The terms of a word's parts, judged by the words that the collection has now; none where it is no compound.
 * @param tables by language
 */
export function partsOf(
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  id: number,
  tables: ReadonlyMap<string, FrequencyTable> = new Map(),
): string[] {
  const code = vocabulary.language(id);
  const language = languageByCode(code);
  const audience = vocabulary.audience(id);
  const zipf = (word: string): number | undefined =>
    lexicon.zipf(code, word) ?? corpusZipf(vocabulary, word, code, audience);
  // The tables hold words of open documents only.
  const parts = language.splitCompound(vocabulary.word(id), zipf, audience === "" ? tables.get(code) : undefined);
  const own = vocabulary.plainTerm(id);
  const terms = parts.map((part) => stemTerm(language.stem(part), code));
  return [...new Set(terms)].filter((term) => term !== own && term !== "");
}

/** Shorter words that no list has say nothing of how another word is split. */
export const leastCorpusChars = 5;

/** A word that only the open documents and those of the audience know counts as rare; if it occurs once, as rarer than any listed word. */
function corpusZipf(vocabulary: Vocabulary, word: string, code: string, audience: string): number | undefined {
  if (word.length < leastCorpusChars) return undefined;
  const countFor = (seenBy: string): number => {
    const id = vocabulary.find(word, code, seenBy);
    return id === undefined ? 0 : vocabulary.passageCount(id);
  };
  return zipfOfCount(countFor("") + (audience === "" ? 0 : countFor(audience)));
}

/** @param count of the passages that hold a word */
export function zipfOfCount(count: number): number | undefined {
  return count === 0 ? undefined : Math.min(2 + Math.log10(1 + count), 4);
}

/** A language's words in the lexicon and in the vocabulary. */
function* frequenciesOf(code: string, vocabulary: Vocabulary, lexicon: Lexicon): Generator<void, FrequencyTable> {
  const listed = [...lexicon.listed(code)];
  const table = new FrequencyTable(listed.length + vocabulary.size);
  yield;
  for (const [i, [word, zipf]] of listed.entries()) {
    table.add(word, zipf);
    if (i % 4096 === 4095) yield;
  }
  for (let id = 0; id < vocabulary.size; id++) {
    const word = vocabulary.word(id);
    const zipf = zipfOfCount(vocabulary.passageCount(id));
    const isOpen = vocabulary.language(id) === code && vocabulary.audience(id) === "" && !vocabulary.isSpelled(id);
    if (word.length >= leastCorpusChars && isOpen && zipf !== undefined) table.add(word, zipf);
    if (id % 4096 === 4095) yield;
  }
  return table;
}
