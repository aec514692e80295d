import type { FieldLine } from "../../index/context/context-index.ts";
import type { ContextTable } from "../../index/context/context-table.ts";
import type { PassageWords } from "../../index/forward-index.ts";
import type { GramCounts } from "../../index/grams.ts";
import type { Vocabulary } from "../../index/vocabulary.ts";
import type { Query } from "../../query/concept.ts";
import type { RankingSettings } from "../../settings/weights.ts";
import { type TermHit, TermTable } from "../../structures/term-table.ts";
import { type Bm25Settings, bm25 } from "../bm25.ts";
import type { ContextWeights } from "../context-weights.ts";
import { DetailNotes, type EvidenceDetails, type FieldShare, type ReadPassage } from "./details.ts";
import { charsOf, type EvidenceScratch, isSilent, unknown } from "./evidence-scratch.ts";
import { GramScorer } from "./gram-scorer.ts";
import { Around, type LineTally, Tally } from "./tally.ts";

/** What a passage holds of a question. */
export interface Evidence {
  /** BM25 over terms. */
  readonly terms: number;
  /** The best sentence's BM25 over terms, what stands around it counted in. */
  readonly bestSentence: number;
  /** BM25 over character 4-grams. */
  readonly grams: number;
  /** Per concept, the weight of the best alternative met, from 0 to 1. */
  readonly met: readonly number[];
  /** The same for the passage's own words only. */
  readonly ownMet: readonly number[];
  /** Per concept, how much of its best spelling's 4-grams the passage has, from 0 to 1. */
  readonly gramCoverage: readonly number[];
  readonly details: EvidenceDetails;
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

/** The words of an index by their numbers. */
export type NumberedWords = Pick<Vocabulary, "size" | "word" | "term" | "termAt" | "partNumbers" | "partsRevision">;

/** What is read of an index: its words, those of the lines around passages, and in how many passages 4-grams stand. */
export interface ReadWords {
  readonly vocabulary: NumberedWords;
  readonly gramCounts: Pick<GramCounts, "of">;
  readonly contexts: Pick<ContextTable, "words">;
}

/** The length of a note without 4-grams and concepts. */
const emptyNote = 3;

/**
 * Looks a question up in passages, word by word. What a word means for the question is noted the first time it is met:
 *
 * ```
 * scratch.notes  … │ chars │ g │ slot × g │ c │ (concept, weight) × c │ …
 *                    │       │              └ concepts that the word or one of its parts stands for
 *                    │       └ 4-grams of the word that the question has as well, each by its slot in the question
 *                    └ length of the word, with one for its edge
 * ```
 *
 * and every further occurrence only adds these numbers up.
 */
export class EvidenceReader {
  readonly #scratch: EvidenceScratch;
  readonly #vocabulary: NumberedWords;
  readonly #figures: CollectionFigures;
  readonly #settings: RankingSettings;
  readonly #informativeness: readonly number[];
  readonly #terms: TermTable;
  readonly #sentence: Tally;
  readonly #whole: Tally;
  readonly #grams: GramScorer;
  readonly #contexts: ReadWords["contexts"];
  readonly #contextWeights: ContextWeights;
  readonly #lines = new Map<number, LineTally>();
  readonly #around: Around;
  readonly #details: DetailNotes;

