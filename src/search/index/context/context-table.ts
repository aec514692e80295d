import type { PassageContext, TextPlace, TextRange } from "../../../documents/document.ts";
import { GrowingUint32Array } from "../../structures/growing-array.ts";

/** Numbers of the context lines of a passage, 0 where it has none. Of headings and lead-ins it is the innermost. */
export interface ContextLines {
  readonly title: number;
  readonly heading: number;
  readonly leadIn: number;
  readonly tableHead: number;
  readonly question: number;
}

export const noContext: ContextLines = { title: 0, heading: 0, leadIn: 0, tableHead: 0, question: 0 };

/** Where a line stands. A title that the document's text does not have has empty ranges. */
export interface ContextLine extends TextPlace {
  readonly checksum: number;
  /** Number of the line of its kind around it, 0 where it is the outermost. */
  readonly outer: number;
}

export const contextColumns = [
  "contextStart",
  "contextEnd",
  "contextByteStart",
  "contextByteEnd",
  "contextChecksum",
  "contextOuter",
  "contextWords",
  "contextWordOffsets",
] as const;
export type ContextColumn = (typeof contextColumns)[number];

/**
 * The lines around passages: titles, headings, lead-ins, heads of tables and questions. Each line is stored once per
 * document, with its words. Numbers begin with 1.
 */
export class ContextTable {
  readonly columns: Record<ContextColumn, GrowingUint32Array>;

  /** @param columns taken over; absent: an empty table */
  constructor(columns?: Record<ContextColumn, GrowingUint32Array>) {
    this.columns = columns ?? contextColumnsOf(() => new GrowingUint32Array());
    if (columns !== undefined) return;
    this.columns.contextWordOffsets.push(0);
    this.add({ range: { start: 0, end: 0 }, bytes: { start: 0, end: 0 }, checksum: 0, outer: 0 }, []);
  }

  /** How many lines there are, counting number 0, which stands for none. */
  get size(): number {
    return this.columns.contextStart.length;
  }

  /**
   * @param words numbers of the vocabulary, stop words left out, in the order of the text
   * @returns the line's number
   */
  add({ range, bytes, checksum, outer }: ContextLine, words: Iterable<number>): number {
    const { columns, size } = this;
    columns.contextStart.push(range.start);
    columns.contextEnd.push(range.end);
    columns.contextByteStart.push(bytes.start);
    columns.contextByteEnd.push(bytes.end);
    columns.contextChecksum.push(checksum);
    columns.contextOuter.push(outer);
    for (const word of words) columns.contextWords.push(word);
    columns.contextWordOffsets.push(columns.contextWords.length);
    return size;
  }

  line(number: number): ContextLine {
    const at = (column: ContextColumn): number => this.columns[column].at(number);
    return {
      range: this.range(number),
      bytes: { start: at("contextByteStart"), end: at("contextByteEnd") },
      checksum: at("contextChecksum"),
      outer: at("contextOuter"),
    };
  }

  /** Where a line stands. */
  range(number: number): TextRange {
    return { start: this.columns.contextStart.at(number), end: this.columns.contextEnd.at(number) };
  }

  /** How many words a line has. */
  wordCount(number: number): number {
    const { contextWordOffsets } = this.columns;
    return contextWordOffsets.at(number + 1) - contextWordOffsets.at(number);
  }

  /** Words of a line: numbers of the vocabulary; none of number 0. Valid until the table changes. */
  words(number: number): Uint32Array {
    const { contextWords, contextWordOffsets } = this.columns;
    return contextWords.view(contextWordOffsets.at(number), contextWordOffsets.at(number + 1));
  }

  /** Number of the line around one, 0 where there is none. */
  outer(number: number): number {
    return this.columns.contextOuter.at(number);
  }

  /** A line and those around it, outermost first. */
  chain(number: number): number[] {
    const chain: number[] = [];
    for (let at = number; at > 0; at = this.outer(at)) chain.push(at);
    return chain.reverse();
  }

  /** Where a passage's lines stand. */
  placesOf({ title, heading, leadIn, tableHead, question }: ContextLines): PassageContext {
    return {
      ...(isInText(this.line(title).range) ? { title: this.#place(title) } : {}),
      headings: this.chain(heading).map((number) => this.#place(number)),
      leadIns: this.chain(leadIn).map((number) => this.#place(number)),
      ...(tableHead === 0 ? {} : { tableHead: this.#place(tableHead) }),
      ...(question === 0 ? {} : { question: this.#place(question) }),
    };
  }

  #place(number: number): TextPlace {
    const { range, bytes } = this.line(number);
    return { range, bytes };
  }
}

function isInText({ start, end }: TextRange): boolean {
  return start < end;
}

/** The columns of context lines, each made or found by its name. */
export function contextColumnsOf(
  column: (name: ContextColumn) => GrowingUint32Array,
): Record<ContextColumn, GrowingUint32Array> {
  return {
    contextStart: column("contextStart"),
    contextEnd: column("contextEnd"),
    contextByteStart: column("contextByteStart"),
    contextByteEnd: column("contextByteEnd"),
    contextChecksum: column("contextChecksum"),
    contextOuter: column("contextOuter"),
    contextWords: column("contextWords"),
    contextWordOffsets: column("contextWordOffsets"),
  };
}
