import { audienceName, type Viewers } from "../../documents/audience.ts";
import type { LanguageCode } from "../../documents/document.ts";
import { SeenNumbers } from "../structures/seen-numbers.ts";
import { type PassageSums, RestrictedFigures } from "./audiences/restricted-figures.ts";
import { ContextIndex, kindOfLine, linesAround } from "./context/context-index.ts";
import { ContextTable } from "./context/context-table.ts";
import { FlexSearchPostings } from "./flexsearch-postings.ts";
import { ForwardIndex, type PassageWords } from "./forward-index.ts";
import { GramCounts } from "./grams.ts";
import { type IndexedDocument, PassageTable } from "./passage-table.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Everything that the index holds. The documents' text is not part of it. */
export class IndexData {
  /** Numbered as `table.documentOf` says; `undefined` where a document was removed. */
  readonly documents: (IndexedDocument | undefined)[] = [];
  /** First passage id and the one after the last, by document. */
  readonly passageRanges: { readonly start: number; readonly end: number }[] = [];
  readonly table: PassageTable;
  readonly forward: ForwardIndex;
  readonly vocabulary: Vocabulary;
  readonly contexts: ContextTable;
  /** Which terms stand in which of these lines. */
  readonly contextIndex = new ContextIndex();
  /** Terms of whole words. */
  readonly stems = new FlexSearchPostings();
  /** Terms of the parts of compounds. */
  readonly parts = new FlexSearchPostings();
  /** Totals over the current passages, whoever may see them. */
  readonly sums: PassageSums = { passages: 0, words: 0, sentences: 0, grams: 0 };
  /** By audience, what documents that not everybody may see add to the figures. */
  readonly restricted = new Map<string, RestrictedFigures>();

  readonly #gramCounts = new GramCounts();
  /** Words from here on are not yet counted in `#gramCounts`. */
  #firstUncounted = 0;
  readonly #wordsOfPassage = new SeenNumbers();
  readonly #numbers = new Map<string, number>();
  /** How many documents were analysed in each language, whoever may see them. */
  readonly languageCounts = new Map<LanguageCode, number>();
  /** By their numbers, the documents that say when they are in force or what they replace. */
  readonly #stating = new Map<number, IndexedDocument>();
  /** The audience of each document that not everybody may see, by its number. */
  readonly #audiences = new Map<number, string>();

  constructor(
    table = new PassageTable(),
    forward = new ForwardIndex(),
    vocabulary = new Vocabulary(),
    contexts = new ContextTable(),
  ) {
    this.contexts = contexts;
    this.table = table;
    this.forward = forward;
    this.vocabulary = vocabulary;
  }

