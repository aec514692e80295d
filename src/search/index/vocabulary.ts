import { flat } from "../../analysis/flat.ts";
import { unknownLanguage } from "../../analysis/languages.ts";
import type { LanguageCode } from "../../documents/document.ts";
import { GrowingUint32Array } from "../structures/growing-array.ts";
import { TextNumbers } from "../structures/text-numbers.ts";
import { audienceOfTerm, plainTerm, termFor } from "./audiences/audience-terms.ts";

/** What the index knows about a word in its folded spelling, other than its passages. */
export interface VocabularyEntry {
  readonly word: string;
  readonly language: LanguageCode;
  readonly term: string;
  /** Terms of the word's parts where it is a compound. */
  readonly parts: readonly string[];
  /** Whether the parts are known by how it is written, as in OpenSearch: the same letters with other parts are another word. */
  readonly isSpelled?: boolean;
  /** For whom the word stands in documents: the same word is another one for each; absent: for everybody. */
  readonly audience?: string;
}

/** The same with terms by their numbers. */
export interface NumberedEntry {
  readonly word: string;
  readonly language: LanguageCode;
  readonly term: number;
  readonly parts: readonly number[];
}

const noParts = new Uint32Array(0);

/** Between a word and the parts that its spelling gives it. No token of a text has this character. */
const spellingMark = "\u0002";

function spelledWord(word: string, parts: readonly string[]): string {
  return parts.length === 0 ? word : [word, ...parts].join(spellingMark);
}

function plainWord(stored: string): string {
  const end = stored.indexOf(spellingMark);
  return end < 0 ? stored : stored.slice(0, end);
}

/** Told of a word whose count is about to change. */
type CountWatcher = (word: number, before: number, change: 1 | -1) => void;

interface Numbers {
  readonly words: TextNumbers;
  readonly terms: TextNumbers;
}

/**
 * Every distinct word of the collection under a number, in the order in which the words came, and every term that stands
 * for words or their parts under one of its own.
 */
export class Vocabulary {
  readonly #words: string[] = [];
  readonly #languages: LanguageCode[] = [];
  /** The audience of each word that not everybody may know of. */
  readonly #audiences = new Map<number, string>();
  /** Each word whose parts are known by how it is written, as it is stored: with these parts. */
  readonly #spelled = new Map<number, string>();
  /** By word: the number of its term. */
  readonly #wordTerms = new GrowingUint32Array();
  /** By word: where its parts begin in `#parts`, from 1; 0 for words without parts. */
  readonly #partStarts = new GrowingUint32Array();
  /** For each word with parts how many it has, then their terms' numbers. */
  readonly #parts = GrowingUint32Array.from(new Uint32Array(1));
  /** In how many passages the word stands. */
  readonly #passageCounts = new GrowingUint32Array();
  readonly #terms: string[] = [];
  /** From word to number and from term to number. Absent after loading, since only writing needs them. */
  #numbers: Numbers | undefined = this.#newNumbers();
  #liveCount = 0;
  #partsRevision = 0;
  #watcher: CountWatcher | undefined;

  get size(): number {
    return this.#words.length;
  }

  get termCount(): number {
    return this.#terms.length;
  }

  /** How many words occur in current passages. The others came with documents that have been removed. */
  get liveCount(): number {
    return this.#liveCount;
  }

  /** Raised whenever a word that was there before gets other parts. */
  get partsRevision(): number {
    return this.#partsRevision;
  }

  /**
   * The number of a word, or undefined where the collection does not have it for the audience.
   * @param spelledParts those that it has by how it is written
   */
  find(word: string, language: LanguageCode, audience = "", spelledParts: readonly string[] = []): number | undefined {
    return this.#writing().words.find(spelledWord(word, spelledParts), termFor(language, audience));
  }

  /** The number that a word of this vocabulary has for another audience. */
  findFor(id: number, audience: string): number | undefined {
    return this.#writing().words.find(this.storedWord(id), termFor(this.language(id), audience));
  }

  add({ word, language, term, parts, isSpelled = false, audience = "" }: VocabularyEntry): number {
    const kept = flat(word);
    const termNumber = this.#numberOf(termFor(term === word ? kept : term, audience));
    const id = this.#push(kept, language, termNumber, 0, audience);
    if (isSpelled && parts.length > 0) this.#spelled.set(id, flat(spelledWord(word, parts)));
    this.#writing().words.add(this.storedWord(id));
    this.setParts(id, parts);
    return id;
  }

  word(id: number): string {
    return this.#words[id] ?? "";
  }

  /** The word with the parts that its spelling gives it, for writing it down and finding it again. */
  storedWord(id: number): string {
    return this.#spelled.get(id) ?? this.word(id);
  }

  /** Whether the parts are known by how the word is written, whatever other words there are. */
  isSpelled(id: number): boolean {
    return this.#spelled.has(id);
  }

  /** As it stands in the index: for the word's audience alone. */
  term(id: number): string {
    return id < this.#words.length ? this.termAt(this.termNumber(id)) : "";
  }

  /** As questions have it. */
  plainTerm(id: number): string {
    return this.#audiences.has(id) ? plainTerm(this.term(id)) : this.term(id);
  }

