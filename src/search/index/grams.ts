/** Hashes of character 4-grams fit in this many bits: few enough for a table, enough that few collide. */
export const gramBits = 18;
/** Enough for the 4-grams of any word. */
export const gramBufferLength = 128;
const gramMask = (1 << gramBits) - 1;
const edge = 0x5f;

/**
 * Writes the hashes of a word's character 4-grams, word edges marked (`_haus_`), into `out`.
 * @param out at least as long as the word and two
 * @returns how many were written
 */
export function gramHashes(word: string, out: Uint32Array): number {
  const length = word.length;
  if (length < 2) {
    out[0] = hash(edge, length === 0 ? edge : word.charCodeAt(0), edge, 0);
    return 1;
  }
  let a = edge;
  let b = word.charCodeAt(0);
  let c = word.charCodeAt(1);
  let written = 0;
  for (let i = 2; i < length; i++) {
    const d = word.charCodeAt(i);
    out[written++] = hash(a, b, c, d);
    a = b;
    b = c;
    c = d;
  }
  out[written++] = hash(a, b, c, edge);
  return written;
}

function hash(a: number, b: number, c: number, d: number): number {
  let h = Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) + b, 0x85ebca6b) + c, 0xc2b2ae35) + d;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) & gramMask;
}

/** How many passages hold each 4-gram, counted through the words that hold it and so a little too high. */
export class GramCounts {
  readonly #counts = new Uint32Array(1 << gramBits);
  readonly #buffer = new Uint32Array(gramBufferLength);

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
