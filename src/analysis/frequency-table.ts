import { HashSlots } from "./hash-slots.ts";

/** Longer words are never split, so never asked about. */
const maxChars = 64;
const multiplier = 0x01000193;

const powers = new Int32Array(maxChars + 1);
powers[0] = 1;
for (let i = 1; i <= maxChars; i++) powers[i] = Math.imul(powers[i - 1] ?? 0, multiplier);

/**
 * Frequencies of words, looked up by parts of a current word. Hardly any part of a word is a word itself, and finding
 * that out creates no string. The hash of a stretch comes out of those of the word's beginnings (Karp and Rabin,
 * "Efficient randomized pattern-matching algorithms", 1987).
 */
export class FrequencyTable {
  readonly #slots: HashSlots;
  readonly #hashes: Int32Array;
  readonly #words: string[] = [];
  readonly #zipfs: Float64Array;
  #text = "";
  /** Hashes of the current word's prefixes, by their length. */
  readonly #beginnings = new Int32Array(maxChars + 1);

  /** @param most how many words will be added at most */
  constructor(most: number) {
    this.#slots = new HashSlots(most);
    this.#hashes = new Int32Array(most);
    this.#zipfs = new Float64Array(most);
  }

  /**
   * Adds a word, unless it is there already.
   * @param zipf base-10 logarithm of its frequency
   */
  add(word: string, zipf: number): void {
    if (word.length > maxChars) return;
    this.begin(word);
    if (this.entry(0, word.length) !== undefined) return;
    const hash = this.#hashOf(0, word.length);
    const entry = this.#words.length;
    this.#words.push(word);
    this.#hashes[entry] = hash;
    this.#zipfs[entry] = zipf;
    this.#slots.enter(mixed(hash), entry);
  }

  /** Sets the word whose parts are looked up from now on; of at most 64 characters. */
  begin(word: string): void {
    this.#text = word;
    let hash = 0;
    for (let i = 0; i < word.length; i++) {
      hash = (Math.imul(hash, multiplier) + word.charCodeAt(i) + 1) | 0;
      this.#beginnings[i + 1] = hash;
    }
  }

  /** The frequency of the stretch where it is a word that was added. */
  zipf(start: number, end: number): number | undefined {
    const entry = this.entry(start, end);
    return entry === undefined ? undefined : this.#zipfs[entry];
  }

  /** The number of the stretch among the words that were added, from 0. */
  entry(start: number, end: number): number | undefined {
    const hash = this.#hashOf(start, end);
    for (let entry = this.#slots.first(mixed(hash)); entry >= 0; entry = this.#slots.next()) {
      if (this.#hashes[entry] === hash && this.#isWord(this.#words[entry] ?? "", start, end)) return entry;
    }
    return undefined;
  }

  #hashOf(start: number, end: number): number {
    const before = Math.imul(this.#beginnings[start] ?? 0, powers[end - start] ?? 0);
    return ((this.#beginnings[end] ?? 0) - before) | 0;
  }

  #isWord(word: string, start: number, end: number): boolean {
    if (word.length !== end - start) return false;
    for (let i = start; i < end; i++) if (this.#text.charCodeAt(i) !== word.charCodeAt(i - start)) return false;
    return true;
  }
}

/** The lower bits of a polynomial's hash depend on a word's last letters alone. */
function mixed(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return spread ^ (spread >>> 13);
}