  /** For whom the word stands in documents; "" for everybody. */
  audience(id: number): string {
    return this.#audiences.get(id) ?? "";
  }

  /** @param number from 0, below `termCount` */
  termAt(number: number): string {
    return this.#terms[number] ?? "";
  }

  termNumber(id: number): number {
    return this.#wordTerms.at(id);
  }

  /** As they stand in the index. */
  parts(id: number): string[] {
    return Array.from(this.partNumbers(id), (number) => this.termAt(number));
  }

  /** As questions have them. */
  plainParts(id: number): string[] {
    return this.#audiences.has(id) ? this.parts(id).map(plainTerm) : this.parts(id);
  }

  /** Numbers of the parts' terms; valid until the vocabulary changes. */
  partNumbers(id: number): Uint32Array {
    const start = this.#partStarts.at(id);
    return start === 0 ? noParts : this.#parts.view(start + 1, start + 1 + this.#parts.at(start));
  }

  language(id: number): LanguageCode {
    return this.#languages[id] ?? unknownLanguage.code;
  }

  passageCount(id: number): number {
    return this.#passageCounts.at(id);
  }

  /** @param watcher told of every change of a count from now on; absent: nobody */
  watchCounts(watcher?: CountWatcher): void {
    this.#watcher = watcher;
  }

  countPassage(id: number, change: 1 | -1): void {
    const before = this.#passageCounts.at(id);
    this.#watcher?.(id, before, change);
    const count = before + change;
    this.#passageCounts.set(id, count);
    if (change === 1 && count === 1) this.#liveCount++;
    else if (count === 0) this.#liveCount--;
  }

  /** @param parts as questions have them */
  setParts(id: number, parts: readonly string[]): void {
    const audience = this.audience(id);
    if (parts.length > 0) {
      this.#setPartNumbers(
        id,
        parts.map((part) => this.#numberOf(termFor(part, audience))),
      );
    } else this.#partStarts.set(id, 0);
  }

  /** Gives a word that passages have already other parts than it had. @param parts as questions have them */
  replaceParts(id: number, parts: readonly string[]): void {
    this.#partsRevision++;
    this.setParts(id, parts);
  }

  /** For loading: the terms by their numbers, taken over. */
  restoreTerms(terms: readonly string[]): void {
    this.#numbers = undefined;
    for (const term of terms) this.#terms.push(term);
  }

  /** For loading: adds the next word with its count. Its number is found by its text after `indexWords` only. */
  restore({ word, language, term, parts }: NumberedEntry, passageCount: number): void {
    this.#numbers = undefined;
    const id = this.#push(plainWord(word), language, term, passageCount, audienceOfTerm(this.termAt(term)));
    if (this.word(id) !== word) this.#spelled.set(id, word);
    if (parts.length > 0) this.#setPartNumbers(id, parts);
    if (passageCount > 0) this.#liveCount++;
  }

  /**
   * Makes words findable by their text, which only writing needs, in steps of some milliseconds. Nothing may be added
   * before the last step. Without this the first `find` does it at once.
   */
  *indexWords(): Generator<void> {
    if (this.#numbers !== undefined) return;
    const numbers = this.#newNumbers();
    for (let id = 0; id < this.#words.length; id++) {
      numbers.words.add(this.storedWord(id));
      if (id % 4096 === 4095) yield;
    }
    for (const [number, term] of this.#terms.entries()) {
      numbers.terms.add(term);
      if (number % 4096 === 4095) yield;
    }
    this.#numbers = numbers;
  }

  #push(word: string, language: LanguageCode, term: number, passageCount: number, audience: string): number {
    const id = this.#words.length;
    if (audience !== "") this.#audiences.set(id, audience);
    this.#words.push(word);
    this.#languages.push(language);
    this.#wordTerms.push(term);
    this.#partStarts.push(0);
    this.#passageCounts.push(passageCount);
    return id;
  }

  #setPartNumbers(id: number, parts: readonly number[]): void {
    const known = this.#partStarts.at(id);
    if (known > 0 && this.#parts.at(known) >= parts.length) {
      this.#parts.set(known, parts.length);
      for (const [at, part] of parts.entries()) this.#parts.set(known + 1 + at, part);
      return;
    }
    this.#partStarts.set(id, this.#parts.length);
    this.#parts.push(parts.length);
    for (const part of parts) this.#parts.push(part);
  }

  #numberOf(term: string): number {
    const { terms } = this.#writing();
    const known = terms.find(term);
    if (known !== undefined) return known;
    const kept = flat(term);
    this.#terms.push(kept);
    return terms.add(kept);
  }

  #writing(): Numbers {
    for (const _ of this.indexWords());
    this.#numbers ??= this.#newNumbers();
    return this.#numbers;
  }

  /** What tells words from one another that are written alike. */
  #varietyOf(id: number): string | undefined {
    const language = this.#languages[id];
    const audience = this.#audiences.get(id);
    return language === undefined || audience === undefined ? language : termFor(language, audience);
  }

  #newNumbers(): Numbers {
    return {
      words: new TextNumbers((id, word, variety) => this.storedWord(id) === word && this.#varietyOf(id) === variety),
      terms: new TextNumbers((number, term) => this.#terms[number] === term),
    };
  }
}
