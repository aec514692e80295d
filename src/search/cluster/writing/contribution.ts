import { type ContextField, contextFields, countedField } from "../../index/context/context-index.ts";
import { gramBufferLength, gramHashes } from "../../index/grams.ts";
import { linesOf, numbersOf, type StoredPassage, type StoredWord, wordsOf } from "../stored-passage.ts";

/** In how many passages a term stands: as a word, as a part of one, and in lines around passages, counted line by line. */
export interface TermCounts {
  readonly stems: number;
  readonly parts: number;
  readonly covered: number;
}

export const noCounts: TermCounts = { stems: 0, parts: 0, covered: 0 };

/** Sums over passages, from which averages are made. */
export interface Sums {
  readonly documents: number;
  readonly passages: number;
  readonly words: number;
  readonly sentences: number;
  /** Characters of the words, with one more for each. */
  readonly grams: number;
  /** By field: how many lines stand around passages, and how many words they have. */
  readonly lines: Readonly<Record<string, { readonly lines: number; readonly words: number }>>;
}

/** A word with its term, and in how many passages, or lines around some, it stands. */
export interface WordCount {
  readonly word: string;
  readonly term: string;
  readonly count: number;
}

/** What documents add to the counts of an index, and what their removal takes away again. */
export interface Contribution {
  readonly terms: ReadonlyMap<string, TermCounts>;
  /** By language and word. */
  readonly words: ReadonlyMap<string, WordCount & { readonly language: string }>;
  readonly sums: Sums;
  /** In how many passages each 4-gram stands, by its hash. */
  readonly grams: ReadonlyMap<number, number>;
}

/** A document as far as counting goes. */
export interface CountedDocument {
  readonly language: string;
  readonly passages: readonly StoredPassage[];
  /** 1 where it comes, −1 where it goes. */
  readonly change: 1 | -1;
}

/** Counts what documents that come and go change together. */
export function contributionOf(documents: Iterable<CountedDocument>): Contribution {
  const counter = new Counter();
  for (const document of documents) counter.count(document);
  return counter.result();
}

/** A line around passages of a document, by their positions. */
interface LineSpan {
  readonly first: number;
  last: number;
  /** The field that it is to the first. */
  readonly field: ContextField;
  readonly words: readonly StoredWord[];
  readonly inLine: readonly number[];
}

class Counter {
  readonly #terms = new Map<string, { stems: number; parts: number; covered: number }>();
  readonly #words = new Map<string, { word: string; term: string; language: string; count: number }>();
  readonly #sums = { documents: 0, passages: 0, words: 0, sentences: 0, grams: 0 };
  readonly #lines = new Map<string, { lines: number; words: number }>();

  count({ language, passages, change }: CountedDocument): void {
    this.#sums.documents += change;
    const lines = new Map<number, LineSpan>();
    for (const [position, passage] of passages.entries()) {
      const words = wordsOf(passage);
      const text = numbersOf(passage.text);
      this.#sums.passages += change;
      this.#sums.words += change * text.length;
      this.#sums.sentences += change * numbersOf(passage.sentenceTextEnds).length;
      for (const word of text) this.#sums.grams += change * ((words[word]?.word.length ?? 0) + 1);
      const distinct = [...new Set(text)];
      this.#addTerms(distinct, words, change, false);
      this.#addWords(distinct, words, language, change);
      for (const { line, field, words: inLine } of linesOf(passage)) {
        const known = lines.get(line);
        if (known === undefined) lines.set(line, { first: position, last: position, field, words, inLine });
        else known.last = position;
      }
    }
    for (const line of lines.values()) this.#countLine(line, language, change);
  }

  /** A line counts once, and its terms for all passages from the first to the last that has it around itself. */
  #countLine({ first, last, field, words, inLine }: LineSpan, language: string, change: 1 | -1): void {
    const distinct = [...new Set(inLine)];
    this.#addTerms(distinct, words, change * (last - first + 1), true);
    this.#addWords(distinct, words, language, change);
    const kind = countedField(field);
    const sums = this.#lines.get(kind) ?? { lines: 0, words: 0 };
    this.#lines.set(kind, { lines: sums.lines + change, words: sums.words + change * inLine.length });
  }

  result(): Contribution {
    const grams = new Map<number, number>();
    const buffer = new Uint32Array(gramBufferLength);
    for (const { word, count } of this.#words.values()) {
      const written = gramHashes(word, buffer);
      for (let i = 0; i < written; i++) {
        const gram = buffer[i] ?? 0;
        grams.set(gram, (grams.get(gram) ?? 0) + count);
      }
    }
    const lines = Object.fromEntries(
      contextFields.flatMap((field) => {
        const sums = this.#lines.get(field);
        return sums === undefined ? [] : [[field, sums]];
      }),
    );
    return { terms: this.#terms, words: this.#words, sums: { ...this.#sums, lines }, grams };
  }

  #addTerms(distinct: readonly number[], words: readonly StoredWord[], change: number, isAround: boolean): void {
    const stems = new Set<string>();
    const parts = new Set<string>();
    for (const number of distinct) {
      const word = words[number];
      if (word === undefined) continue;
      if (word.term !== "") stems.add(word.term);
      for (const part of word.parts) parts.add(part);
    }
    for (const term of stems) {
      const counts = this.#countsOf(term);
      if (isAround) counts.covered += change;
      else counts.stems += change;
    }
    for (const term of parts) {
      const counts = this.#countsOf(term);
      if (isAround) counts.covered += change;
      else counts.parts += change;
    }
  }

  #addWords(distinct: readonly number[], words: readonly StoredWord[], language: string, change: number): void {
    for (const number of distinct) {
      const stored = words[number];
      if (stored === undefined) continue;
      const key = `${language}\t${stored.word}\t${stored.term}`;
      const known = this.#words.get(key);
      if (known === undefined) {
        this.#words.set(key, { word: stored.word, term: stored.term, language, count: change });
      } else known.count += change;
    }
  }

  #countsOf(term: string): { stems: number; parts: number; covered: number } {
    const known = this.#terms.get(term);
    if (known !== undefined) return known;
    const counts = { stems: 0, parts: 0, covered: 0 };
    this.#terms.set(term, counts);
    return counts;
  }
}