  constructor(
    query: Query,
    informativeness: readonly number[],
    { vocabulary, gramCounts, contexts }: ReadWords,
    figures: CollectionFigures,
    settings: RankingSettings,
    scratch: EvidenceScratch,
    contextWeights: ContextWeights,
  ) {
    this.#contexts = contexts;
    this.#contextWeights = contextWeights;
    this.#scratch = scratch;
    this.#vocabulary = vocabulary;
    this.#figures = figures;
    this.#settings = settings;
    this.#informativeness = informativeness;
    scratch.begin(vocabulary);
    this.#terms = new TermTable(query.concepts.reduce((sum, concept) => sum + concept.alternatives.length, 0));
    query.concepts.forEach((concept, index) => {
      for (const { term, weight } of concept.alternatives) this.#terms.add(term, { concept: index, weight });
    });
    this.#grams = new GramScorer(query, figures.passages, gramCounts, scratch);
    this.#sentence = new Tally(query.concepts.length, this.#grams.size);
    this.#whole = new Tally(query.concepts.length, this.#grams.size);
    this.#around = new Around(query.concepts.length);
    this.#details = new DetailNotes({
      concepts: query.concepts.length,
      grams: this.#grams,
      fieldShares: (passage, frequencies, inLines) => this.#fieldShares(passage, frequencies, inLines),
      sentenceGrams: (sentence) => this.#grams.score(sentence, figures.averageSentenceGrams, settings.sentenceGrams),
    });
  }

  /** @param lines those around the passage */
  read({ words, sentenceWordEnds }: PassageWords, lines: readonly FieldLine[]): Evidence {
    const around = this.#readAround(lines);
    const { averageSentenceLength, averageLength, averageGrams } = this.#figures;
    const { terms, grams, sentenceTerms } = this.#settings;
    const sentence = this.#sentence;
    const whole = this.#whole;
    const details = this.#details;
    const at = details.begin();
    let bestSentence = 0;
    let start = 0;
    for (let i = 0; i < sentenceWordEnds.length; i++) {
      const end = sentenceWordEnds[i] ?? start;
      details.beginSentence();
      for (let at = start; at < end; at++) this.#count(words[at] ?? 0);
      const score = (inContext?: Float32Array): number =>
        this.#scoreTerms(sentence.frequencies, end - start, averageSentenceLength, sentenceTerms, inContext);
      const own = score();
      bestSentence = Math.max(bestSentence, around.isEmpty ? own : score(around.sentence));
      details.endSentence(own, sentence);
      whole.addAndClear(sentence);
      start = end;
    }
    const ownMet = listOf(whole.met);
    const allTerms = this.#scoreTerms(whole.frequencies, words.length, averageLength, terms, around.terms);
    const passage = { lines, length: words.length, terms: allTerms };
    const ended = details.end(at, whole, around, passage, sentenceWordEnds.length);
    for (const { grams, weight } of around.grams) {
      for (const [slot, count] of grams) whole.countGram(slot, count * weight);
    }
    const evidence = {
      terms: allTerms,
      bestSentence,
      grams: this.#grams.score(whole, averageGrams, grams),
      met: around.isEmpty ? ownMet : ownMet.map((own, concept) => Math.max(own, around.met[concept] ?? 0)),
      ownMet,
      gramCoverage: listOf(this.#grams.coverage),
      details: ended,
    };
    whole.clear();
    return evidence;
  }

  #readAround(lines: readonly FieldLine[]): Around {
    const { grams, sentence } = this.#settings.context;
    const around = this.#around;
    around.clear();
    for (const one of lines) {
      const weight = this.#contextWeights.of(one);
      if (weight === 0) continue;
      const tally = this.#tallyOf(one.line);
      if (tally.isEmpty) continue;
      around.isEmpty = false;
      for (let concept = 0; concept < tally.frequencies.length; concept++) {
        const frequency = weight * (tally.frequencies[concept] ?? 0);
        around.terms[concept] = (around.terms[concept] ?? 0) + frequency;
        around.sentence[concept] = (around.sentence[concept] ?? 0) + sentence * frequency;
        around.met[concept] = Math.max(around.met[concept] ?? 0, tally.met[concept] ?? 0);
      }
      around.grams.push({ grams: tally.grams, weight: weight * grams });
    }
    return around;
  }

  #fieldShares(
    { lines, length, terms }: ReadPassage,
    frequencies: Float64Array,
    inLines: Float64Array,
  ): readonly FieldShare[] {
    const shares: FieldShare[] = [];
    for (const field of new Set(lines.map((one) => one.field))) {
      const rest = inLines.slice();
      for (const one of lines) {
        const weight = one.field === field ? this.#contextWeights.of(one) : 0;
        // Lines without weight were not read with the passage, and what was noted of their words is gone.
        const inLine = weight === 0 ? undefined : this.#tallyOf(one.line);
        for (let concept = 0; inLine !== undefined && concept < rest.length; concept++) {
          rest[concept] = Math.max(0, (rest[concept] ?? 0) - weight * (inLine.frequencies[concept] ?? 0));
        }
      }
      const { averageLength } = this.#figures;
      const missing = terms - this.#scoreTerms(frequencies, length, averageLength, this.#settings.terms, rest);
      if (missing > 1e-4) shares.push({ field, terms: missing });
    }
    return shares;
  }

  /** What a line has of the question; computed once for all passages around which it stands. */
  #tallyOf(line: number): LineTally {
    const known = this.#lines.get(line);
    if (known !== undefined) return known;
    const frequencies = new Float32Array(this.#whole.met.length);
    const met = new Float32Array(frequencies.length);
    const grams = new Map<number, number>();
    let isEmpty = true;
    for (const word of this.#contexts.words(line)) {
      const note = this.#noteOf(word);
      if (isSilent(note)) continue;
      isEmpty = false;
      const tally = this.#sentence;
      this.#countNote(note, tally, tally);
      const telling = this.#contextWeights.spread(this.#vocabulary.term(word)).telling;
      for (let concept = 0; concept < frequencies.length; concept++) {
        frequencies[concept] = (frequencies[concept] ?? 0) + telling * (tally.frequencies[concept] ?? 0);
        met[concept] = Math.max(met[concept] ?? 0, tally.met[concept] ?? 0);
      }
      for (const slot of tally.touchedGrams.subarray(0, tally.touched))
        grams.set(slot, (grams.get(slot) ?? 0) + telling * (tally.grams[slot] ?? 0));
      tally.clear();
    }
    const read = { frequencies, met, grams, isEmpty };
    this.#lines.set(line, read);
    return read;
  }

  /** Counts a word of a passage: what it stands for in its sentence, its 4-grams in the whole. */
  #count(word: number): void {
    const note = this.#noteOf(word);
    const sentence = this.#sentence;
    // Nearly all words.
    if (isSilent(note)) {
      sentence.chars += charsOf(note);
      return;
    }
    this.#countNote(note, sentence, this.#whole, this.#details);
  }

  #noteOf(word: number): number {
    const known = this.#scratch.noteOf(word);
    return known === unknown ? this.#makeNote(word) : known;
  }

  /** @param grams where the 4-grams are counted @param details where they are taken down as well */
  #countNote(note: number, tally: Tally, grams: Tally, details?: DetailNotes): void {
    const notes = this.#scratch.notes.values;
    let at = note;
    tally.chars += notes[at++] ?? 0;
    for (let left = notes[at++] ?? 0; left > 0; left--) {
      const slot = notes[at++] ?? 0;
      grams.countGram(slot);
      details?.gram(slot);
    }
    for (let left = notes[at++] ?? 0; left > 0; left--) {
      tally.meet(notes[at] ?? 0, notes[at + 1] ?? 0);
      at += 2;
    }
  }

  #makeNote(word: number): number {
    const scratch = this.#scratch;
    const { notes, gramSlots } = scratch;
    const offset = scratch.hashesOf(word, this.#vocabulary);
    const hashes = scratch.hashes.values;
    const terms = hashes[offset] ?? 0;
    const firstTerm = offset + 1;
    const firstGram = firstTerm + terms + 1;
    const endOfGrams = firstGram + (hashes[firstGram - 1] ?? 0);
    const chars = hashes[endOfGrams] ?? 0;
    if (!this.#mayTell(hashes, firstTerm, firstGram, endOfGrams)) return scratch.silence(word, chars);
    const begin = notes.length;
    notes.push(chars);
    notes.push(0);
    for (let at = firstGram; at < endOfGrams; at++) {
      const gram = hashes[at] ?? 0;
      if (scratch.hasGram(gram)) notes.push((gramSlots[gram] ?? 0) - 1);
    }
    const conceptsAt = notes.length;
    notes.set(begin + 1, conceptsAt - begin - 2);
    notes.push(0);
    for (let i = 0; i < terms; i++) this.#noteTerm(word, i, hashes[firstTerm + i] ?? 0, conceptsAt + 1);
    notes.set(conceptsAt, (notes.length - conceptsAt - 1) / 2);
    if (notes.length > begin + emptyNote) {
      scratch.note(word, begin);
      return begin;
    }
    notes.truncate(begin);
    return scratch.silence(word, chars);
  }

  /** Whether a word may have anything of the question, by its hashes: nearly all words have nothing. */
  #mayTell(hashes: Uint32Array, firstTerm: number, firstGram: number, endOfGrams: number): boolean {
    for (let at = firstGram; at < endOfGrams; at++) if (this.#scratch.hasGram(hashes[at] ?? 0)) return true;
    for (let at = firstTerm; at < firstGram - 1; at++) if (this.#terms.mayHave(hashes[at] ?? 0)) return true;
    return false;
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
    const { notes } = this.#scratch;
    for (let at = begin; at < notes.length; at += 2) {
      if (notes.values[at] !== concept) continue;
      if ((notes.values[at + 1] ?? 0) < weight * factor) notes.set(at + 1, weight * factor);
      return;
    }
    notes.push(concept);
    notes.push(weight * factor);
  }

  #scoreTerms(
    frequencies: Float32Array | Float64Array,
    length: number,
    average: number,
    settings: Bm25Settings,
    around?: Float32Array | Float64Array,
  ): number {
    let total = 0;
    for (let concept = 0; concept < frequencies.length; concept++) {
      const frequency = frequencies[concept] ?? 0;
      const informativeness = this.#informativeness[concept] ?? 0;
      total += bm25(frequency, length, average, informativeness, settings, around?.[concept] ?? 0);
    }
    return total;
  }
}

/** The numbers of scratch memory, kept: short lists cost a fraction of what typed arrays do. */
function listOf(values: Float32Array): number[] {
  const list: number[] = [];
  for (let at = 0; at < values.length; at++) list.push(values[at] ?? 0);
  return list;
}