  /** The number of a document that is there. */
  numberOf(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  /** How many documents are there. */
  get documentCount(): number {
    return this.#numbers.size;
  }

  /** The documents that say when they are in force or what they replace; few, in most collections. */
  get stating(): Iterable<IndexedDocument> {
    return this.#stating.values();
  }

  /** Says who may see a document, by its number, before its passages come. @param viewers absent: everybody */
  restrict(document: number, viewers: Viewers | undefined): string {
    const audience = audienceName(viewers);
    if (viewers === undefined || audience === "") return "";
    this.#audiences.set(document, audience);
    if (!this.restricted.has(audience)) this.restricted.set(audience, new RestrictedFigures(viewers));
    return audience;
  }

  /** Who may see a document, by its number; "" for everybody. */
  audienceOf(document: number): string {
    return this.#audiences.get(document) ?? "";
  }

  /** Who may see a document; undefined for everybody. */
  viewersOf(document: number): Viewers | undefined {
    return this.restricted.get(this.audienceOf(document))?.viewers;
  }

  /** Whether the words of documents that not everybody may see stand apart; versions before did not part them. */
  partsAudiences(): boolean {
    for (const [document, audience] of this.#audiences) {
      const { start, end } = this.passageRanges[document] ?? { start: 0, end: 0 };
      for (let id = start; id < end; id++) {
        const [word] = this.forward.passage(id).words;
        if (word !== undefined && this.vocabulary.audience(word) !== audience) return false;
      }
    }
    return true;
  }

  /** Publishes a document under its number and key. Nothing of it is found before. */
  publish(number: number, document: IndexedDocument): void {
    this.#countLanguage(number, -1);
    this.documents[number] = document;
    if (document.metadata.validity === undefined) this.#stating.delete(number);
    else this.#stating.set(number, document);
    this.#numbers.set(document.metadata.key, number);
    this.#countLanguage(number, 1);
  }

  /** Forgets a document's number. `removeDocument` deals with its passages. */
  unpublish(number: number): void {
    const document = this.documents[number];
    this.#countLanguage(number, -1);
    this.documents[number] = undefined;
    this.#stating.delete(number);
    if (document !== undefined && this.#numbers.get(document.metadata.key) === number) {
      this.#numbers.delete(document.metadata.key);
    }
  }

  /** Adds a passage to all counts, or takes it out of them. */
  countPassage(id: number, change: 1 | -1): void {
    const passage = this.forward.passage(id);
    this.#countWords(passage.words, change);
    this.#addTo(this.sums, passage, change);
    const figures = this.#figuresOf(this.table.documentOf(id));
    if (figures !== undefined) this.#addTo(figures.sums, passage, change);
  }

  /** For loading: counts a passage that is in all other counts into those of its audience. */
  countRestricted(id: number): void {
    const figures = this.#figuresOf(this.table.documentOf(id));
    if (figures !== undefined) this.#addTo(figures.sums, this.forward.passage(id), 1);
  }

  /**
   * Makes the lines around a passage known to the context index; passages come in their order.
   * @param isLoaded whether the vocabulary knows already how often their words stand there
   */
  coverContext(id: number, isLoaded = false): void {
    for (const around of linesAround(this, id)) {
      const words = this.contexts.words(around.line);
      if (!this.contextIndex.cover(around, id, words.length)) continue;
      this.#figuresOf(this.table.documentOf(id))?.countLine(kindOfLine(around.field), words.length, 1);
      if (!isLoaded) this.#countWords(words, 1);
    }
  }

  /** Removes the lines around some passages from the context index; no other passage may have them. */
  dropContext(start: number, end: number): void {
    const lines = new Set<number>();
    for (let id = start; id < end; id++) for (const { line } of linesAround(this, id)) lines.add(line);
    const used = [...lines].filter((line) => this.contextIndex.isUsed(line)).sort((a, b) => a - b);
    const stems = new Set<string>();
    const parts = new Set<string>();
    const figures = end > start ? this.#figuresOf(this.table.documentOf(start)) : undefined;
    for (const line of used) {
      const words = this.contexts.words(line);
      figures?.countLine(this.contextIndex.kindOf(line), words.length, -1);
      this.contextIndex.drop(line, words.length);
      this.#countWords(words, -1);
      for (const word of words) {
        stems.add(this.vocabulary.term(word));
        for (const part of this.vocabulary.parts(word)) parts.add(part);
      }
    }
    // The lines of a document are adjacent.
    const [first = 0, last = -1] = [used[0], used.at(-1)];
    this.contextIndex.stems.removeRange(first, last + 1, stems);
    this.contextIndex.parts.removeRange(first, last + 1, parts);
  }

  /** Puts the terms of the lines from `first` on into the context index, in steps of some milliseconds. */
  *addContextPostings(first: number): Generator<void> {
    for (let line = first; line < this.contexts.size; line++) {
      if (this.contextIndex.isUsed(line))
        this.contextIndex.addPostings(line, this.contexts.words(line), this.vocabulary);
      if (line % 64 === 63) yield;
    }
  }

  /** In how many passages each character 4-gram stands. */
  get gramCounts(): GramCounts {
    for (const _ of this.countGrams());
    return this.#gramCounts;
  }

  /**
   * Counts the 4-grams of new words, each once for all of its passages, in steps of some milliseconds; `gramCounts`
   * counts at once what is left.
   */
  *countGrams(): Generator<void> {
    for (; this.#firstUncounted < this.vocabulary.size; this.#firstUncounted++) {
      const word = this.#firstUncounted;
      this.#countGramsOf(word, this.vocabulary.passageCount(word));
      if (word % 1024 === 1023) yield;
    }
  }

  #addTo(sums: PassageSums, { words, sentenceTextEnds }: PassageWords, change: 1 | -1): void {
    sums.passages += change;
    sums.words += change * words.length;
    sums.sentences += change * sentenceTextEnds.length;
    for (const word of words) sums.grams += change * (this.vocabulary.word(word).length + 1);
  }

  /** Adds one passage, or one line around passages, to the count of each of its distinct words, or takes it away. */
  #countWords(words: Uint32Array, change: 1 | -1): void {
    this.#wordsOfPassage.begin(this.vocabulary.size);
    for (const word of words) {
      if (!this.#wordsOfPassage.isNew(word)) continue;
      this.vocabulary.countPassage(word, change);
      if (word < this.#firstUncounted) this.#countGramsOf(word, change);
    }
  }

  #countGramsOf(word: number, passages: number): void {
    this.#gramCounts.add(this.vocabulary.word(word), passages);
    const audience = this.vocabulary.audience(word);
    if (audience !== "") this.restricted.get(audience)?.countGrams(this.vocabulary.word(word), passages);
  }

  #figuresOf(document: number): RestrictedFigures | undefined {
    return this.#audiences.size === 0 ? undefined : this.restricted.get(this.audienceOf(document));
  }

  #countLanguage(number: number, change: 1 | -1): void {
    const language = this.documents[number]?.metadata.language;
    if (language === undefined) return;
    for (const counts of [this.languageCounts, this.#figuresOf(number)?.languages]) {
      const count = (counts?.get(language) ?? 0) + change;
      if (count > 0) counts?.set(language, count);
      else counts?.delete(language);
    }
  }
}

/** A passage's distinct terms with their frequencies, by field. */
export function termsOf(
  data: IndexData,
  id: number,
): Record<"stems" | "parts", { terms: string[]; frequencies: number[] }> {
  const stems = new Map<string, number>();
  const parts = new Map<string, number>();
  for (const word of data.forward.passage(id).words) {
    const term = data.vocabulary.term(word);
    stems.set(term, (stems.get(term) ?? 0) + 1);
    for (const part of data.vocabulary.parts(word)) parts.set(part, (parts.get(part) ?? 0) + 1);
  }
  const split = (counts: Map<string, number>) => ({ terms: [...counts.keys()], frequencies: [...counts.values()] });
  return { stems: split(stems), parts: split(parts) };
}

/** Puts a passage's terms into the full-text index; its words must have their parts by then. */
export function addPostings(data: IndexData, id: number): void {
  const { stems, parts } = termsOf(data, id);
  data.stems.add(id, stems.terms, stems.frequencies);
  data.parts.add(id, parts.terms, parts.frequencies);
}
