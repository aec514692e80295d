import type { PassageWords } from "../index/forward-index.ts";
import { type GramCounts, gramHashes } from "../index/grams.ts";
import type { Vocabulary } from "../index/vocabulary.ts";
import type { Query } from "../query/concept.ts";
import type { RankingSettings } from "../settings/weights.ts";
import { type TermHit, TermTable } from "../structures/term-table.ts";
import { type Bm25Settings, bm25, inverseDocumentFrequency } from "./bm25.ts";
import type { EvidenceRoom } from "./evidence-room.ts";

/** What a passage holds of a question. */
export interface Evidence {
  /** BM25 over terms. */
  readonly terms: number;
  /** BM25 over character 4-grams. */
  readonly grams: number;
  /** Per concept, the weight of the best alternative met, from 0 to 1. */
  readonly met: Float32Array;
  /** Per concept, how much of its best spelling's 4-grams the passage has, from 0 to 1. */
  readonly gramCoverage: Float32Array;
  /** Per sentence, BM25 over terms. */
  readonly sentenceTerms: Float32Array;
  /** Per sentence, BM25 over character 4-grams. */
  readonly sentenceGrams: Float32Array;
  /** `met` of one sentence after the other. */
  readonly sentenceMet: Float32Array;
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
  /** Sum of the information of its 4-grams. */
  readonly information: number;
}

/**
 * Looks a question up in passages, word by word. A word's note in the room is: its length, the number of its 4-grams that
 * the question has, then their slots, and the number of its concepts, then concept and weight of each.
 */
export class EvidenceReader {
  readonly #room: EvidenceRoom;
  readonly #vocabulary: Vocabulary;
  readonly #figures: CollectionFigures;
  readonly #settings: RankingSettings;
  readonly #informativeness: readonly number[];
  readonly #terms: TermTable;
  readonly #spellings: Spelling[] = [];
  readonly #gramInformation: number[] = [];
  /** By slot: the spellings that have the 4-gram. */
  readonly #gramSpellings: number[][] = [];
  readonly #sentence: Tally;
  readonly #whole: Tally;
  readonly #best: Float32Array;
  readonly #coverage: Float32Array;
  readonly #touchedSpellings: number[] = [];
  readonly #spellingScores: Float64Array;
  readonly #spellingMet: Float64Array;

  constructor(
    query: Query,
    informativeness: readonly number[],
    vocabulary: Vocabulary,
    gramCounts: GramCounts,
    figures: CollectionFigures,
    settings: RankingSettings,
    room: EvidenceRoom,
  ) {
    this.#room = room;
    this.#vocabulary = vocabulary;
    this.#figures = figures;
    this.#settings = settings;
    this.#informativeness = informativeness;
    room.begin(vocabulary.size);
    this.#terms = new TermTable(query.concepts.reduce((sum, concept) => sum + concept.alternatives.length, 0));
    query.concepts.forEach((concept, index) => {
      for (const { term, weight } of concept.alternatives) this.#terms.add(term, { concept: index, weight });
      for (const spelling of concept.spellings) this.#addSpelling(index, spelling, gramCounts);
    });
    this.#sentence = new Tally(query.concepts.length, this.#gramInformation.length);
    this.#whole = new Tally(query.concepts.length, this.#gramInformation.length);
    this.#best = new Float32Array(query.concepts.length);
    this.#coverage = new Float32Array(query.concepts.length);
    this.#spellingScores = new Float64Array(this.#spellings.length);
    this.#spellingMet = new Float64Array(this.#spellings.length);
  }

  read({ words, sentenceWordEnds }: PassageWords): Evidence {
    const { averageSentenceLength, averageSentenceGrams, averageLength, averageGrams } = this.#figures;
    const { terms, grams } = this.#settings;
    const sentence = this.#sentence;
    const whole = this.#whole;
    const concepts = whole.met.length;
    const sentenceTerms = new Float32Array(sentenceWordEnds.length);
    const sentenceGrams = new Float32Array(sentenceWordEnds.length);
    const sentenceMet = new Float32Array(sentenceWordEnds.length * concepts);
    let start = 0;
    for (let i = 0; i < sentenceWordEnds.length; i++) {
      const end = sentenceWordEnds[i] ?? start;
      for (let at = start; at < end; at++) this.#count(words[at] ?? 0, sentence);
      sentenceTerms[i] = this.#scoreTerms(sentence, end - start, averageSentenceLength, this.#settings.sentenceTerms);
      sentenceGrams[i] = this.#scoreGrams(sentence, averageSentenceGrams, this.#settings.sentenceGrams);
      sentenceMet.set(sentence.met, i * concepts);
      whole.addAndClear(sentence);
      start = end;
    }
    const evidence = {
      terms: this.#scoreTerms(whole, words.length, averageLength, terms),
      grams: this.#scoreGrams(whole, averageGrams, grams),
      met: whole.met.slice(),
      gramCoverage: this.#coverage.slice(),
      sentenceTerms,
      sentenceGrams,
      sentenceMet,
    };
    whole.clear();
    return evidence;
  }

