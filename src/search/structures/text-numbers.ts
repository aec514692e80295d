import { checksumOf } from "./checksum.ts";

/**
 * Finds the number of a text among texts that are kept elsewhere: some bytes a text and no second copy of it.
 */
export class TextNumbers {
  readonly #isAt: (number: number, text: string, variety: string) => boolean;
  /** Number under a hash, from 1; 0 is free. */
  #slots = new Int32Array(1 << 10);
  #hashes = new Int32Array(1 << 9);
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
    let slot = slotOf(hash, this.#slots.length);
    for (let next = this.#slots[slot] ?? 0; next > 0; next = this.#slots[slot] ?? 0) {
      if (this.#hashes[next - 1] === hash && this.#isAt(next - 1, text, variety)) return next - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return undefined;
  }

  /** Gives the next number, from 0, to a text that `find` does not find. */
  add(text: string): number {
    if (this.#size === this.#hashes.length) this.#grow();
    const number = this.#size++;
    this.#hashes[number] = checksumOf(text) | 0;
    this.#enter(number);
    return number;
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Int32Array(hashes.length * 2);
    for (let number = 0; number < this.#size; number++) this.#enter(number);
  }

  #enter(number: number): void {
    let slot = slotOf(this.#hashes[number] ?? 0, this.#slots.length);
    while ((this.#slots[slot] ?? 0) > 0) slot = (slot + 1) & (this.#slots.length - 1);
    this.#slots[slot] = number + 1;
  }
}

function slotOf(hash: number, slots: number): number {
  return (hash ^ (hash >>> 15)) & (slots - 1);
}
