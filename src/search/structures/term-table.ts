import { checksumOf } from "./checksum.ts";

/** A concept that a term stands for, and how well. */
export interface TermHit {
  readonly concept: number;
  readonly weight: number;
}

interface Entry {
  readonly term: string;
  readonly hits: TermHit[];
}

/** The number under which a term is looked up; equal terms have equal ones. */
export const termHash = checksumOf;

/**
 * A question's terms, looked up by hash: nearly every word of a passage is none of them, and a miss costs one array
 * access and no string.
 */
export class TermTable {
  readonly #slots: Int32Array;
  readonly #hashes: number[] = [];
  readonly #entries: Entry[] = [];
  readonly #mask: number;

  /** @param capacity at least as many terms as will be added */
  constructor(capacity: number) {
    let size = 64;
    while (size < capacity * 4) size *= 2;
    this.#slots = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
  }

  add(term: string, hit: TermHit): void {
    const hash = termHash(term);
    let slot = hash & this.#mask;
    for (let entry = this.#slots[slot] ?? -1; entry >= 0; entry = this.#slots[slot] ?? -1) {
      if (this.#entries[entry]?.term === term) {
        this.#entries[entry]?.hits.push(hit);
        return;
      }
      slot = (slot + 1) & this.#mask;
    }
    this.#slots[slot] = this.#entries.length;
    this.#hashes.push(hash);
    this.#entries.push({ term, hits: [hit] });
  }

  find(hash: number, term: string): readonly TermHit[] {
    let slot = hash & this.#mask;
    for (let entry = this.#slots[slot] ?? -1; entry >= 0; entry = this.#slots[slot] ?? -1) {
      if (this.#hashes[entry] === hash && this.#entries[entry]?.term === term)
        return this.#entries[entry]?.hits ?? none;
      slot = (slot + 1) & this.#mask;
    }
    return none;
  }

  /** Whether a term with this hash may be there. */
  mayHave(hash: number): boolean {
    let slot = hash & this.#mask;
    for (let entry = this.#slots[slot] ?? -1; entry >= 0; entry = this.#slots[slot] ?? -1) {
      if (this.#hashes[entry] === hash) return true;
      slot = (slot + 1) & this.#mask;
    }
    return false;
  }
}

const none: readonly TermHit[] = [];
