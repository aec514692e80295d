import { HashSlots } from "../hash-slots.ts";

/**
 * Finds where words stand in a text. Only a number is kept for each word, so that a hundred thousand of them are
 * entered in a few milliseconds.
 */
export class WordPlaces {
  readonly #text: string;
  /** The entries are where words begin in the text. */
  readonly #slots: HashSlots;

  /** @param most how many words will be entered at most */
  constructor(text: string, most: number) {
    this.#text = text;
    this.#slots = new HashSlots(Math.max(most, 64));
  }

  /**
   * Enters a word that is not entered yet.
   * @param hash of its letters, as `nextHash` makes it
   */
  enter(start: number, hash: number): void {
    this.#slots.enter(hash, start);
  }

  /**
   * Where a word begins that was entered; undefined for others.
   * @param isEnd tells by the code of the character after a word, NaN at the text's end, that the word ends there
   */
  find(word: string, isEnd: (code: number) => boolean): number | undefined {
    let hash = firstHash;
    for (let i = 0; i < word.length; i++) hash = nextHash(hash, word.charCodeAt(i));
    for (let start = this.#slots.first(hash); start >= 0; start = this.#slots.next()) {
      if (isEnd(this.#text.charCodeAt(start + word.length)) && this.#text.startsWith(word, start)) return start;
    }
    return undefined;
  }
}

/** How often a character occurs in a text. */
export function countOf(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/** FNV-1a (Fowler, Noll and Vo, 1991), over UTF-16 code units. */
export const firstHash = 0x811c9dc5;

export function nextHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}
