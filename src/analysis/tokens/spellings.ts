/** The words of a document take little memory, those of a large collection at most this much. */
const leastCapacity = 1 << 9;
const mostCapacity = 1 << 17;

/**
 * Numbers of words by how they are written, looked up by a range of a text, so that a known word costs no string and no
 * object. Bounded: when it is full, it starts over.
 */
export class Spellings {
  /** Entry under a hash, from 1; 0 is free. */
  #slots = new Int32Array(leastCapacity * 2);
  #hashes = new Int32Array(leastCapacity);
  #values = new Int32Array(leastCapacity);
  /** Where the entry's text ends in `#chars`; it begins where the one before ends. */
  #ends = new Uint32Array(leastCapacity);
  #chars = new Uint16Array(leastCapacity * 12);
  #size = 0;

  /** @param hash as `scan` gives it for the stretch */
  find(text: string, start: number, end: number, hash: number): number | undefined {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let entry = this.#slots[slot] ?? 0; entry > 0; entry = this.#slots[slot] ?? 0) {
      if (this.#hashes[entry - 1] === hash && this.#isWritten(entry - 1, text, start, end))
        return this.#values[entry - 1];
      slot = (slot + 1) & mask;
    }
    return undefined;
  }

  /** Adds what `find` did not find. @param value a signed 32-bit number */
  add(text: string, start: number, end: number, hash: number, value: number): void {
    if (this.#size === mostCapacity) {
      this.#slots.fill(0);
      this.#size = 0;
    } else if (this.#size === this.#hashes.length) this.#grow();
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
    this.#enter(entry);
  }

  #grow(): void {
    const capacity = Math.min(mostCapacity, this.#hashes.length * 4);
    const [hashes, values, ends] = [new Int32Array(capacity), new Int32Array(capacity), new Uint32Array(capacity)];
    hashes.set(this.#hashes);
    values.set(this.#values);
    ends.set(this.#ends);
    this.#hashes = hashes;
    this.#values = values;
    this.#ends = ends;
    this.#slots = new Int32Array(capacity * 2);
    for (let entry = 0; entry < this.#size; entry++) this.#enter(entry);
  }

  #enter(entry: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[entry] ?? 0) & mask;
    while ((this.#slots[slot] ?? 0) > 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry + 1;
  }

  #isWritten(entry: number, text: string, start: number, end: number): boolean {
    const from = entry === 0 ? 0 : (this.#ends[entry - 1] ?? 0);
    if ((this.#ends[entry] ?? 0) - from !== end - start) return false;
    for (let i = start; i < end; i++) if (this.#chars[from + i - start] !== text.charCodeAt(i)) return false;
    return true;
  }
}
