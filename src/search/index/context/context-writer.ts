import type { Passage, SourceDocument, TextPlace } from "../../../documents/document.ts";
import { checksumOf } from "../../structures/checksum.ts";
import type { ContextLines, ContextTable } from "./context-table.ts";

const nowhere: TextPlace = { range: { start: 0, end: 0 }, bytes: { start: 0, end: 0 } };

/** Puts the context lines of a document's passages into the table, each when its first passage comes. */
export class ContextWriter {
  readonly #document: Pick<SourceDocument, "canonicalText" | "metadata">;
  readonly #table: ContextTable;
  readonly #wordsOf: (text: string) => Iterable<number>;
  readonly #numbers = new Map<string, number>();

  /** @param wordsOf numbers of a text's words in the vocabulary */
  constructor(
    document: Pick<SourceDocument, "canonicalText" | "metadata">,
    table: ContextTable,
    wordsOf: (text: string) => Iterable<number>,
  ) {
    this.#document = document;
    this.#table = table;
    this.#wordsOf = wordsOf;
  }

  linesOf({ context }: Pick<Passage, "context">): ContextLines {
    const { title, headings, leadIns, tableHead, question } = context;
    return {
      title: this.#number("title", title ?? nowhere, 0, this.#document.metadata.title),
      heading: this.#innermost("heading", headings),
      leadIn: this.#innermost("leadIn", leadIns),
      tableHead: this.#innermost("tableHead", tableHead === undefined ? [] : [tableHead]),
      question: this.#innermost("question", question === undefined ? [] : [question]),
    };
  }

  #innermost(kind: keyof ContextLines, places: readonly TextPlace[]): number {
    return places.reduce((outer, place) => this.#number(kind, place, outer), 0);
  }

  #number(kind: keyof ContextLines, place: TextPlace, outer: number, words?: string): number {
    const key = `${kind} ${place.range.start} ${place.range.end} ${outer}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const { range, bytes } = place;
    const text = this.#document.canonicalText.slice(range.start, range.end);
    const number = this.#table.add({ range, bytes, checksum: checksumOf(text), outer }, this.#wordsOf(words ?? text));
    this.#numbers.set(key, number);
    return number;
  }
}
