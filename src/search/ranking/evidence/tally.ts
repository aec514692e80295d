/** What a line around passages holds of a question. */
export interface LineTally {
  readonly frequencies: Float32Array;
  readonly met: Float32Array;
  /** By slot. */
  readonly grams: ReadonlyMap<number, number>;
  /** Whether it holds nothing of it. */
  readonly isEmpty: boolean;
}

/** What stands around a passage, weighted. */
export class Around {
  readonly terms: Float32Array;
  readonly sentence: Float32Array;
  readonly met: Float32Array;
  readonly grams: { readonly grams: ReadonlyMap<number, number>; readonly weight: number }[] = [];
  /** Whether nothing of the question stands there. */
  isEmpty = true;

  constructor(concepts: number) {
    this.terms = new Float32Array(concepts);
    this.sentence = new Float32Array(concepts);
    this.met = new Float32Array(concepts);
  }

  clear(): void {
    this.terms.fill(0);
    this.sentence.fill(0);
    this.met.fill(0);
    this.grams.length = 0;
    this.isEmpty = true;
  }
}

/** Counts over a run of words. */
export class Tally {
  readonly frequencies: Float32Array;
  readonly met: Float32Array;
  readonly grams: Float32Array;
  /** The slots of those that are there, the first `touched` of them. */
  readonly touchedGrams: Uint32Array;
  touched = 0;
  chars = 0;

  constructor(concepts: number, grams: number) {
    this.frequencies = new Float32Array(concepts);
    this.met = new Float32Array(concepts);
    this.grams = new Float32Array(grams);
    this.touchedGrams = new Uint32Array(grams);
  }

  meet(concept: number, weight: number): void {
    this.frequencies[concept] = (this.frequencies[concept] ?? 0) + weight;
    if (weight > (this.met[concept] ?? 0)) this.met[concept] = weight;
  }

  countGram(slot: number, times = 1): void {
    if (times === 0) return;
    const count = this.grams[slot] ?? 0;
    if (count === 0) this.touchedGrams[this.touched++] = slot;
    this.grams[slot] = count + times;
  }

  /** Adds what a sentence's words stand for, and how long they are; its 4-grams are counted in the whole as they come. */
  addAndClear(other: Tally): void {
    for (let concept = 0; concept < this.frequencies.length; concept++) {
      this.frequencies[concept] = (this.frequencies[concept] ?? 0) + (other.frequencies[concept] ?? 0);
      this.met[concept] = Math.max(this.met[concept] ?? 0, other.met[concept] ?? 0);
    }
    this.chars += other.chars;
    other.clear();
  }

  clear(): void {
    this.frequencies.fill(0);
    this.met.fill(0);
    for (let at = 0; at < this.touched; at++) this.grams[this.touchedGrams[at] ?? 0] = 0;
    this.touched = 0;
    this.chars = 0;
  }
}
