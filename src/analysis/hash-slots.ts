/**
 * The slots of a hash table of entries that are kept elsewhere and known by their numbers, from 0. Open addressing with
 * linear probing: an entry whose slot is taken goes into the next free one, so a look-up ends at the first empty slot.
 *
 *     enter(h₁, 0)   enter(h₂, 1)   enter(h₃, 2)   where all three hashes belong into slot 2:
 *
 *     slot      0   1   2   3   4   5   6   7
 *     entry+1 [ 0 | 0 | 1 | 2 | 3 | 0 | 0 | 0 ]     0: the slot is empty
 *                       └── first(h₃) = 0, next() = 1, next() = 2, next() = -1
 *
 * Entries of other hashes come along; whoever looks for one compares it.
 */
export class HashSlots {
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** Where `first` or `next` was last. */
  #slot = 0;

  /** @param most how many entries there will be at most */
  constructor(most: number) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(most * 2 + 2)));
    this.#mask = this.#slots.length - 1;
  }

  /** @param hash a whole number of 32 bits, with a sign or without */
  enter(hash: number, entry: number): void {
    let slot = this.#slotOf(hash);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = entry + 1;
  }

  /** The first entry that may have the hash; -1 where there is none. */
  first(hash: number): number {
    this.#slot = this.#slotOf(hash);
    return (this.#slots[this.#slot] ?? 0) - 1;
  }

  /** The one after the entry that `first` or `next` returned last; -1 where there is none. */
  next(): number {
    this.#slot = (this.#slot + 1) & this.#mask;
    return (this.#slots[this.#slot] ?? 0) - 1;
  }

  #slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.#mask;
  }
}
