import { editDistance } from "../edit-distance.ts";

/** Words that are rarer at large are hardly what somebody meant to write. Base-10 logarithm of a frequency. */
const leastZipf = 3;
const shortest = 4;

/** The words of a language that a misspelt word may be, by their frequency alone: no documents are asked. */
export class NearWords {
  /** By length and first letter. */
  readonly #groups = new Map<number, { readonly word: string; readonly zipf: number }[]>();

  /** @param zipfs of folded words */
  constructor(zipfs: Iterable<readonly [word: string, zipf: number]>) {
    for (const [word, zipf] of zipfs) {
      if (zipf < leastZipf || word.length < shortest) continue;
      const key = groupOf(word.length, word);
      const group = this.#groups.get(key);
      if (group === undefined) this.#groups.set(key, [{ word, zipf }]);
      else group.push({ word, zipf });
    }
  }

  /**
   * The most frequent word with the same first letter that one wrong, missing, added or swapped letter tells apart.
   * @param word folded
   */
  nearest(word: string): string | undefined {
    if (word.length < shortest) return undefined;
    let best: string | undefined;
    let most = 0;
    for (let length = word.length - 1; length <= word.length + 1; length++) {
      for (const { word: candidate, zipf } of this.#groups.get(groupOf(length, word)) ?? []) {
        if (zipf <= most || editDistance(word, candidate, 1) > 1) continue;
        best = candidate;
        most = zipf;
      }
    }
    return best;
  }
}

function groupOf(length: number, word: string): number {
  return length * 0x10000 + word.charCodeAt(0);
}
