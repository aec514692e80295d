import { GrowingUint32Array } from "../../structures/growing-array.ts";
import type { LineSums } from "../audiences/restricted-figures.ts";
import { FlexSearchPostings } from "../flexsearch-postings.ts";
import type { PassageTable } from "../passage-table.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { ContextTable } from "./context-table.ts";

/** What stands around a passage and is searched with it. Headings around the nearest one are a field of their own. */
export const contextFields = ["title", "heading", "outerHeading", "leadIn", "tableHead", "question"] as const;
export type ContextField = (typeof contextFields)[number];

/** The field that a line counts with: headings around the nearest one are headings. */
export function countedField(field: ContextField): ContextField {
  return field === "outerHeading" ? "heading" : field;
}

/** The number of a field as lines are counted. */
export function kindOfLine(field: ContextField): number {
  return contextFields.indexOf(countedField(field));
}

/** A context line as one passage has it. */
export interface FieldLine {
  readonly field: ContextField;
  readonly line: number;
}

/** The context lines of a passage but for those that are part of it, by the order of the fields. */
export function linesAround(
  { table, contexts }: { readonly table: PassageTable; readonly contexts: ContextTable },
  id: number,
): FieldLine[] {
  const { title, heading, leadIn, tableHead, question } = table.contextOf(id);
  const [start, end] = [table.columns.start.at(id), table.columns.end.at(id)];
  const around: FieldLine[] = [];
  const add = (field: ContextField, line: number): void => {
    if (line === 0) return;
    const range = contexts.range(line);
    const isInside = range.start < range.end && range.start >= start && range.end <= end;
    if (!isInside) around.push({ field, line });
  };
  add("title", title);
  add("heading", heading);
  if (heading > 0) for (const line of contexts.chain(contexts.outer(heading))) add("outerHeading", line);
  for (const line of contexts.chain(leadIn)) add("leadIn", line);
  add("tableHead", tableHead);
  add("question", question);
  return around;
}

/**
 * By line: its field, the first passage that has it, and one past the last; a heading is the nearest one for some of
 * its first passages.
 */
const facts = { size: 4, field: 0, start: 1, ownEnd: 2, end: 3 };
/** In place of a field, for a line that no passage uses. */
const unused = contextFields.length;

/**
 * Which terms are in which context lines, and which consecutive passages have each line around them. Rebuilt from the
 * table of lines whenever an index is loaded.
 */
export class ContextIndex {
  /** Terms of the lines' words, and of the parts of compounds among them: lists of lines. */
  readonly stems = new FlexSearchPostings();
  readonly parts = new FlexSearchPostings();
  readonly #facts = new GrowingUint32Array();
  /** By field: how many lines are there, and how many words they have together. Outer headings count as headings. */
  readonly #sums = contextFields.map(() => ({ lines: 0, words: 0 }));

  /**
   * Records that a passage has a line around it. Passages must come in order. @param words how many words the line has
   * @returns whether the line is new
   */
  cover({ field, line }: FieldLine, passage: number, words: number): boolean {
    while (this.#facts.length <= line * facts.size) {
      for (const fact of [unused, 0, 0, 0]) this.#facts.push(fact);
    }
    const isNew = this.#at(line, facts.field) === unused;
    if (isNew) {
      const kind = kindOfLine(field);
      this.#set(line, facts.field, kind);
      this.#set(line, facts.start, passage);
      this.#set(line, facts.ownEnd, passage);
      this.#count(kind, words, 1);
    }
    this.#set(line, facts.end, passage + 1);
    if (field !== "outerHeading") this.#set(line, facts.ownEnd, passage + 1);
    return isNew;
  }

  /** Whether any passage has the line around it. */
  isUsed(line: number): boolean {
    return line * facts.size < this.#facts.length && this.#at(line, facts.field) !== unused;
  }

  /** The kind of a line that is used. */
  kindOf(line: number): number {
    return this.#at(line, facts.field);
  }

  /** Forgets a line. */
  drop(line: number, words: number): void {
    if (!this.isUsed(line)) return;
    this.#count(this.#at(line, facts.field), words, -1);
    this.#set(line, facts.field, unused);
  }

  /** The passages that have a line around them, by the field that it is to them. */
  *spansOf(line: number): Generator<{ readonly field: ContextField; readonly start: number; readonly end: number }> {
    const [start, ownEnd, end] = [this.#at(line, facts.start), this.#at(line, facts.ownEnd), this.#at(line, facts.end)];
    const field = contextFields[this.#at(line, facts.field)];
    if (field === undefined) return;
    if (ownEnd > start) yield { field, start, end: ownEnd };
    if (end > ownEnd) yield { field: "outerHeading", start: ownEnd, end };
  }

  /** How many passages have a line around them. */
  coverage(line: number): number {
    return this.isUsed(line) ? this.#at(line, facts.end) - this.#at(line, facts.start) : 0;
  }

  /** How many lines of a kind are there, and how many words they have together, whoever may see them. */
  sumsOf(kind: number): Readonly<LineSums> {
    return this.#sums[kind] ?? { lines: 0, words: 0 };
  }

  /** Adds a line's terms to the lists. Its words must have their parts by then, and lines must come in order. */
  addPostings(line: number, words: Uint32Array, vocabulary: Vocabulary): void {
    const stems = new Map<string, number>();
    const parts = new Map<string, number>();
    for (const word of words) {
      count(stems, vocabulary.term(word));
      for (const part of vocabulary.partNumbers(word)) count(parts, vocabulary.termAt(part));
    }
    stems.delete("");
    this.stems.add(line, [...stems.keys()], [...stems.values()]);
    this.parts.add(line, [...parts.keys()], [...parts.values()]);
  }

  #at(line: number, fact: number): number {
    return this.#facts.at(line * facts.size + fact);
  }

  #set(line: number, fact: number, value: number): void {
    this.#facts.set(line * facts.size + fact, value);
  }

  #count(kind: number, words: number, change: 1 | -1): void {
    const sums = this.#sums[kind];
    if (sums === undefined) return;
    sums.lines += change;
    sums.words += change * words;
  }
}

function count(counts: Map<string, number>, term: string): void {
  counts.set(term, (counts.get(term) ?? 0) + 1);
}
