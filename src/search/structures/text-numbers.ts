import { HashSlots } from "../../analysis/hash-slots.ts";
import { checksumOf } from "./checksum.ts";

/** How many texts move into larger slots with each that is added: they are all there long before these are full. */
const movedAtOnce = 8;

/**
 * Finds the number of a text among texts that are kept elsewhere, in a few bytes per text and without a second copy.
 * No addition takes long: where the slots become too few, the texts move into larger ones a few at a time, and until
 * all have done so the old slots are asked as well.
 */
export class TextNumbers {
  readonly #isAt: (number: number, text: string, variety: string) => boolean;
  #hashes = new Int32Array(1 << 9);
  #slots = new HashSlots(this.#hashes.length);
  #size = 0;
  /** The slots before, while texts still move from there, and how many have. */
  #before: HashSlots | undefined;
  #moved = 0;

  /** @param isAt whether the text of a number is this one, and of this variety where texts of several are alike */
  constructor(isAt: (number: number, text: string, variety: string) => boolean) {
    this.#isAt = isAt;
  }

  get size(): number {
    return this.#size;
  }

  find(text: string, variety = ""): number | undefined {
    const hash = checksumOf(text) | 0;
    const found = this.#findIn(this.#slots, hash, text, variety);
    return found === undefined && this.#before !== undefined ? this.#findIn(this.#before, hash, text, variety) : found;
  }

  /** Gives the next number, from 0, to a text that `find` does not find. */
  add(text: string): number {
    if (this.#before !== undefined) this.#move();
    if (this.#size === this.#hashes.length) this.#grow();
    const number = this.#size++;
    const hash = checksumOf(text) | 0;
    this.#hashes[number] = hash;
    this.#slots.enter(hash, number);
    return number;
  }

  #findIn(slots: HashSlots, hash: number, text: string, variety: string): number | undefined {
    for (let number = slots.first(hash); number >= 0; number = slots.next()) {
      if (this.#hashes[number] === hash && this.#isAt(number, text, variety)) return number;
    }
    return undefined;
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#before = this.#slots;
    this.#slots = new HashSlots(hashes.length);
    this.#moved = 0;
  }

  /** What is added while others move stands in the new slots at once. */
  #move(): void {
    const all = this.#hashes.length / 2;
    const end = Math.min(this.#moved + movedAtOnce, all);
    for (; this.#moved < end; this.#moved++) this.#slots.enter(this.#hashes[this.#moved] ?? 0, this.#moved);
    if (this.#moved === all) this.#before = undefined;
  }
}
