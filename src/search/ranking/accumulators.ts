import type { GrowingUint32Array } from "../structures/growing-array.ts";
import { type Bm25Settings, bm25 } from "./bm25.ts";

/** Number of score classes used to find the best candidates. */
const scoreClasses = 2048;
/** Stored scores are rounded. */
const rounding = 1 - 1e-6;

/** A passage's score so far and its length in words are adjacent, since they are read together. */
const cell = { size: 2, score: 0, length: 1 };

/** What every concept of a question is scored with. */
export interface Scoring {
  readonly settings: Bm25Settings;
  readonly averageLength: number;
  /** Whether a passage may be found; absent: all may. */
  readonly isAllowed?: (id: number) => boolean;
}

/**
 * A few numbers for each passage, reused from question to question so that nothing is allocated. Most of a question's
 * time is spent in the loops of this class.
 */
export class Accumulators {
  #cells = new Float32Array(0);
  /** Weighted frequencies of the current concept, by passage. */
  #frequencies = new Float32Array(0);
  /** The same for the fields above the passages, normalised. */
  #inContext = new Float32Array(0);
  #lengthsOf: GrowingUint32Array | undefined;
  #lengths = 0;
  /** Passages in which the current concept was found. */
  #touched = new Uint32Array(0);
  touchedCount = 0;
  /** Passages that have a score. */
  #candidates = new Uint32Array(0);
  candidateCount = 0;
  /** How many candidates have a score of each class. */
  readonly #classCounts = new Uint32Array(scoreClasses + 1);
  #classesPerScore = 0;
  /** Passages that `narrow` kept, and a bit for each passage: small enough to stay in the processor's cache. */
  #hopeful = new Uint32Array(0);
  #hopefulCount = 0;
  #hopefulBits = new Uint32Array(0);

  /**
   * Prepares for a new question.
   * @param offsets of passages, and the end of the last: the length of one is the difference to the next
   * @param mostScore which no passage's score can pass
   */
  begin(offsets: GrowingUint32Array, mostScore: number): void {
    const passages = offsets.length - 1;
    if (this.#cells.length < passages * cell.size) {
      const size = Math.ceil(passages * 1.25);
      this.#cells = new Float32Array(size * cell.size);
      this.#frequencies = new Float32Array(size);
      this.#inContext = new Float32Array(size);
      this.#lengths = 0;
      this.#touched = new Uint32Array(size);
      this.#candidates = new Uint32Array(size);
      this.#hopeful = new Uint32Array(size);
      this.#hopefulBits = new Uint32Array((size >>> 5) + 1);
    }
    if (this.#lengthsOf !== offsets) this.#lengths = 0;
    this.#lengthsOf = offsets;
    for (; this.#lengths < passages; this.#lengths++) {
      this.#cells[this.#lengths * cell.size + cell.length] = offsets.at(this.#lengths + 1) - offsets.at(this.#lengths);
    }
    this.#classCounts.fill(0);
    this.#classesPerScore = mostScore > 0 ? (scoreClasses * rounding) / mostScore : 0;
  }

  scoreOf(id: number): number {
    return this.#cells[id * cell.size + cell.score] ?? 0;
  }

  /** Adds a frequency of the current concept to each passage of a list. @returns how many of them were new */
  collect(ids: readonly number[], frequency: number): number {
    const frequencies = this.#frequencies;
    const touched = this.#touched;
    const countBefore = this.touchedCount;
    let count = countBefore;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0;
      const before = frequencies[id] ?? 0;
      if (before === 0) touched[count++] = id;
      frequencies[id] = before + frequency;
    }
    this.touchedCount = count;
    return count - countBefore;
  }