  #addSpelling(concept: number, { text, weight }: { text: string; weight: number }, counts: GramCounts): void {
    const { buffer, gramSlots } = this.#room;
    const written = gramHashes(text.slice(0, 100), buffer);
    const spelling = this.#spellings.length;
    let information = 0;
    for (const gram of new Set(buffer.subarray(0, written))) {
      let slot = (gramSlots[gram] ?? 0) - 1;
      if (slot < 0) {
        slot = this.#gramInformation.length;
        this.#room.setGram(gram, slot + 1);
        this.#gramInformation.push(inverseDocumentFrequency(this.#figures.passages, counts.of(gram)));
        this.#gramSpellings.push([]);
      }
      this.#gramSpellings[slot]?.push(spelling);
      information += this.#gramInformation[slot] ?? 0;
    }
    this.#spellings.push({ concept, weight, information });
  }

  #count(word: number, tally: Tally): void {
    const known = this.#room.noteOf(word);
    let at = known < 0 ? this.#makeNote(word) : known;
    const notes = this.#room.notes.values;
    tally.chars += notes[at++] ?? 0;
    for (let left = notes[at++] ?? 0; left > 0; left--) tally.countGram(notes[at++] ?? 0);
    for (let left = notes[at++] ?? 0; left > 0; left--) {
      tally.meet(notes[at] ?? 0, notes[at + 1] ?? 0);
      at += 2;
    }
  }

  #makeNote(word: number): number {
    const room = this.#room;
    const { notes, gramSlots } = room;
    let at = room.hashesOf(word, this.#vocabulary);
    const hashes = room.hashes.view();
    const begin = room.beginNote(word);
    const terms = hashes[at++] ?? 0;
    const firstTerm = at;
    at += terms;
    const lastGram = at + (hashes[at] ?? 0);
    notes.push(hashes[lastGram + 1] ?? 0);
    const gramsAt = notes.length;
    notes.push(0);
    while (at < lastGram) {
      const gram = hashes[++at] ?? 0;
      if (room.hasGram(gram)) notes.push((gramSlots[gram] ?? 0) - 1);
    }
    notes.set(gramsAt, notes.length - gramsAt - 1);
    const conceptsAt = notes.length;
    notes.push(0);
    for (let i = 0; i < terms; i++) this.#noteTerm(word, i, hashes[firstTerm + i] ?? 0, conceptsAt + 1);
    notes.set(conceptsAt, (notes.length - conceptsAt - 1) / 2);
    return begin;
  }

  /** Notes each concept that the word (its first term) or one of its parts stands for, with the larger weight. */
  #noteTerm(word: number, position: number, hash: number, begin: number): void {
    if (!this.#terms.mayHave(hash)) return;
    const term =
      position === 0
        ? this.#vocabulary.term(word)
        : this.#vocabulary.termAt(this.#vocabulary.partNumbers(word)[position - 1] ?? 0);
    const factor = position === 0 ? 1 : this.#settings.partInPassage;
    for (const hit of this.#terms.find(hash, term)) this.#noteConcept(begin, hit, factor);
  }

  #noteConcept(begin: number, { concept, weight }: TermHit, factor: number): void {
    const { notes } = this.#room;
    for (let at = begin; at < notes.length; at += 2) {
      if (notes.values[at] !== concept) continue;
      if ((notes.values[at + 1] ?? 0) < weight * factor) notes.set(at + 1, weight * factor);
      return;
    }
    notes.push(concept);
    notes.push(weight * factor);
  }

  #scoreTerms(tally: Tally, length: number, average: number, settings: Bm25Settings): number {
    let total = 0;
    for (let concept = 0; concept < tally.frequencies.length; concept++) {
      const frequency = tally.frequencies[concept] ?? 0;
      if (frequency > 0) total += bm25(frequency, length, average, this.#informativeness[concept] ?? 0, settings);
    }
    return total;
  }

  /**
   * Of a concept's spellings the best one counts, and only 4-grams that occur are looked at. Leaves how much of each
   * concept's best spelling is there in `#coverage`.
   */
  #scoreGrams(tally: Tally, average: number, settings: Bm25Settings): number {
    const best = this.#best.fill(0);
    const coverage = this.#coverage.fill(0);
    const touched = this.#touchedSpellings;
    touched.length = 0;
    for (const slot of tally.touchedGrams) {
      const information = this.#gramInformation[slot] ?? 0;
      const score = bm25(tally.grams[slot] ?? 0, tally.chars, average, information, settings);
      for (const spelling of this.#gramSpellings[slot] ?? []) {
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
}

/** What was counted in a stretch of words. */
class Tally {
  readonly frequencies: Float32Array;
  readonly met: Float32Array;
  readonly grams: Uint16Array;
  readonly touchedGrams: number[] = [];
  chars = 0;

  constructor(concepts: number, grams: number) {
    this.frequencies = new Float32Array(concepts);
    this.met = new Float32Array(concepts);
    this.grams = new Uint16Array(grams);
  }

  meet(concept: number, weight: number): void {
    this.frequencies[concept] = (this.frequencies[concept] ?? 0) + weight;
    if (weight > (this.met[concept] ?? 0)) this.met[concept] = weight;
  }

  countGram(slot: number): void {
    const count = this.grams[slot] ?? 0;
    if (count === 0) this.touchedGrams.push(slot);
    this.grams[slot] = count + 1;
  }

  addAndClear(other: Tally): void {
    for (let concept = 0; concept < this.frequencies.length; concept++) {
      this.frequencies[concept] = (this.frequencies[concept] ?? 0) + (other.frequencies[concept] ?? 0);
      this.met[concept] = Math.max(this.met[concept] ?? 0, other.met[concept] ?? 0);
    }
    for (const slot of other.touchedGrams) {
      const count = this.grams[slot] ?? 0;
      if (count === 0) this.touchedGrams.push(slot);
      this.grams[slot] = count + (other.grams[slot] ?? 0);
    }
    this.chars += other.chars;
    other.clear();
  }

  clear(): void {
    this.frequencies.fill(0);
    this.met.fill(0);
    for (const slot of this.touchedGrams) this.grams[slot] = 0;
    this.touchedGrams.length = 0;
    this.chars = 0;
  }
}
