import { type ContextField, countedField } from "../../index/context/context-index.ts";
import { maxTermFrequency } from "../../index/flexsearch-postings.ts";
import { type Bm25Settings, lengthNorm } from "../../ranking/bm25.ts";
import type { ContextSettings } from "../../settings/weights.ts";
import { linesOf, numbersOf, type StoredPassage, wordsOf } from "../stored-passage.ts";

/** What passages are found by: how often each term stands in them, normalised by length, and the same around them. */
export interface Features {
  readonly stems: Readonly<Record<string, number>>;
  readonly parts: Readonly<Record<string, number>>;
  readonly aroundStems: Readonly<Record<string, number>>;
  readonly aroundParts: Readonly<Record<string, number>>;
}

/** Lengths that passages and lines are measured against: those of the collection when its index was begun. */
export interface ReferenceLengths {
  readonly passage: number;
  readonly lines: Readonly<Partial<Record<string, number>>>;
}

/** The cluster knows dots as separators. */
export function featureName(term: string): string {
  return term.replaceAll("%", "%25").replaceAll(".", "%2E");
}

/**
 * The features of a passage. The query that finds it sums them up with the formula of the index in memory, but for the
 * weights of lines, which are those of the time when it was written: the second stage counts anew.
 */
export function featuresOf(
  passage: StoredPassage,
  reference: ReferenceLengths,
  { terms, context }: { readonly terms: Bm25Settings; readonly context: ContextSettings },
): Features {
  const words = wordsOf(passage);
  const text = numbersOf(passage.text);
  const norm = normOf(text.length, reference.passage, terms.b);
  const own = countTerms(text, words);
  const aroundStems = new Map<string, number>();
  const aroundParts = new Map<string, number>();
  for (const { field, words: inLine } of linesOf(passage)) {
    const weight = lineWeight(field, inLine.length, reference, context);
    const counts = countTerms(inLine, words);
    for (const [term, times] of counts.stems) add(aroundStems, term, weight * times);
    for (const [term, times] of counts.parts) add(aroundParts, term, weight * times);
  }
  const shortened = (counts: ReadonlyMap<string, number>): Map<string, number> =>
    new Map([...counts].map(([term, times]) => [term, Math.min(times, maxTermFrequency) / norm]));
  return {
    stems: record(shortened(own.stems)),
    parts: record(shortened(own.parts)),
    aroundStems: record(aroundStems),
    aroundParts: record(aroundParts),
  };
}

function lineWeight(
  field: ContextField,
  length: number,
  { lines }: ReferenceLengths,
  context: ContextSettings,
): number {
  return context.fields[field] / normOf(length, lines[countedField(field)] ?? 0, context.b);
}

function normOf(length: number, average: number, b: number): number {
  const norm = lengthNorm(length, average, b);
  return norm > 0 ? norm : 1;
}

function countTerms(numbers: readonly number[], words: ReturnType<typeof wordsOf>) {
  const stems = new Map<string, number>();
  const parts = new Map<string, number>();
  for (const number of numbers) {
    const word = words[number];
    if (word === undefined) continue;
    if (word.term !== "") add(stems, word.term, 1);
    for (const part of word.parts) add(parts, part, 1);
  }
  return { stems, parts };
}

function add(counts: Map<string, number>, term: string, value: number): void {
  counts.set(term, (counts.get(term) ?? 0) + value);
}

/** The cluster takes positive values alone, and keeps two digits and a half of each. */
function record(counts: ReadonlyMap<string, number>): Record<string, number> {
  // A term may be called like what every other object has.
  const values: Record<string, number> = Object.create(null);
  for (const [term, value] of counts) {
    if (value > 0) values[featureName(term)] = Math.max(Math.round(value * precision), 1) / precision;
  }
  return values;
}

const precision = 10_000;
