import { type PackedVector, VectorMemory } from "./vectors/vector-memory.ts";

/** A passage whose meaning is near a question's. */
export interface NearPassage {
  readonly documentKey: string;
  /** Among the document's passages, from 0. */
  readonly position: number;
  /** The cosine of the two vectors. */
  readonly likeness: number;
}

interface PlacedDocument {
  /** By position among its passages; -1 where there is no vector yet. */
  readonly rows: Int32Array;
}

/** Vectors of passages by document, to be compared with a question's. */
export class MeaningIndex {
  readonly #documents = new Map<string, PlacedDocument>();
  readonly #rowOf = new Map<string, number>();
  #memory: VectorMemory | undefined;

  /** How many different texts have vectors. */
  get vectors(): number {
    return this.#memory?.size ?? 0;
  }

  /** How many numbers a vector has; undefined as long as there is none. */
  get dimension(): number | undefined {
    return this.#memory?.dimension;
  }

  has(key: string): boolean {
    return this.#rowOf.has(key);
  }

  /** Keeps a text's vector. @throws RangeError where it has another dimension than those before */
  add(key: string, vector: PackedVector): void {
    this.#memory ??= new VectorMemory(vector.numbers.length);
    if (!this.#rowOf.has(key)) this.#rowOf.set(key, this.#memory.add(vector));
  }

  /** Sets the texts of a document's passages, in their order. Those without a vector are not found. */
  place(documentKey: string, keys: readonly string[]): void {
    this.#documents.set(documentKey, { rows: Int32Array.from(keys, (key) => this.#rowOf.get(key) ?? -1) });
  }

  remove(documentKey: string): void {
    this.#documents.delete(documentKey);
  }

  /**
   * The passages nearest to a vector, nearest first.
   * @param documentKeys the documents to search; the vectors of others are not even compared
   */
  nearest(vector: Float32Array, documentKeys: Iterable<string>, limit: number): NearPassage[] {
    const memory = this.#memory;
    if (memory === undefined || vector.length !== memory.dimension) return [];
    const likenesses = memory.likenesses(vector);
    const found: NearPassage[] = [];
    let worst = Number.NEGATIVE_INFINITY;
    for (const documentKey of documentKeys) {
      const rows = this.#documents.get(documentKey)?.rows ?? [];
      for (let position = 0; position < rows.length; position++) {
        const likeness = likenesses[rows[position] ?? -1] ?? Number.NEGATIVE_INFINITY;
        if (likeness <= worst) continue;
        found.push({ documentKey, position, likeness });
        // Allowed to grow to a few times the limit, so that it need not be sorted each time.
        if (found.length >= 4 * limit) worst = best(found, limit);
      }
    }
    best(found, limit);
    return found;
  }
}

/** Leaves the nearest, in order. @returns the likeness of the last one of them */
function best(found: NearPassage[], limit: number): number {
  found.sort((a, b) => b.likeness - a.likeness || compare(a, b));
  if (found.length > limit) found.length = limit;
  return found.length < limit ? Number.NEGATIVE_INFINITY : (found.at(-1)?.likeness ?? Number.NEGATIVE_INFINITY);
}

function compare(a: NearPassage, b: NearPassage): number {
  return a.documentKey === b.documentKey ? a.position - b.position : a.documentKey < b.documentKey ? -1 : 1;
}
