import { gramBits } from "./grams.ts";
import { GrowingFloat64Array } from "./growing-array.ts";

/**
 * Work space for reading evidence, kept between questions: what each word of the vocabulary means for the question at
 * hand is noted once, as numbers in one pool. Notes of earlier questions are told by their stamp and need no clearing.
 */
export class EvidenceRoom {
  /** Where in `notes` a word's note begins; valid where `stamps` has the question's number. */
  #offsets = new Uint32Array(0);
  #stamps = new Uint32Array(0);
  #question = 0;
  readonly notes = new GrowingFloat64Array();
  /** 4-gram to its number in the question, from 1; 0 for those that the question does not have. */
  readonly gramSlots = new Int32Array(1 << gramBits);
  readonly #usedGrams: number[] = [];
  readonly buffer = new Uint32Array(128);

  /** Makes room for a new question. */
  begin(vocabularySize: number): void {
    if (this.#stamps.length < vocabularySize) {
      const size = Math.ceil(vocabularySize * 1.25);
      this.#stamps = new Uint32Array(size);
      this.#offsets = new Uint32Array(size);
      this.#question = 0;
    }
    if (this.#question === 0xffffffff) {
      this.#stamps.fill(0);
      this.#question = 0;
    }
    this.#question++;
    this.notes.clear();
    for (const gram of this.#usedGrams) this.gramSlots[gram] = 0;
    this.#usedGrams.length = 0;
  }

  setGram(gram: number, slot: number): void {
    this.gramSlots[gram] = slot;
    this.#usedGrams.push(gram);
  }

  /** @returns where the word's note begins, or -1 where there is none yet */
  noteOf(word: number): number {
    return this.#stamps[word] === this.#question ? (this.#offsets[word] ?? -1) : -1;
  }

  /** The note of the word begins at the end of `notes` now. */
  beginNote(word: number): number {
    this.#stamps[word] = this.#question;
    this.#offsets[word] = this.notes.length;
    return this.notes.length;
  }
}
