/** Hashes of character 4-grams fit in this many bits: few enough for a table, enough that few collide. */
export const gramBits = 18;
const gramMask = (1 << gramBits) - 1;
const edge = 0x5f;

/**
 * Writes the hashes of a word's character 4-grams, word edges marked (`_haus_`), into `out`.
 * @param out at least as long as the word and two
 * @returns how many were written
 */
export function gramHashes(word: string, out: Uint32Array): number {
  const length = word.length + 2;
  const at = (index: number): number => (index === 0 || index === length - 1 ? edge : word.charCodeAt(index - 1));
  if (length < 4) {
    out[0] = hash(at(0), at(1), at(2), 0);
    return 1;
  }
  let a = at(0);
  let b = at(1);
  let c = at(2);
  for (let i = 3; i < length; i++) {
    const d = at(i);
    out[i - 3] = hash(a, b, c, d);
    a = b;
    b = c;
    c = d;
  }
  return length - 3;
}

function hash(a: number, b: number, c: number, d: number): number {
  let h = Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) + b, 0x85ebca6b) + c, 0xc2b2ae35) + d;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) & gramMask;
}

/** How many passages hold each 4-gram, counted through the words that hold it and so a little too high. */
export class GramCounts {
  readonly #counts = new Uint32Array(1 << gramBits);
  readonly #buffer = new Uint32Array(128);

  add(word: string, passages: number): void {
    const count = gramHashes(word, this.#buffer);
    for (let i = 0; i < count; i++) {
      const gram = this.#buffer[i] ?? 0;
      this.#counts[gram] = (this.#counts[gram] ?? 0) + passages;
    }
  }

  of(gram: number): number {
    return this.#counts[gram] ?? 0;
  }
}
