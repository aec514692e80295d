import { editDistance } from "../edit-distance.ts";

/** Rarer words are unlikely to have been meant. Base-10 logarithm of a frequency. */
const leastZipf = 3;
const shortest = 4;

/** The words of a language that a misspelling may stand for, judged by frequency alone, without the documents. */
export class NearWords {
  /** By length and first letter: where such words begin in the text, so that the most frequent come first. */
  readonly #groups = new Map<number, number[]>();
  readonly #text: string;

  /** @param lines `zipf word word …` of folded words, by falling frequency */
  constructor(lines: readonly string[]) {
    const rare = lines.findIndex((line) => Number(line.slice(0, line.indexOf(" "))) < leastZipf);
    this.#text = lines.slice(0, rare < 0 ? lines.length : rare).join("\n");
    const text = this.#text;
    for (let start = 0; start < text.length; ) {
      const lineEnd = endOf(text, "\n", start);
      start = text.indexOf(" ", start) + 1;
      while (start <= lineEnd) {
        const end = Math.min(endOf(text, " ", start), lineEnd);
        if (end - start >= shortest) this.#add(groupOf(end - start, text.charCodeAt(start)), start);
        start = end + 1;
      }
    }
  }

  /**
   * The most frequent word with the same first letter that one wrong, missing, added or swapped letter tells apart.
   * @param word folded
   */
  nearest(word: string): string | undefined {
    if (word.length < shortest) return undefined;
    let best: string | undefined;
    let first = Number.POSITIVE_INFINITY;
    for (let length = word.length - 1; length <= word.length + 1; length++) {
      for (const start of this.#groups.get(groupOf(length, word.charCodeAt(0))) ?? []) {
        if (start >= first) break;
        const candidate = this.#text.slice(start, start + length);
        if (editDistance(word, candidate, 1) > 1) continue;
        best = candidate;
        first = start;
        break;
      }
    }
    return best;
  }

  #add(key: number, start: number): void {
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, [start]);
    else group.push(start);
  }
}

function endOf(text: string, separator: string, from: number): number {
  const end = text.indexOf(separator, from);
  return end < 0 ? text.length : end;
}

function groupOf(length: number, firstLetter: number): number {
  return length * 0x10000 + firstLetter;
}
