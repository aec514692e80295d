import { type Bm25Settings, bm25, inverseDocumentFrequency } from "./bm25.ts";
import type { PassageWords } from "./forward-index.ts";
import { type GramCounts, gramBits, gramHashes } from "./grams.ts";
import type { Query } from "./query/concept.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { RankingSettings } from "./weights.ts";

/** What one sentence of a passage holds of the question. */
export interface SentenceEvidence {
  /** BM25 over terms. */
  readonly terms: number;
  /** BM25 over character 4-grams. */
  readonly grams: number;
  /** Per concept, the weight of the best alternative met in the sentence. */
  readonly met: Float32Array;
}

/** What a passage holds of a question. Arrays run along the question's concepts. */
export interface Evidence {
  /** BM25 over terms. */
  readonly terms: number;
  /** Each concept's share in `terms`. */
  readonly termShares: Float32Array;
  /** BM25 over character 4-grams. */
  readonly grams: number;
  /** Per concept, the weight of the best alternative met, from 0 to 1. */
  readonly met: Float32Array;
  /** Per concept, how much of its best spelling's 4-grams the passage has, from 0 to 1. */
  readonly gramCoverage: Float32Array;
  readonly sentences: readonly SentenceEvidence[];
}

/** Collection-wide figures that the formulas need. */
export interface CollectionFigures {
  readonly passages: number;
  readonly averageLength: number;
  readonly averageSentenceLength: number;
  /** Characters of a passage's words, edges included. */
  readonly averageGrams: number;
  readonly averageSentenceGrams: number;
}

interface Spelling {
  readonly concept: number;
  readonly weight: number;
  readonly grams: readonly number[];
  readonly totalInformation: number;
}

/**
 * Looks a question up in passages, word by word. What a word means for the question is worked out once and kept until
 * the next question, so that a passage costs little more than reading its words.
 */
export class EvidenceReader {
  readonly #vocabulary: Vocabulary;
  readonly #figures: CollectionFigures;
  readonly #informativeness: readonly number[];
  readonly #concepts: number;
  readonly #settings: RankingSettings;
  readonly #termHits = new Map<string, { concept: number; weight: number }[]>();
  readonly #spellings: Spelling[] = [];
  readonly #gramInformation: number[] = [];
  readonly #gramSlots = new Int32Array(1 << gramBits);
  readonly #wordHits = new Map<number, WordHit>();
  readonly #buffer = new Uint32Array(128);

  constructor(
    query: Query,
    informativeness: readonly number[],
    vocabulary: Vocabulary,
    gramCounts: GramCounts,
    figures: CollectionFigures,
    settings: RankingSettings,
  ) {
    this.#settings = settings;
    this.#vocabulary = vocabulary;
    this.#figures = figures;
    this.#informativeness = informativeness;
    this.#concepts = query.concepts.length;
    query.concepts.forEach((concept, index) => {
      for (const { term, weight } of concept.alternatives) {
        const hits = this.#termHits.get(term);
        if (hits === undefined) this.#termHits.set(term, [{ concept: index, weight }]);
        else hits.push({ concept: index, weight });
      }
      for (const spelling of concept.spellings) this.#addSpelling(index, spelling, gramCounts);
    });
  }

  read(passage: PassageWords): Evidence {
    const { words, sentenceWordEnds } = passage;
    const whole = this.#tally();
    const sentences: SentenceEvidence[] = [];
    let start = 0;
    const { averageSentenceLength, averageSentenceGrams } = this.#figures;
    for (const end of sentenceWordEnds) {
      const tally = this.#tally();
      for (let i = start; i < end; i++) {
        const hit = this.#hitOf(words[i] ?? 0);
        tally.add(hit);
        whole.add(hit);
      }
      const { terms } = this.#scoreTerms(tally, end - start, averageSentenceLength, this.#settings.sentenceTerms);
      const { grams } = this.#scoreGrams(tally, averageSentenceGrams, this.#settings.sentenceGrams);
      sentences.push({ terms, grams, met: tally.met });
      start = end;
    }
    const { terms, shares } = this.#scoreTerms(whole, words.length, this.#figures.averageLength, this.#settings.terms);
    const { grams, coverage } = this.#scoreGrams(whole, this.#figures.averageGrams, this.#settings.grams);
    return { terms, termShares: shares, grams, met: whole.met, gramCoverage: coverage, sentences };
  }

  #tally(): Tally {
    return new Tally(this.#concepts, this.#gramInformation.length);
  }

