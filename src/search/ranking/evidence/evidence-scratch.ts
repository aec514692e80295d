import { gramBits, gramHashes } from "../../index/grams.ts";
import type { Vocabulary } from "../../index/vocabulary.ts";
import { GrowingFloat64Array, GrowingUint32Array } from "../../structures/growing-array.ts";
import { termHash } from "../../structures/term-table.ts";

/** In place of where a note begins. */
export const unknown = -1;

/** Whether a note says that its word has nothing of the question. */
export function isSilent(note: number): boolean {
  return note < unknown;
}

/** The length of a word by the note that `silence` gives. */
export function charsOf(note: number): number {
  return unknown - 1 - note;
}

/**
 * Scratch memory for reading evidence, kept from one question to the next. What a word of the vocabulary means for the
 * current question is worked out once and noted as a few numbers in one pool (`EvidenceReader` draws the layout). Two bits
 * a word say whether it is noted, so that notes of earlier questions never have to be cleared.
 */
export class EvidenceScratch {
  /** One bit for each word that says nothing of the current question: nearly all, so that few look further than here. */
  #silent = new Uint32Array(0);
  /** One bit for each word that says something of it. */
  #telling = new Uint32Array(0);
  /** By word, good for those of `#telling`: where in `notes` its note begins. */
  #noteStarts = new Uint32Array(0);
  /** By word, good for those whose hashes are known: its length, with one for its edge. */
  #chars = new Uint32Array(0);
  readonly notes = new GrowingFloat64Array();
  /** 4-gram to its number in the question, from 1; 0 for those that the question does not have. */
  readonly gramSlots = new Int32Array(1 << gramBits);
  readonly #usedGrams: number[] = [];
  /** One bit for each 4-gram, small enough to stay in the processor's cache: nearly every look-up ends here. */
  readonly #gramBits = new Uint32Array(1 << (gramBits - 5));
  readonly buffer = new Uint32Array(128);
  /** By word: where its hashes begin in `hashes`, from 1; 0 where they are not known yet. Good until words get other parts. */
  #hashOffsets = new Uint32Array(0);
  /**
   * For each word that was met so far:
   *
   *     │ t │ hash of its own term │ hashes of its parts' terms │ g │ its 4-grams × g │ characters, with one for its edge │
   *       └ terms together                                        └ 4-grams
   */
  hashes = GrowingUint32Array.from(new Uint32Array(1));
  #partsRevision = 0;

  /** Prepares for a new question. */
  begin({ size: vocabularySize, partsRevision }: Pick<Vocabulary, "size" | "partsRevision">): void {
    if (this.#partsRevision !== partsRevision) {
      this.#partsRevision = partsRevision;
      this.hashes = GrowingUint32Array.from(new Uint32Array(1));
      this.#hashOffsets.fill(0);
    }
    if (this.#hashOffsets.length < vocabularySize) {
      const size = Math.ceil(vocabularySize * 1.25);
      this.#silent = new Uint32Array((size >>> 5) + 1);
      this.#telling = new Uint32Array((size >>> 5) + 1);
      this.#noteStarts = new Uint32Array(size);
      const chars = new Uint32Array(size);
      chars.set(this.#chars);
      this.#chars = chars;
      const offsets = new Uint32Array(size);
      offsets.set(this.#hashOffsets);
      this.#hashOffsets = offsets;
    }
    this.#silent.fill(0);
    this.#telling.fill(0);
    this.notes.clear();
    for (const gram of this.#usedGrams) this.gramSlots[gram] = 0;
    this.#gramBits.fill(0);
    this.#usedGrams.length = 0;
  }

  setGram(gram: number, slot: number): void {
    this.gramSlots[gram] = slot;
    this.#usedGrams.push(gram);
    this.#gramBits[gram >>> 5] = (this.#gramBits[gram >>> 5] ?? 0) | (1 << (gram & 31));
  }

  /** Whether the question has the 4-gram. */
  hasGram(gram: number): boolean {
    return ((this.#gramBits[gram >>> 5] ?? 0) & (1 << (gram & 31))) !== 0;
  }

  /** @returns where the word's entry in `hashes` begins */
  hashesOf(word: number, vocabulary: Pick<Vocabulary, "word" | "term" | "termAt" | "partNumbers">): number {
    const known = this.#hashOffsets[word] ?? 0;
    if (known > 0) return known;
    const offset = this.hashes.length;
    const parts = vocabulary.partNumbers(word);
    this.hashes.push(1 + parts.length);
    this.hashes.push(termHash(vocabulary.term(word)));
    for (const part of parts) this.hashes.push(termHash(vocabulary.termAt(part)));
    const grams = gramHashes(vocabulary.word(word), this.buffer);
    this.hashes.push(grams);
    for (let i = 0; i < grams; i++) this.hashes.push(this.buffer[i] ?? 0);
    this.#chars[word] = vocabulary.word(word).length + 1;
    this.hashes.push(vocabulary.word(word).length + 1);
    this.#hashOffsets[word] = offset;
    return offset;
  }

  /** @returns where the word's note begins; -1 where there is none yet; what `silence` gives for a word without one */
  noteOf(word: number): number {
    const cell = word >>> 5;
    const bit = 1 << (word & 31);
    if (((this.#silent[cell] ?? 0) & bit) !== 0) return unknown - 1 - (this.#chars[word] ?? 0);
    return ((this.#telling[cell] ?? 0) & bit) === 0 ? unknown : (this.#noteStarts[word] ?? unknown);
  }

  /** Notes that a word says nothing of the question but how long it is. @returns the note, for `charsOf` */
  silence(word: number, chars: number): number {
    this.#silent[word >>> 5] = (this.#silent[word >>> 5] ?? 0) | (1 << (word & 31));
    return unknown - 1 - chars;
  }

  /** @param begin where the word's note begins in `notes` */
  note(word: number, begin: number): void {
    this.#telling[word >>> 5] = (this.#telling[word >>> 5] ?? 0) | (1 << (word & 31));
    this.#noteStarts[word] = begin;
  }
}
