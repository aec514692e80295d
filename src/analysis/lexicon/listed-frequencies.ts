const [space, lineBreak] = [32, 10];

/**
 * The frequencies of a list, found in its text where they stand: nothing is made of a word but a number, so that a
 * hundred thousand of them are read in a few milliseconds.
 */
export class ListedFrequencies {
  readonly #text: string;
  /** By hash of a word: where it begins in the text; 0 is free, for a line begins with a frequency. */
  readonly #slots: Uint32Array;

  /** @param lines `zipf word word …`, each word once */
  constructor(lines: readonly string[]) {
    this.#text = lines.join("\n");
    const leastCharsAWord = 3;
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(this.#text.length / leastCharsAWord + 64)));
    this.#read();
  }

  /** The frequency of a word; undefined where the list does not have it. */
  get(word: string): number | undefined {
    let hash = firstHash;
    for (let i = 0; i < word.length; i++) hash = nextHash(hash, word.charCodeAt(i));
    let slot = this.#slotOf(hash);
    for (let start = this.#slots[slot] ?? 0; start > 0; start = this.#slots[slot] ?? 0) {
      if (this.#isAt(start, word)) return this.#zipfAt(start);
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return undefined;
  }

  /** Every word with its frequency. */
  *entries(): Generator<readonly [word: string, zipf: number]> {
    for (const line of this.#text.split("\n")) {
      const [zipf, ...words] = line.split(" ");
      for (const word of words) yield [word, Number(zipf)];
    }
  }

  #read(): void {
    const text = this.#text;
    let start = 0;
    let hash = firstHash;
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? text.charCodeAt(i) : lineBreak;
      if (code !== space && code !== lineBreak) {
        hash = nextHash(hash, code);
        continue;
      }
      if (start > 0 && text.charCodeAt(start - 1) === space) this.#enter(start, hash);
      start = i + 1;
      hash = firstHash;
    }
  }

  #enter(start: number, hash: number): void {
    let slot = this.#slotOf(hash);
    while ((this.#slots[slot] ?? 0) > 0) slot = (slot + 1) & (this.#slots.length - 1);
    this.#slots[slot] = start;
  }

  #slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#slots.length - 1);
  }

  #isAt(start: number, word: string): boolean {
    const end = this.#text.charCodeAt(start + word.length);
    if (end !== space && end !== lineBreak && start + word.length !== this.#text.length) return false;
    return this.#text.startsWith(word, start) && !word.includes(" ");
  }

  #zipfAt(start: number): number {
    const line = this.#text.lastIndexOf("\n", start) + 1;
    return Number(this.#text.slice(line, this.#text.indexOf(" ", line)));
  }
}

/** FNV-1a. */
const firstHash = 0x811c9dc5;

function nextHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}