  #addSpelling(concept: number, spelling: { text: string; weight: number }, counts: GramCounts): void {
    const written = gramHashes(spelling.text.slice(0, 100), this.#buffer);
    const grams: number[] = [];
    let totalInformation = 0;
    for (const hash of new Set(this.#buffer.subarray(0, written))) {
      let slot = (this.#gramSlots[hash] ?? 0) - 1;
      if (slot < 0) {
        slot = this.#gramInformation.length;
        this.#gramSlots[hash] = slot + 1;
        this.#gramInformation.push(inverseDocumentFrequency(this.#figures.passages, counts.of(hash)));
      }
      grams.push(slot);
      totalInformation += this.#gramInformation[slot] ?? 0;
    }
    this.#spellings.push({ concept, weight: spelling.weight, grams, totalInformation });
  }

  #hitOf(word: number): WordHit {
    const known = this.#wordHits.get(word);
    if (known !== undefined) return known;
    const text = this.#vocabulary.word(word);
    const written = gramHashes(text, this.#buffer);
    let grams: number[] | undefined;
    for (let i = 0; i < written; i++) {
      const slot = (this.#gramSlots[this.#buffer[i] ?? 0] ?? 0) - 1;
      if (slot >= 0) grams = [...(grams ?? []), slot];
    }
    let concepts: { concept: number; weight: number }[] | undefined;
    const direct = this.#termHits.get(this.#vocabulary.term(word));
    if (direct !== undefined) concepts = [...direct];
    for (const part of this.#vocabulary.parts(word)) {
      for (const hit of this.#termHits.get(part) ?? []) {
        const weight = hit.weight * this.#settings.partInPassage;
        const same = concepts?.find((other) => other.concept === hit.concept);
        if (same === undefined) concepts = [...(concepts ?? []), { concept: hit.concept, weight }];
        else if (same.weight < weight) concepts?.splice(concepts.indexOf(same), 1, { concept: hit.concept, weight });
      }
    }
    const made: WordHit = { chars: text.length + 1, concepts, grams };
    this.#wordHits.set(word, made);
    return made;
  }

  #scoreTerms(tally: Tally, length: number, average: number, settings: Bm25Settings): { terms: number; shares: Float32Array } {
    const shares = new Float32Array(this.#concepts);
    let terms = 0;
    for (let concept = 0; concept < this.#concepts; concept++) {
      const share = bm25(tally.frequencies[concept] ?? 0, length, average, this.#informativeness[concept] ?? 0, settings);
      shares[concept] = share;
      terms += share;
    }
    return { terms, shares };
  }

  #scoreGrams(tally: Tally, average: number, settings: Bm25Settings): { grams: number; coverage: Float32Array } {
    const best = new Float32Array(this.#concepts);
    const coverage = new Float32Array(this.#concepts);
    for (const { concept, weight, grams, totalInformation } of this.#spellings) {
      let score = 0;
      let met = 0;
      for (const gram of grams) {
        const frequency = tally.grams[gram] ?? 0;
        if (frequency === 0) continue;
        const information = this.#gramInformation[gram] ?? 0;
        met += information;
        score += bm25(frequency, tally.chars, average, information, settings);
      }
      if (score * weight > (best[concept] ?? 0)) best[concept] = score * weight;
      const covered = totalInformation === 0 ? 0 : (weight * met) / totalInformation;
      if (covered > (coverage[concept] ?? 0)) coverage[concept] = covered;
    }
    let grams = 0;
    for (const score of best) grams += score;
    return { grams, coverage };
  }
}

interface WordHit {
  readonly chars: number;
  readonly concepts: readonly { readonly concept: number; readonly weight: number }[] | undefined;
  readonly grams: readonly number[] | undefined;
}

class Tally {
  readonly frequencies: Float32Array;
  readonly met: Float32Array;
  readonly grams: Uint16Array;
  chars = 0;

  constructor(concepts: number, grams: number) {
    this.frequencies = new Float32Array(concepts);
    this.met = new Float32Array(concepts);
    this.grams = new Uint16Array(grams);
  }

  add(hit: WordHit): void {
    this.chars += hit.chars;
    if (hit.concepts !== undefined) {
      for (const { concept, weight } of hit.concepts) {
        this.frequencies[concept] = (this.frequencies[concept] ?? 0) + weight;
        if (weight > (this.met[concept] ?? 0)) this.met[concept] = weight;
      }
    }
    if (hit.grams !== undefined) for (const gram of hit.grams) this.grams[gram] = (this.grams[gram] ?? 0) + 1;
  }
}
