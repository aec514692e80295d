import type { ContextLines } from "./context/context-table.ts";
import type { IndexData } from "./index-data.ts";

/** Copies documents from one index to another, the words' numbers translated. */
export class DocumentCopier {
  readonly #from: IndexData;
  readonly #to: IndexData;
  readonly #keepsParts: boolean;
  /** By word here: its number in the other index plus one; 0 for words that have not been copied yet. */
  readonly #words: Uint32Array;
  /** Numbers there of the context lines of the document at hand. */
  #lines = new Map<number, number>();

  /** @param keepsParts whether words that are new there bring the parts that they have here, not only those known by their spelling */
  constructor(from: IndexData, to: IndexData, keepsParts: boolean) {
    this.#from = from;
    this.#to = to;
    this.#keepsParts = keepsParts;
    this.#words = new Uint32Array(from.vocabulary.size);
  }

  /**
   * Copies a document's passages in small steps, between which nothing else may be added there. It is not published
   * there, and its terms are in no posting list yet.
   * @param number of the document here, where it may have been removed meanwhile
   * @returns its number there
   */
  *copy(number: number): Generator<void, number> {
    const to = this.#to;
    const copied = to.documents.length;
    this.#lines = new Map();
    to.documents.push(undefined);
    to.restrict(copied, this.#from.viewersOf(number));
    const range = this.#from.passageRanges[number] ?? { start: 0, end: 0 };
    const start = to.table.size;
    to.passageRanges.push({ start, end: start + range.end - range.start });
    for (let id = range.start; id < range.end; id++) {
      this.#copyPassage(id, copied);
      if (id % 16 === 15) yield;
    }
    return copied;
  }

  #copyPassage(id: number, document: number): void {
    const { table, forward } = this.#from;
    const { words, sentenceWordEnds, sentenceTextEnds } = forward.passage(id);
    const { title, heading, leadIn, tableHead, question } = table.contextOf(id);
    // In the order in which they are written at first, so that the copy is the same as a new index.
    const context: ContextLines = {
      title: this.#line(title),
      heading: this.#line(heading),
      leadIn: this.#line(leadIn),
      tableHead: this.#line(tableHead),
      question: this.#line(question),
    };
    this.#to.table.addFrom(table, id, document, context);
    const copies = Array.from(words, (word) => this.#word(word));
    const sentences = Array.from(sentenceTextEnds, (textEnd, index) => ({
      wordEnd: sentenceWordEnds[index] ?? 0,
      textEnd,
    }));
    this.#to.forward.add(copies, sentences);
    this.#to.countPassage(this.#to.table.size - 1, 1);
    this.#to.coverContext(this.#to.table.size - 1);
  }

  /** The number there of a context line, which is copied with those around it when it first comes. */
  #line(number: number): number {
    const known = number === 0 ? 0 : this.#lines.get(number);
    if (known !== undefined) return known;
    const { contexts } = this.#from;
    const line = contexts.line(number);
    const outer = this.#line(line.outer);
    const words = Array.from(contexts.words(number), (word) => this.#word(word));
    const copy = this.#to.contexts.add({ ...line, outer }, words);
    this.#lines.set(number, copy);
    return copy;
  }

  #word(id: number): number {
    const known = (this.#words[id] ?? 0) - 1;
    if (known >= 0) return known;
    const { vocabulary } = this.#from;
    const word = vocabulary.word(id);
    const language = vocabulary.language(id);
    const audience = vocabulary.audience(id);
    const isSpelled = vocabulary.isSpelled(id);
    const parts = this.#keepsParts || isSpelled ? vocabulary.plainParts(id) : [];
    const copy =
      this.#to.vocabulary.find(word, language, audience, isSpelled ? parts : []) ??
      this.#to.vocabulary.add({ word, language, term: vocabulary.plainTerm(id), parts, isSpelled, audience });
    this.#words[id] = copy + 1;
    return copy;
  }
}
