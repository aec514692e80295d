const parts = 64;

/**
 * What texts stand for, in many small maps instead of a large one: a map that has no room left moves all of its entries
 * at once, which takes as long as an answer where there are a million of them.
 */
export class SplitMap<T> {
  readonly #maps: readonly Map<string, T>[] = Array.from({ length: parts }, () => new Map<string, T>());

  get size(): number {
    return this.#maps.reduce((sum, { size }) => sum + size, 0);
  }

  /** How many entries the largest of the maps has. */
  get largest(): number {
    return Math.max(...this.#maps.map(({ size }) => size));
  }

  has(text: string): boolean {
    return this.#mapOf(text).has(text);
  }

  get(text: string): T | undefined {
    return this.#mapOf(text).get(text);
  }

  set(text: string, value: T): this {
    this.#mapOf(text).set(text, value);
    return this;
  }

  delete(text: string): boolean {
    return this.#mapOf(text).delete(text);
  }

  /** By a few letters and the length, for that costs no reading of the whole text. */
  #mapOf(text: string): Map<string, T> {
    const { length } = text;
    const [first, middle, last] = [text.charCodeAt(0), text.charCodeAt(length >> 1), text.charCodeAt(length - 1)];
    const map = this.#maps[(first * 5 + middle * 11 + last * 3 + length * 7) % parts || 0];
    if (map === undefined) throw new RangeError("There is a map for every remainder.");
    return map;
  }
}
