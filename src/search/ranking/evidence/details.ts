import type { ContextField, FieldLine } from "../../index/context/context-index.ts";
import { GrowingFloat64Array } from "../../structures/growing-array.ts";
import type { GramScorer } from "./gram-scorer.ts";
import { type Around, Tally } from "./tally.ts";

/** What the lines of a field add to a passage's BM25 over terms: as much as would be missing without them. */
export interface FieldShare {
  readonly field: ContextField;
  readonly terms: number;
}

/** What each sentence of a passage holds of a question. */
export interface SentenceEvidence {
  /** BM25 over terms. */
  readonly terms: Float32Array;
  /** BM25 over character 4-grams. */
  readonly grams: Float32Array;
  /** Per concept, the weight of the best alternative met, one sentence after the other. */
  readonly met: Float32Array;
}

/** What only those candidates are asked for that come first: worked out when it is. */
export interface EvidenceDetails {
  /** Fields that add to the passage's BM25 over terms. What several fields say alike belongs to no share. */
  fields(): readonly FieldShare[];
  sentences(): SentenceEvidence;
}

/** A passage that was read: the lines around it, how many words it has, and its BM25 over terms. */
export interface ReadPassage {
  readonly lines: readonly FieldLine[];
  readonly length: number;
  readonly terms: number;
}

/** Works out details of what was taken down of a passage. */
export interface DetailFormulas {
  readonly concepts: number;
  readonly grams: GramScorer;
  /** @param frequencies of the passage's own words, by concept @param inLines the same of the lines around it, weighted */
  fieldShares(passage: ReadPassage, frequencies: Float64Array, inLines: Float64Array): readonly FieldShare[];
  /** BM25 of a sentence over 4-grams. */
  sentenceGrams(sentence: Tally): number;
}

/**
 * What was counted in the passages of a question, in one piece of memory: a question has hundreds of candidates, and the
 * details of nearly all of them are never asked for.
 *
 * ```
 * passage:  frequency × concepts │ in lines × concepts │ sentence │ sentence │ …
 * sentence: BM25 over terms │ characters │ met × concepts │ g │ slot of a 4-gram × g
 * ```
 */
export class DetailNotes {
  readonly #values = new GrowingFloat64Array();
  readonly #formulas: DetailFormulas;
  #gramsAt = 0;

  constructor(formulas: DetailFormulas) {
    this.#formulas = formulas;
  }

  /** Begins a passage. @returns where its notes begin */
  begin(): number {
    const at = this.#values.length;
    for (let left = 2 * this.#formulas.concepts; left > 0; left--) this.#values.push(0);
    return at;
  }

  /** Begins a sentence, whose 4-grams come next. */
  beginSentence(): void {
    const { concepts } = this.#formulas;
    for (let left = 2 + concepts; left > 0; left--) this.#values.push(0);
    this.#gramsAt = this.#values.length;
    this.#values.push(0);
  }

  /** @param slot of the next 4-gram */
  gram(slot: number): void {
    this.#values.push(slot);
  }

  endSentence(terms: number, { chars, met }: Tally): void {
    const values = this.#values;
    const at = this.#gramsAt - met.length;
    values.set(at - 2, terms);
    values.set(at - 1, chars);
    for (let concept = 0; concept < met.length; concept++) values.set(at + concept, met[concept] ?? 0);
    values.set(this.#gramsAt, values.length - this.#gramsAt - 1);
  }

  /** @param at where the passage's notes begin @param whole what all its sentences have */
  end(at: number, whole: Tally, around: Around, passage: ReadPassage, sentences: number): EvidenceDetails {
    const { frequencies } = whole;
    for (let concept = 0; concept < frequencies.length; concept++) {
      this.#values.set(at + concept, frequencies[concept] ?? 0);
      this.#values.set(at + frequencies.length + concept, around.terms[concept] ?? 0);
    }
    return new PassageDetails(this.#formulas, this.#values, at, passage, sentences);
  }
}

class PassageDetails implements EvidenceDetails {
  readonly #formulas: DetailFormulas;
  readonly #notes: GrowingFloat64Array;
  readonly #at: number;
  readonly #passage: ReadPassage;
  readonly #sentences: number;

  constructor(
    formulas: DetailFormulas,
    notes: GrowingFloat64Array,
    at: number,
    passage: ReadPassage,
    sentences: number,
  ) {
    this.#formulas = formulas;
    this.#notes = notes;
    this.#at = at;
    this.#passage = passage;
    this.#sentences = sentences;
  }

  fields(): readonly FieldShare[] {
    const { concepts } = this.#formulas;
    const { values } = this.#notes;
    const middle = this.#at + concepts;
    const frequencies = values.slice(this.#at, middle);
    return this.#formulas.fieldShares(this.#passage, frequencies, values.slice(middle, middle + concepts));
  }

  sentences(): SentenceEvidence {
    const { concepts, grams: scorer } = this.#formulas;
    const { values } = this.#notes;
    const terms = new Float32Array(this.#sentences);
    const grams = new Float32Array(this.#sentences);
    const met = new Float32Array(this.#sentences * concepts);
    const tally = new Tally(0, scorer.size);
    let at = this.#at + 2 * concepts;
    for (let sentence = 0; sentence < this.#sentences; sentence++) {
      terms[sentence] = values[at++] ?? 0;
      tally.chars = values[at++] ?? 0;
      met.set(values.subarray(at, at + concepts), sentence * concepts);
      at += concepts;
      for (let left = values[at++] ?? 0; left > 0; left--) tally.countGram(values[at++] ?? 0);
      grams[sentence] = this.#formulas.sentenceGrams(tally);
      tally.clear();
    }
    return { terms, grams, met };
  }
}
