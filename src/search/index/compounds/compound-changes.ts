import { languageByCode } from "../../../analysis/languages.ts";
import type { Lexicon } from "../../../analysis/lexicon/lexicon.ts";
import type { IndexData } from "../index-data.ts";
import { changeParts } from "./change-parts.ts";
import { leastCorpusChars, partsOf, zipfOfCount } from "./split-words.ts";
import { WordsWithin } from "./words-within.ts";

/** A word that is split otherwise than before. */
export interface SplitWord {
  readonly word: string;
  readonly language: string;
  /** For whom it stands in documents; "" for everybody. */
  readonly audience: string;
  /** Terms, as questions have them. */
  readonly parts: readonly string[];
}

/**
 * Keeps compounds split as a fresh index would split them: which words a compound is made of depends on which words the
 * collection has and how often, so one may come apart, or be one again, when other documents come or go. Made before a
 * change of an index, it watches the counts of its words; `finish` follows the change.
 */
export class CompoundChanges {
  readonly #data: IndexData;
  readonly #lexicon: Lexicon;
  readonly #firstNew: number;
  /** By word that was there: its count before the change. */
  readonly #before = new Map<number, number>();
  /** New words were split while documents were there that are gone now. */
  #areNewDoubtful = false;

  constructor(data: IndexData, lexicon: Lexicon) {
    this.#data = data;
    this.#lexicon = lexicon;
    this.#firstNew = data.vocabulary.size;
    data.vocabulary.watchCounts((word, before, change) => {
      if (change < 0) this.#areNewDoubtful = true;
      if (word < this.#firstNew && !this.#before.has(word)) this.#before.set(word, before);
    });
  }

  /**
   * Splits the words that the change affects, in steps of some milliseconds.
   * @returns those that were there before and have other parts now
   */
  *finish(): Generator<void, SplitWord[]> {
    const { vocabulary } = this.#data;
    vocabulary.watchCounts();
    const changed = this.#changedWords();
    const split: SplitWord[] = [];
    if (changed.size === 0 && !this.#areNewDoubtful) return split;
    for (let word = 0, examined = 0; word < vocabulary.size; word++) {
      if (word % 1024 === 1023) yield;
      if (vocabulary.isSpelled(word)) continue;
      const isDoubtful = word >= this.#firstNew && this.#areNewDoubtful;
      if (!isDoubtful && changed.get(vocabulary.language(word))?.isIn(vocabulary.word(word)) !== true) continue;
      const parts = partsOf(vocabulary, this.#lexicon, word);
      if (!isSame(parts, vocabulary.plainParts(word))) {
        changeParts(this.#data, word, parts);
        if (word < this.#firstNew) split.push(this.#splitWord(word, parts));
      }
      if (++examined % 32 === 0) yield;
    }
    return split;
  }

  /** By language: the words that no list has and that count otherwise than before. */
  #changedWords(): Map<string, WordsWithin> {
    const { vocabulary } = this.#data;
    const byLanguage = new Map<string, string[]>();
    const add = (id: number): void => {
      const [word, code] = [vocabulary.word(id), vocabulary.language(id)];
      if (word.length < leastCorpusChars || languageByCode(code).joinsCompounds !== true) return;
      if (vocabulary.isSpelled(id) || this.#lexicon.zipf(code, word) !== undefined) return;
      const words = byLanguage.get(code) ?? [];
      byLanguage.set(code, words);
      words.push(word);
    };
    for (const [id, before] of this.#before) {
      if (zipfOfCount(before) !== zipfOfCount(vocabulary.passageCount(id))) add(id);
    }
    for (let id = this.#firstNew; id < vocabulary.size; id++) add(id);
    return new Map([...byLanguage].map(([code, words]) => [code, new WordsWithin(words)]));
  }

  #splitWord(id: number, parts: readonly string[]): SplitWord {
    const { vocabulary } = this.#data;
    return {
      word: vocabulary.word(id),
      language: vocabulary.language(id),
      audience: vocabulary.audience(id),
      parts,
    };
  }
}

/** Splits words of an index as they were split elsewhere, in steps of some milliseconds. */
export function* splitAs(data: IndexData, split: readonly SplitWord[]): Generator<void> {
  if (split.length === 0) return;
  yield* data.vocabulary.indexWords();
  for (const { word, language, audience, parts } of split) {
    // A word of documents that are gone may be missing where those were never read.
    const id = data.vocabulary.find(word, language, audience);
    if (id === undefined) continue;
    changeParts(data, id, parts);
    yield;
  }
}

function isSame(parts: readonly string[], others: readonly string[]): boolean {
  return parts.length === others.length && parts.every((part, at) => part === others[at]);
}
