import { type GramCounts, gramHashes } from "../../index/grams.ts";
import type { Query } from "../../query/concept.ts";
import { type Bm25Settings, bm25, inverseDocumentFrequency } from "../bm25.ts";
import type { EvidenceScratch } from "./evidence-scratch.ts";
import type { Tally } from "./tally.ts";

const none: readonly number[] = [];

interface Spelling {
  readonly concept: number;
  readonly weight: number;
  /** Sum of the information of its 4-grams. */
  readonly information: number;
}

/** Compares the spellings that a question's concepts may have with passages, by character 4-grams. */
export class GramScorer {
  readonly #scratch: EvidenceScratch;
  readonly #passages: number;
  readonly #spellings: Spelling[] = [];
  readonly #gramInformation: number[] = [];
  /** By slot: the spellings that have the 4-gram. */
  readonly #gramSpellings: number[][] = [];
  readonly #best: Float32Array;
  /** Per concept, how much of its best spelling's 4-grams was met when `score` was called last. */
  readonly coverage: Float32Array;
  readonly #touchedSpellings: number[] = [];
  readonly #spellingScores: Float64Array;
  readonly #spellingMet: Float64Array;

  /** @param scratch takes down the slot of each 4-gram */
  constructor({ concepts }: Query, passages: number, counts: Pick<GramCounts, "of">, scratch: EvidenceScratch) {
    this.#scratch = scratch;
    this.#passages = passages;
    concepts.forEach((concept, index) => {
      for (const spelling of concept.spellings) this.#addSpelling(index, spelling, counts);
    });
    this.#best = new Float32Array(concepts.length);
    this.coverage = new Float32Array(concepts.length);
    this.#spellingScores = new Float64Array(this.#spellings.length);
    this.#spellingMet = new Float64Array(this.#spellings.length);
  }

  /** How many 4-grams have a slot. */
  get size(): number {
    return this.#gramInformation.length;
  }

  /**
   * Scores a passage by 4-grams; of a concept's spellings the best one counts. Leaves the share of each concept's best
   * spelling that was met in `coverage`.
   */
  score(tally: Tally, average: number, settings: Bm25Settings): number {
    const best = this.#best.fill(0);
    const coverage = this.coverage.fill(0);
    const touched = this.#touchedSpellings;
    touched.length = 0;
    for (let at = 0; at < tally.touched; at++) {
      const slot = tally.touchedGrams[at] ?? 0;
      const information = this.#gramInformation[slot] ?? 0;
      const score = bm25(tally.grams[slot] ?? 0, tally.chars, average, information, settings);
      const spellings = this.#gramSpellings[slot] ?? none;
      for (let each = 0; each < spellings.length; each++) {
        const spelling = spellings[each] ?? 0;
        if (this.#spellingMet[spelling] === 0) touched.push(spelling);
        this.#spellingScores[spelling] = (this.#spellingScores[spelling] ?? 0) + score;
        this.#spellingMet[spelling] = (this.#spellingMet[spelling] ?? 0) + information;
      }
    }
    for (const index of touched) {
      const spelling = this.#spellings[index];
      if (spelling !== undefined) {
        const { concept, weight, information } = spelling;
        best[concept] = Math.max(best[concept] ?? 0, weight * (this.#spellingScores[index] ?? 0));
        const covered = information === 0 ? 0 : (weight * (this.#spellingMet[index] ?? 0)) / information;
        coverage[concept] = Math.max(coverage[concept] ?? 0, covered);
      }
      this.#spellingScores[index] = 0;
      this.#spellingMet[index] = 0;
    }
    let total = 0;
    for (const score of best) total += score;
    return total;
  }

  #addSpelling(
    concept: number,
    { text, weight }: { text: string; weight: number },
    counts: Pick<GramCounts, "of">,
  ): void {
    const { buffer, gramSlots } = this.#scratch;
    const written = gramHashes(text.slice(0, 100), buffer);
    const spelling = this.#spellings.length;
    let information = 0;
    for (const gram of new Set(buffer.subarray(0, written))) {
      let slot = (gramSlots[gram] ?? 0) - 1;
      if (slot < 0) {
        slot = this.#gramInformation.length;
        this.#scratch.setGram(gram, slot + 1);
        this.#gramInformation.push(inverseDocumentFrequency(this.#passages, counts.of(gram)));
        this.#gramSpellings.push([]);
      }
      this.#gramSpellings[slot]?.push(spelling);
      information += this.#gramInformation[slot] ?? 0;
    }
    this.#spellings.push({ concept, weight, information });
  }
}
