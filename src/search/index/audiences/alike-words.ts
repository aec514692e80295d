import type { IndexData } from "../index-data.ts";
import type { VisibleIndex } from "./visible-index.ts";

/**
 * Words by numbers that are the same wherever the word is: it has a number of its own for each audience whose documents
 * hold it.
 */
export class AlikeWords {
  readonly #data: IndexData;

  constructor(data: IndexData) {
    this.#data = data;
  }

  /** Makes words findable, where some have several numbers, in steps of some milliseconds. */
  *prepare(): Generator<void> {
    if (this.#data.restricted.size > 0) yield* this.#data.vocabulary.indexWords();
  }

  /**
   * @param words of a passage, by their numbers
   * @param document the passage's, by its number
   * @returns each by the number that it has for the first visible audience that knows it
   */
  words(words: Uint32Array, document: number, { audiences }: VisibleIndex): Uint32Array {
    if (this.#data.audienceOf(document) === "") return words;
    const { vocabulary } = this.#data;
    return words.map((word) => {
      for (const audience of audiences) {
        const same = vocabulary.findFor(word, audience);
        if (same !== undefined) return same;
      }
      return word;
    });
  }
}
