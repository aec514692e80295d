import type { Language } from "../analysis/language.ts";
import { GrowingUint32Array } from "./growing-array.ts";

type LanguageCode = Language["code"];

/** What the index knows of a word as it is written (folded), beside the passages that hold it. */
export interface VocabularyEntry {
  readonly word: string;
  readonly language: LanguageCode;
  readonly term: string;
  /** Terms of the word's parts where it is a compound. */
  readonly parts: readonly string[];
}

const noParts: readonly string[] = [];

/** Every distinct word of the collection under a number, in the order in which the words came. */
export class Vocabulary {
  readonly #words: string[] = [];
  readonly #terms: string[] = [];
  readonly #parts: (readonly string[])[] = [];
  readonly #languages: LanguageCode[] = [];
  /** In how many passages the word stands. */
  readonly #passageCounts = new GrowingUint32Array();
  #ids: Map<string, number> | undefined = new Map();
  #liveCount = 0;

  get size(): number {
    return this.#words.length;
  }

  /** How many words stand in a passage that is there; the others came with documents that were removed. */
  get liveCount(): number {
    return this.#liveCount;
  }

  /** The number of a word, or undefined where the collection does not have it. */
  find(word: string, language: LanguageCode): number | undefined {
    return this.#idMap().get(keyOf(word, language));
  }

  add(entry: VocabularyEntry): number {
    const id = this.#words.length;
    this.#words.push(entry.word);
    this.#terms.push(entry.term);
    this.#parts.push(entry.parts.length === 0 ? noParts : entry.parts);
    this.#languages.push(entry.language);
    this.#passageCounts.push(0);
    this.#ids?.set(keyOf(entry.word, entry.language), id);
    return id;
  }

  word(id: number): string {
    return this.#words[id] ?? "";
  }

  term(id: number): string {
    return this.#terms[id] ?? "";
  }

  parts(id: number): readonly string[] {
    return this.#parts[id] ?? noParts;
  }

  language(id: number): LanguageCode {
    return this.#languages[id] ?? "de";
  }

  passageCount(id: number): number {
    return this.#passageCounts.at(id);
  }

  countPassage(id: number, change: 1 | -1): void {
    const count = this.#passageCounts.at(id) + change;
    this.#passageCounts.set(id, count);
    if (change === 1 && count === 1) this.#liveCount++;
    else if (count === 0) this.#liveCount--;
  }

  setParts(id: number, parts: readonly string[]): void {
    this.#parts[id] = parts.length === 0 ? noParts : parts;
  }

  /** For loading: adds the next word with its count. Its number is found by its text after `indexWords` only. */
  restore(entry: VocabularyEntry, passageCount: number): void {
    this.#ids = undefined;
    this.#words.push(entry.word);
    this.#terms.push(entry.term);
    this.#parts.push(entry.parts.length === 0 ? noParts : entry.parts);
    this.#languages.push(entry.language);
    this.#passageCounts.push(passageCount);
    if (passageCount > 0) this.#liveCount++;
  }

  /**
   * Makes words findable by their text, which only writing needs, in steps of some milliseconds. Nothing may be added
   * before the last step. Without this the first `find` does it at once.
   */
  *indexWords(): Generator<void> {
    if (this.#ids !== undefined) return;
    const ids = new Map<string, number>();
    for (let id = 0; id < this.#words.length; id++) {
      ids.set(keyOf(this.word(id), this.language(id)), id);
      if (id % 4096 === 4095) yield;
    }
    this.#ids = ids;
  }

  #idMap(): Map<string, number> {
    for (const _ of this.indexWords());
    this.#ids ??= new Map();
    return this.#ids;
  }
}

function keyOf(word: string, language: LanguageCode): string {
  return language === "de" ? word : `${language}:${word}`;
}
