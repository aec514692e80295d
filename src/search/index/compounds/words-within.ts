/** Stretches of so many characters are compared before whole words are. */
const stretchChars = 5;
const bits = 1 << 16;

/** Finds out whether a text holds one of some words, in about the time of reading it. */
export class WordsWithin {
  readonly #words = new Map<string, string[]>();
  readonly #bits = new Uint8Array(bits);

  /** @param words of at least five characters each; shorter ones are never found */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < stretchChars) continue;
      const start = word.slice(0, stretchChars);
      const known = this.#words.get(start);
      if (known === undefined) this.#words.set(start, [word]);
      else known.push(word);
      this.#bits[hashAt(start, 0)] = 1;
    }
  }

  get isEmpty(): boolean {
    return this.#words.size === 0;
  }

  isIn(text: string): boolean {
    for (let at = 0; at + stretchChars <= text.length; at++) {
      if (this.#bits[hashAt(text, at)] === 0) continue;
      const words = this.#words.get(text.slice(at, at + stretchChars));
      if (words?.some((word) => text.startsWith(word, at)) === true) return true;
    }
    return false;
  }
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let next = at; next < at + stretchChars; next++) hash = Math.imul(hash, 0x01000193) + text.charCodeAt(next);
  return (hash ^ (hash >>> 16)) & (bits - 1);
}
