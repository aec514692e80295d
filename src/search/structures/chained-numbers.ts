import { GrowingUint32Array } from "./growing-array.ts";

/**
 * A hash table of numbers, several under one hash. Entries lie in three parallel columns and are linked to chains, so
 * that each costs little more than twelve bytes and nothing on the heap:
 *
 *     #last     slot  → latest entry      [ 0 | 3 | 0 | 2 | … ]     0: the slot is empty
 *     #before   entry → the one before it [ 0 | 0 | 1 ]             entry 3 → entry 1 → end
 *     #hashes   entry → its hash          [ h | g | h ]
 *     #numbers  entry → its number        [ 7 | 4 | 9 ]             under h: 7, 9
 */
export class ChainedNumbers {
  readonly #numbers = new GrowingUint32Array();
  readonly #hashes = new GrowingUint32Array();
  /** The entry before under the same slot, from 1; 0: none. */
  readonly #before = new GrowingUint32Array();
  /** The last entry under a slot, from 1. */
  #last = new Uint32Array(1 << 10);

  /** @param hash unsigned, 32 bits */
  add(hash: number, number: number): void {
    if (this.#numbers.length >= this.#last.length) this.#grow();
    this.#numbers.push(number);
    this.#hashes.push(hash);
    this.#before.push(0);
    this.#enter(this.#numbers.length - 1);
  }

  /** The numbers that were added under a hash, in the order in which they were added. */
  under(hash: number): number[] {
    const found: number[] = [];
    for (let entry = this.#last[this.#slotOf(hash)] ?? 0; entry > 0; entry = this.#before.at(entry - 1)) {
      if (this.#hashes.at(entry - 1) === hash) found.push(this.#numbers.at(entry - 1));
    }
    return found.reverse();
  }

  #grow(): void {
    this.#last = new Uint32Array(this.#last.length * 4);
    for (let entry = 0; entry < this.#numbers.length; entry++) this.#enter(entry);
  }

  #enter(entry: number): void {
    const slot = this.#slotOf(this.#hashes.at(entry));
    this.#before.set(entry, this.#last[slot] ?? 0);
    this.#last[slot] = entry + 1;
  }

  #slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#last.length - 1);
  }
}
