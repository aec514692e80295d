import { countOf, firstHash, nextHash, WordPlaces } from "./word-places.ts";

const [space, lineBreak] = [32, 10];

/** The frequencies of a list, found in its text where they stand. */
export class ListedFrequencies {
  readonly #text: string;
  readonly #places: WordPlaces;

  /** @param lines `zipf word word …`, each word once */
  constructor(lines: readonly string[]) {
    this.#text = lines.join("\n");
    this.#places = new WordPlaces(this.#text, countOf(" ", this.#text));
    this.#read();
  }

  /** The frequency of a word; undefined where the list does not have it. */
  get(word: string): number | undefined {
    const start = word.includes(" ") ? undefined : this.#places.find(word, isWordEnd);
    return start === undefined ? undefined : this.#zipfAt(start);
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
      if (start > 0 && text.charCodeAt(start - 1) === space) this.#places.enter(start, hash);
      start = i + 1;
      hash = firstHash;
    }
  }

  #zipfAt(start: number): number {
    const line = this.#text.lastIndexOf("\n", start) + 1;
    return Number(this.#text.slice(line, this.#text.indexOf(" ", line)));
  }
}

function isWordEnd(code: number): boolean {
  return code === space || code === lineBreak || Number.isNaN(code);
}
