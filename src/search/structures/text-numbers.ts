import { HashSlots } from "../../analysis/hash-slots.ts";
import { checksumOf } from "./checksum.ts";

/**
 * Finds the number of a text among texts that are kept elsewhere, in a few bytes per text and without a second copy.
 */
export class TextNumbers {
  readonly #isAt: (number: number, text: string, variety: string) => boolean;
  #hashes = new Int32Array(1 << 9);
  readonly #slots = new HashSlots(this.#hashes.length);
  #size = 0;

  /** @param isAt whether the text of a number is this one, and of this variety where texts of several are alike */
  constructor(isAt: (number: number, text: string, variety: string) => boolean) {
    this.#isAt = isAt;
  }

  get size(): number {
    return this.#size;
  }

  find(text: string, variety = ""): number | undefined {
    const hash = checksumOf(text) | 0;
    for (let number = this.#slots.first(hash); number >= 0; number = this.#slots.next()) {
      if (this.#hashes[number] === hash && this.#isAt(number, text, variety)) return number;
    }
    return undefined;
  }

  /** Gives the next number, from 0, to a text that `find` does not find. */
  add(text: string): number {
    if (this.#size === this.#hashes.length) this.#grow();
    const number = this.#size++;
    const hash = checksumOf(text) | 0;
    this.#hashes[number] = hash;
    this.#slots.enter(hash, number);
    return number;
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots.grow(hashes.length);
    for (let number = 0; number < this.#size; number++) this.#slots.enter(hashes[number] ?? 0, number);
  }
}
