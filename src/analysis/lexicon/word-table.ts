import { countOf, firstHash, nextHash, WordPlaces } from "./word-places.ts";

/** A table of the values of words and expressions. */
export interface WordTable {
  get(key: string): string | undefined;
  /** Whether a key is this word, or an expression that begins with it. */
  hasStart(word: string): boolean;
  /** Each key once. */
  entries(): Iterable<readonly [key: string, value: string]>;
}

const [tab, space] = [9, 32];

/**
 * Lines `key<TAB>value` in the order of their keys, looked up in place: turning all of them into objects would take
 * longer than a question.
 */
export class LineTable implements WordTable {
  readonly #text: string;
  readonly #keys: WordPlaces;
  /** First words of keys. */
  readonly #starts: WordPlaces;

  /** @param text as `linesOf` writes it */
  constructor(text: string) {
    this.#text = text;
    const lines = countOf("\n", text);
    this.#keys = new WordPlaces(text, lines);
    this.#starts = new WordPlaces(text, lines);
    this.#read();
  }

  get(key: string): string | undefined {
    const start = this.#keys.find(key, isKeyEnd);
    return start === undefined ? undefined : this.#valueAfter(start + key.length + 1);
  }

  hasStart(word: string): boolean {
    return this.#starts.find(word, isWordEnd) !== undefined;
  }

  /** In the order of the keys. */
  *entries(): Generator<readonly [key: string, value: string]> {
    for (const { start, keyEnd } of this.#lines())
      yield [this.#text.slice(start, keyEnd), this.#valueAfter(keyEnd + 1)];
  }

  #valueAfter(start: number): string {
    return this.#text.slice(start, this.#text.indexOf("\n", start));
  }

  /** The offsets of each line and of the end of its key; whatever is not an entry is skipped. */
  *#lines(): Generator<{ readonly start: number; readonly keyEnd: number }> {
    let start = 0;
    for (let end = this.#text.indexOf("\n"); end >= 0; end = this.#text.indexOf("\n", start)) {
      const keyEnd = this.#text.indexOf("\t", start);
      if (keyEnd >= 0 && keyEnd < end) yield { start, keyEnd };
      start = end + 1;
    }
  }

  #read(): void {
    const text = this.#text;
    let lastWord = "";
    for (const { start, keyEnd } of this.#lines()) {
      let hash = firstHash;
      let wordEnd = keyEnd;
      let wordHash: number | undefined;
      for (let at = start; at < keyEnd; at++) {
        const code = text.charCodeAt(at);
        if (code === space && wordHash === undefined) {
          wordEnd = at;
          wordHash = hash;
        }
        hash = nextHash(hash, code);
      }
      this.#keys.enter(start, hash);
      // Keys that begin with the same word are adjacent.
      if (wordEnd - start === lastWord.length && text.startsWith(lastWord, start)) continue;
      this.#starts.enter(start, wordHash ?? hash);
      lastWord = text.slice(start, wordEnd);
    }
  }
}

/** Entries as lines `key<TAB>value`, by key. */
export function formatEntries(entries: Iterable<readonly [key: string, value: string]>): string {
  return [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}\t${value}\n`)
    .join("");
}

function isKeyEnd(code: number): boolean {
  return code === tab;
}

function isWordEnd(code: number): boolean {
  return code === tab || code === space;
}
