import type { Viewers } from "../../../documents/audience.ts";
import type { LanguageCode } from "../../../documents/document.ts";
import { gramBufferLength, gramHashes } from "../grams.ts";

/** Totals over passages, from which averages are computed. */
export interface PassageSums {
  passages: number;
  words: number;
  sentences: number;
  grams: number;
}

/** Of a kind of context line: how many lines there are, and how many words they have together. */
export interface LineSums {
  lines: number;
  words: number;
}

/** What documents of one audience add to the figures of a collection; others may not know of it. */
export class RestrictedFigures {
  /** Who may see these documents. */
  readonly viewers: Viewers;
  readonly sums: PassageSums = { passages: 0, words: 0, sentences: 0, grams: 0 };
  /** By kind of line. */
  readonly lines: LineSums[] = [];
  /** How many documents were analysed in each language. */
  readonly languages = new Map<LanguageCode, number>();
  readonly #grams = new Map<number, number>();
  readonly #buffer = new Uint32Array(gramBufferLength);

  constructor(viewers: Viewers) {
    this.viewers = viewers;
  }

  countGrams(word: string, passages: number): void {
    const count = gramHashes(word, this.#buffer);
    for (let i = 0; i < count; i++) {
      const gram = this.#buffer[i] ?? 0;
      this.#grams.set(gram, (this.#grams.get(gram) ?? 0) + passages);
    }
  }

  /** In how many passages a 4-gram stands. */
  gramCount(gram: number): number {
    return this.#grams.get(gram) ?? 0;
  }

  countLine(kind: number, words: number, change: 1 | -1): void {
    const sums = this.lineSums(kind);
    sums.lines += change;
    sums.words += change * words;
  }

  lineSums(kind: number): LineSums {
    const sums = this.lines[kind] ?? { lines: 0, words: 0 };
    this.lines[kind] = sums;
    return sums;
  }
}
