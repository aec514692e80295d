import { type FlexSearchPostings, maxTermFrequency } from "./flexsearch-postings.ts";
import type { IndexData } from "./index-data.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How much of the lists is made in one step, in ids: that of a word of every passage is one of them. */
const idsAtOnce = 32_768;
/** What a list costs beside its ids. */
const idsPerTerm = 64;

/**
 * Fills an empty full-text index with the terms of all passages: sorted by term and handed to FlexSearch list by list,
 * where adding passage by passage would have it look up every occurrence. In steps of some milliseconds; yields how
 * many passages' worth of work is done.
 */
export function* addAllPostings(data: IndexData): Generator<number> {
  const { size } = data.table;
  for (const done of addField(data, data.stems, stemsOf)) yield Math.floor(done / 2);
  for (const done of addField(data, data.parts, partsOf)) yield Math.floor((size + done) / 2);
}

type TermsOf = (vocabulary: Vocabulary, word: number, counter: TermCounter) => void;

const stemsOf: TermsOf = (vocabulary, word, counter) => counter.count(vocabulary.termNumber(word));
const partsOf: TermsOf = (vocabulary, word, counter) => {
  for (const part of vocabulary.partNumbers(word)) counter.count(part);
};

function* addField(data: IndexData, postings: FlexSearchPostings, termsOf: TermsOf): Generator<number> {
  const { table, vocabulary } = data;
  const counter = new TermCounter(vocabulary.termCount);
  const starts = new Uint32Array(vocabulary.termCount + 1);
  for (let id = 0; id < table.size; id++) {
    counter.read(data, id, termsOf);
    for (let i = 0; i < counter.distinct; i++) {
      const term = counter.terms[i] ?? 0;
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    }
    if (id % 32 === 31) yield Math.floor(id / 2);
  }
  for (let term = 0; term < vocabulary.termCount; term++)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const ends = starts.slice();
  const ids = new Uint32Array(starts[vocabulary.termCount] ?? 0);
  const frequencies = new Uint8Array(ids.length);
  yield Math.floor(table.size / 2);
  let work = 0;
  for (let id = 0; id < table.size; id++) {
    counter.read(data, id, termsOf);
    for (let i = 0; i < counter.distinct; i++) {
      const term = counter.terms[i] ?? 0;
      const at = ends[term] ?? 0;
      ids[at] = id;
      frequencies[at] = Math.min(counter.frequency(term), maxTermFrequency);
      ends[term] = at + 1;
    }
    if (id % 32 === 31) yield Math.floor((table.size + id) / 2);
  }
  for (let term = 0; term < vocabulary.termCount; term++) {
    const [start, end] = [starts[term] ?? 0, ends[term] ?? 0];
    const text = vocabulary.termAt(term);
    if (end > start && text !== "") postings.restore(text, listOf(ids, frequencies, start, end));
    work += idsPerTerm + end - start;
    if (work < idsAtOnce) continue;
    yield table.size;
    work = 0;
  }
}

/** A posting list that is exactly as large as it needs to be. */
function listOf(ids: Uint32Array, frequencies: Uint8Array, start: number, end: number): (number[] | undefined)[] {
  const sizes: number[] = [];
  for (let at = start; at < end; at++) {
    const slot = (frequencies[at] ?? 1) - 1;
    while (sizes.length <= slot) sizes.push(0);
    sizes[slot] = (sizes[slot] ?? 0) + 1;
  }
  const lists = sizes.map((size) => (size === 0 ? undefined : new Array<number>(size)));
  const next = sizes.fill(0);
  for (let at = start; at < end; at++) {
    const slot = (frequencies[at] ?? 1) - 1;
    const place = next[slot] ?? 0;
    const list = lists[slot];
    if (list !== undefined) list[place] = ids[at] ?? 0;
    next[slot] = place + 1;
  }
  return lists;
}

/** Counts the terms of one passage after the other. */
class TermCounter {
  /** The distinct terms of the current passage; the first `distinct` entries count. */
  terms = new Uint32Array(1024);
  distinct = 0;
  readonly #frequencies: Uint32Array;

  constructor(terms: number) {
    this.#frequencies = new Uint32Array(terms);
  }

  read({ forward, vocabulary }: IndexData, id: number, termsOf: TermsOf): void {
    for (let i = 0; i < this.distinct; i++) this.#frequencies[this.terms[i] ?? 0] = 0;
    this.distinct = 0;
    for (const word of forward.words.view(forward.wordOffsets.at(id), forward.wordOffsets.at(id + 1)))
      termsOf(vocabulary, word, this);
  }

  count(term: number): void {
    const before = this.#frequencies[term] ?? 0;
    this.#frequencies[term] = before + 1;
    if (before > 0) return;
    if (this.distinct === this.terms.length) {
      const larger = new Uint32Array(this.distinct * 2);
      larger.set(this.terms);
      this.terms = larger;
    }
    this.terms[this.distinct++] = term;
  }

  frequency(term: number): number {
    return this.#frequencies[term] ?? 0;
  }
}
