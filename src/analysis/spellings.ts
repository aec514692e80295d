/** Words of most texts that are written in one way or another, or so. */
const capacity = 1 << 17;
const slotMask = capacity * 2 - 1;

/**
 * Numbers of words by how they are written, asked for by a stretch of a text: what is known costs no string and no
 * object. Bounded: when it is full, it begins anew.
 */
export class Spellings {
  /** Entry under a hash, from 1; 0 is free. */
  readonly #slots = new Int32Array(capacity * 2);
  readonly #hashes = new Int32Array(capacity);
  readonly #values = new Int32Array(capacity);
  /** Where the entry's text ends in `#chars`; it begins where the one before ends. */
  readonly #ends = new Uint32Array(capacity);
  #chars = new Uint16Array(capacity * 12);
  #size = 0;

  /** @param hash as `scan` gives it for the stretch */
  find(text: string, start: number, end: number, hash: number): number | undefined {
    let slot = hash & slotMask;
    for (let entry = this.#slots[slot] ?? 0; entry > 0; entry = this.#slots[slot] ?? 0) {
      if (this.#hashes[entry - 1] === hash && this.#isWritten(entry - 1, text, start, end))
        return this.#values[entry - 1];
      slot = (slot + 1) & slotMask;
    }
    return undefined;
  }

  /** Adds what `find` did not find. @param value a signed 32-bit number */
  add(text: string, start: number, end: number, hash: number, value: number): void {
    if (this.#size === capacity) {
      this.#slots.fill(0);
      this.#size = 0;
    }
    const entry = this.#size++;
    const from = entry === 0 ? 0 : (this.#ends[entry - 1] ?? 0);
    if (from + end - start > this.#chars.length) {
      const larger = new Uint16Array(this.#chars.length * 2 + end - start);
      larger.set(this.#chars);
      this.#chars = larger;
    }
    for (let i = start; i < end; i++) this.#chars[from + i - start] = text.charCodeAt(i);
    this.#ends[entry] = from + end - start;
    this.#hashes[entry] = hash;
    this.#values[entry] = value;
    let slot = hash & slotMask;
    while ((this.#slots[slot] ?? 0) > 0) slot = (slot + 1) & slotMask;
    this.#slots[slot] = entry + 1;
  }

  #isWritten(entry: number, text: string, start: number, end: number): boolean {
    const from = entry === 0 ? 0 : (this.#ends[entry - 1] ?? 0);
    if ((this.#ends[entry] ?? 0) - from !== end - start) return false;
    for (let i = start; i < end; i++) if (this.#chars[from + i - start] !== text.charCodeAt(i)) return false;
    return true;
  }
}
