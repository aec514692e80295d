import { stat } from "node:fs/promises";
import { LRUCache } from "lru-cache";

interface Made<T> {
  /** What tells that the file is still the same. */
  readonly identity: string;
  readonly value: Promise<T>;
}

export interface UnchangedFilesOptions<T> {
  /** How much room a value takes. */
  readonly sizeOf: (value: T) => number;
  /** How much all that are kept may take together. */
  readonly most: number;
}

/**
 * Keeps what was made of files lately, as long as these stay as they are: who turns the pages of a long document waits for
 * it once, and several who open it at the same time wait for one reading.
 */
export class UnchangedFiles<T> {
  readonly #pathOf: (file: string) => string;
  readonly #sizeOf: (value: T) => number;
  readonly #kept: LRUCache<string, Made<T>>;

  /** @param pathOf where a file lies */
  constructor(pathOf: (file: string) => string, { sizeOf, most }: UnchangedFilesOptions<T>) {
    this.#pathOf = pathOf;
    this.#sizeOf = sizeOf;
    this.#kept = new LRUCache({ maxSize: most });
  }

  /**
   * What was made of a file, or what is made of it now.
   * @param readWith fingerprint of what beside the file's bytes decides what is made
   * @throws what making it throws
   */
  async get(file: string, readWith: string, make: () => Promise<T>): Promise<T> {
    const identity = `${readWith} ${await this.#identityOf(file)}`;
    const known = this.#kept.get(file);
    if (known?.identity === identity) return known.value;
    const made: Made<T> = { identity, value: make() };
    this.#kept.set(file, made, { size: 1 });
    try {
      const value = await made.value;
      if (this.#kept.peek(file) === made) this.#kept.set(file, { ...made }, { size: Math.max(1, this.#sizeOf(value)) });
      return value;
    } catch (error) {
      if (this.#kept.peek(file) === made) this.#kept.delete(file);
      throw error;
    }
  }

  async #identityOf(file: string): Promise<string> {
    const found = await stat(this.#pathOf(file), { bigint: true }).catch(() => undefined);
    return found === undefined ? "" : [found.ino, found.size, found.mtimeNs, found.ctimeNs].join(" ");
  }
}
