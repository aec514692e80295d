/** Longer words are never asked about: nobody splits them. */
const maxChars = 64;
const multiplier = 0x01000193;
const leastBits = 16;
const mostBits = 27;

const powers = new Uint32Array(maxChars + 1);
powers[0] = 1;
for (let i = 1; i <= maxChars; i++) powers[i] = Math.imul(powers[i - 1] ?? 0, multiplier);

/**
 * Tells of nearly every stretch of a word that it is no known word, without making a string of it or looking it up: a
 * table of bits by the hash of a word, and hashes of stretches out of those of the word's beginnings (Karp and Rabin,
 * "Efficient randomized pattern-matching algorithms", 1987).
 */
export class WordSieve {
  readonly #bits: Uint32Array;
  readonly #shift: number;
  /** Hashes of the beginnings of the word at hand, by their length. */
  readonly #beginnings = new Uint32Array(maxChars + 1);

  /** @param words about how many will be added */
  constructor(words: number) {
    const bits = Math.min(mostBits, Math.max(leastBits, Math.ceil(Math.log2(words * 16 + 1))));
    this.#bits = new Uint32Array(2 ** (bits - 5));
    this.#shift = 32 - bits;
  }

  add(word: string): void {
    if (word.length > maxChars) return;
    let hash = 0;
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash, multiplier) + word.charCodeAt(i) + 1;
    const bit = this.#bitOf(hash, word.length);
    this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  /** Takes the word whose stretches are asked for from now on; of at most 64 characters. */
  begin(word: string): void {
    let hash = 0;
    for (let i = 0; i < word.length; i++) {
      hash = Math.imul(hash, multiplier) + word.charCodeAt(i) + 1;
      this.#beginnings[i + 1] = hash;
    }
  }

  /** Whether the stretch may be a word that was added; false is certain. */
  mayHold(start: number, end: number): boolean {
    const before = Math.imul(this.#beginnings[start] ?? 0, powers[end - start] ?? 0);
    const bit = this.#bitOf((this.#beginnings[end] ?? 0) - before, end - start);
    return ((this.#bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }

  #bitOf(hash: number, length: number): number {
    const mixed = Math.imul((hash ^ (hash >>> 15)) + length, 0x85ebca6b);
    return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> this.#shift;
  }
}
