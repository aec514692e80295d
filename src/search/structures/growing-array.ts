/** A growing list of unsigned 32-bit numbers, in four bytes each and without objects. */
export class GrowingUint32Array {
  #values: Uint32Array;
  #length: number;

  /** @param values taken over, not copied */
  constructor(values: Uint32Array = new Uint32Array(64)) {
    this.#values = values;
    this.#length = 0;
  }

  /**
   * @param values taken over, not copied
   * @param length how many of them are entries; the rest is room to grow
   */
  static from(values: Uint32Array, length = values.length): GrowingUint32Array {
    const array = new GrowingUint32Array(values);
    array.#length = Math.min(length, values.length);
    return array;
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(Math.max(64, Math.ceil(this.#length * 1.5)));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** 0 beyond the end. */
  at(index: number): number {
    return index < this.#length ? (this.#values[index] ?? 0) : 0;
  }

  set(index: number, value: number): void {
    if (index < this.#length) this.#values[index] = value;
  }

  /** The memory behind the list; entries beyond `length` mean nothing. Valid until the next `push`. */
  get values(): Uint32Array {
    return this.#values;
  }

  /** The entries as they stand, valid until the next `push`. */
  view(start = 0, end = this.#length): Uint32Array {
    return this.#values.subarray(start, end);
  }

  /** Releases spare capacity. */
  trim(): void {
    if (this.#values.length > this.#length) this.#values = this.#values.slice(0, this.#length);
  }
}

/** A growing list of numbers that can be emptied without releasing its memory. */
export class GrowingFloat64Array {
  #values = new Float64Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The memory behind the list; entries beyond `length` mean nothing. Valid until the next `push`. */
  get values(): Float64Array {
    return this.#values;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  set(index: number, value: number): void {
    if (index < this.#length) this.#values[index] = value;
  }

  /** Forgets what stands behind so many entries. */
  truncate(length: number): void {
    if (length < this.#length) this.#length = length;
  }

  clear(): void {
    this.#length = 0;
  }
}
