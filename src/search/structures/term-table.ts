import { HashSlots } from "../../analysis/hash-slots.ts";
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

/** The hash under which a term is looked up. */
export const termHash = checksumOf;

/**
 * A question's terms, looked up by hash. Nearly every word of a passage is not among them, and such a miss costs one
 * array access and no string.
 */
export class TermTable {
  readonly #slots: HashSlots;
  readonly #hashes: number[] = [];
  readonly #entries: Entry[] = [];

  /** @param capacity at least as many terms as will be added */
  constructor(capacity: number) {
    // Twice as many slots as a table needs: most look-ups are of other words, and are to end at once.
    this.#slots = new HashSlots(Math.max(16, capacity * 2));
  }

  add(term: string, hit: TermHit): void {
    const hash = termHash(term);
    for (let entry = this.#slots.first(hash); entry >= 0; entry = this.#slots.next()) {
      if (this.#entries[entry]?.term === term) {
        this.#entries[entry]?.hits.push(hit);
        return;
      }
    }
    this.#slots.enter(hash, this.#entries.length);
    this.#hashes.push(hash);
    this.#entries.push({ term, hits: [hit] });
  }

  find(hash: number, term: string): readonly TermHit[] {
    for (let entry = this.#slots.first(hash); entry >= 0; entry = this.#slots.next()) {
      if (this.#hashes[entry] === hash && this.#entries[entry]?.term === term)
        return this.#entries[entry]?.hits ?? none;
    }
    return none;
  }

  /** Whether a term with this hash may be there. */
  mayHave(hash: number): boolean {
    for (let entry = this.#slots.first(hash); entry >= 0; entry = this.#slots.next()) {
      if (this.#hashes[entry] === hash) return true;
    }
    return false;
  }
}

const none: readonly TermHit[] = [];
