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

  get size(): number {
    return this.#words.length;
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
    this.#passageCounts.set(id, this.#passageCounts.at(id) + change);
  }

  setParts(id: number, parts: readonly string[]): void {
    this.#parts[id] = parts.length === 0 ? noParts : parts;
  }

  /** Looking words up by their text is needed for writing only: after loading, the map is made at the first write. */
  forgetIds(): void {
    this.#ids = undefined;
  }

  #idMap(): Map<string, number> {
    if (this.#ids === undefined) {
      const ids = new Map<string, number>();
      this.#words.forEach((word, id) => {
        ids.set(keyOf(word, this.language(id)), id);
      });
      this.#ids = ids;
    }
    return this.#ids;
  }
}

function keyOf(word: string, language: LanguageCode): string {
  return language === "de" ? word : `${language}:${word}`;
}
