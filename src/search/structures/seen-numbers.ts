/** Which numbers have been seen since `begin`. Each has a stamp, so that starting over costs nothing. */
export class SeenNumbers {
  #stamps = new Uint32Array(0);
  #stamp = 0;

  /** @param size more than any number that will be asked for */
  begin(size: number): void {
    if (size > this.#stamps.length) {
      this.#stamps = new Uint32Array(Math.ceil(size * 1.5));
      this.#stamp = 0;
    } else if (this.#stamp === 0xffffffff) {
      this.#stamps.fill(0);
      this.#stamp = 0;
    }
    this.#stamp++;
  }

  /** Whether the number is met for the first time. */
  isNew(number: number): boolean {
    if (this.#stamps[number] === this.#stamp) return false;
    this.#stamps[number] = this.#stamp;
    return true;
  }
}