  /** Like `collect`, for hopeful passages only. */
  collectHopeful(ids: readonly number[], frequency: number): void {
    const frequencies = this.#frequencies;
    const bits = this.#hopefulBits;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0;
      if (((bits[id >>> 5] ?? 0) & (1 << (id & 31))) === 0) continue;
      const before = frequencies[id] ?? 0;
      if (before === 0) this.#touched[this.touchedCount++] = id;
      frequencies[id] = before + frequency;
    }
  }

  /**
   * Adds a frequency of the concept at hand that a text above passages has to each of these; after `collect`.
   * @param onlyHopeful whether other passages are left out
   */
  collectContext(start: number, end: number, frequency: number, onlyHopeful: boolean): void {
    const inContext = this.#inContext;
    for (let id = start; id < end; id++) {
      if (onlyHopeful && ((this.#hopefulBits[id >>> 5] ?? 0) & (1 << (id & 31))) === 0) continue;
      const before = inContext[id] ?? 0;
      if (before === 0 && this.#frequencies[id] === 0) this.#touched[this.touchedCount++] = id;
      inContext[id] = before + frequency;
    }
  }

  /**
   * Adds the current concept's BM25 to the scores of its passages, and resets the concept. @param leastNew passages
   * without a score so far are left out if they would get less than this
   */
  score(informativeness: number, leastNew: number, { settings, averageLength, isAllowed }: Scoring): void {
    const cells = this.#cells;
    const frequencies = this.#frequencies;
    const inContext = this.#inContext;
    const touched = this.#touched;
    const counts = this.#classCounts;
    const perScore = this.#classesPerScore;
    let candidates = this.candidateCount;
    for (let i = 0; i < this.touchedCount; i++) {
      const id = touched[i] ?? 0;
      const at = id * cell.size;
      const frequency = frequencies[id] ?? 0;
      const above = inContext[id] ?? 0;
      frequencies[id] = 0;
      inContext[id] = 0;
      const share = bm25(frequency, cells[at + cell.length] ?? 0, averageLength, informativeness, settings, above);
      const before = cells[at + cell.score] ?? 0;
      if (before === 0) {
        if (share < leastNew || (isAllowed !== undefined && !isAllowed(id))) continue;
        this.#candidates[candidates++] = id;
      } else {
        const classBefore = (before * perScore) | 0;
        counts[classBefore] = (counts[classBefore] ?? 0) - 1;
      }
      const score = Math.fround(before + share);
      cells[at + cell.score] = score;
      const classNow = (score * perScore) | 0;
      counts[classNow] = (counts[classNow] ?? 0) + 1;
    }
    this.touchedCount = 0;
    this.candidateCount = candidates;
  }

  /** A score that the `limit` best reach at least, and few others; 0 while there are fewer. */
  reachedByBest(limit: number): number {
    let reached = 0;
    for (let at = scoreClasses; at > 0; at--) {
      reached += this.#classCounts[at] ?? 0;
      if (reached >= limit) return (at / this.#classesPerScore) * rounding;
    }
    return 0;
  }

  /**
   * Keeps as hopeful those candidates that have at least this score, out of those that were hopeful before. @returns
   * their ids, valid until the next call
   */
  narrow(score: number): Uint32Array {
    const cells = this.#cells;
    const hopeful = this.#hopeful;
    const bits = this.#hopefulBits;
    const before = this.#hopefulCount > 0 ? this.#hopeful : this.#candidates;
    const countBefore = this.#hopefulCount > 0 ? this.#hopefulCount : this.candidateCount;
    this.#forgetHopeful();
    let count = 0;
    for (let i = 0; i < countBefore; i++) {
      const id = before[i] ?? 0;
      if ((cells[id * cell.size + cell.score] ?? 0) < score) continue;
      hopeful[count++] = id;
      bits[id >>> 5] = (bits[id >>> 5] ?? 0) | (1 << (id & 31));
    }
    this.#hopefulCount = count;
    return hopeful.subarray(0, count);
  }

  /** Resets everything for the next question. */
  end(): void {
    const cells = this.#cells;
    for (let i = 0; i < this.candidateCount; i++) cells[(this.#candidates[i] ?? 0) * cell.size + cell.score] = 0;
    this.candidateCount = 0;
    this.#forgetHopeful();
  }

  #forgetHopeful(): void {
    for (let i = 0; i < this.#hopefulCount; i++) this.#hopefulBits[(this.#hopeful[i] ?? 0) >>> 5] = 0;
    this.#hopefulCount = 0;
  }
}
