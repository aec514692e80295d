import { bm25 } from "./bm25.ts";
import type { IndexData } from "./index-data.ts";
import { informativenessOf } from "./informativeness.ts";
import type { DocumentFilter } from "./passage-index.ts";
import type { IndexedDocument } from "./passage-table.ts";
import type { Concept, Query } from "./query/concept.ts";
import type { RankingSettings } from "./weights.ts";

/** What the first stage of ranking gives the second. */
export interface FirstStage {
  /** Passage ids, best first; equal scores by id. */
  readonly ids: readonly number[];
  readonly informativeness: readonly number[];
  readonly passageCounts: readonly number[];
}

/** Room for one number a passage, kept between questions. */
export class Accumulators {
  scores = new Float32Array(0);
  frequencies = new Float32Array(0);
  weights = new Float32Array(0);

  fit(passages: number): void {
    if (this.scores.length >= passages) return;
    const size = Math.ceil(passages * 1.25);
    this.scores = new Float32Array(size);
    this.frequencies = new Float32Array(size);
    this.weights = new Float32Array(size);
  }
}

/**
 * Adds up BM25 over every posting of every alternative of every concept. The alternatives of a concept count as one
 * term: their weighted frequencies are summed, and its document frequency is the sum over passages of the largest weight
 * met there (Pirkola 1998, with weights).
 */
export function firstStage(
  data: IndexData,
  query: Query,
  room: Accumulators,
  settings: RankingSettings,
  options: { readonly limit: number; readonly filter?: DocumentFilter },
): FirstStage {
  room.fit(data.table.size);
  const averageLength = data.sums.passages === 0 ? 0 : data.sums.words / data.sums.passages;
  const touchedByAny: number[] = [];
  const informativeness: number[] = [];
  const passageCounts: number[] = [];
  for (const concept of query.concepts) {
    const touched = collect(data, concept, room, settings.partInPassage);
    let documentFrequency = 0;
    for (const id of touched) documentFrequency += room.weights[id] ?? 0;
    const weight = informativenessOf(concept, data.sums.passages, documentFrequency, settings.priorPassages);
    informativeness.push(weight);
    passageCounts.push(touched.length);
    for (const id of touched) {
      const share = bm25(room.frequencies[id] ?? 0, data.forward.length(id), averageLength, weight, settings.terms);
      if (room.scores[id] === 0) touchedByAny.push(id);
      room.scores[id] = (room.scores[id] ?? 0) + share;
      room.frequencies[id] = 0;
      room.weights[id] = 0;
    }
  }
  const isAllowed = documentTest(data.documents, options.filter);
  const allowed = touchedByAny.filter((id) => isAllowed(data.table.documentOf(id)));
  const ids = best(allowed, room.scores, options.limit);
  for (const id of touchedByAny) room.scores[id] = 0;
  if (ids.length < options.limit && data.sums.passages <= options.limit) addTheRest(data, ids, isAllowed);
  return { ids, informativeness, passageCounts };
}

function collect(data: IndexData, concept: Concept, room: Accumulators, partWeight: number): number[] {
  const touched: number[] = [];
  for (const { term, weight } of concept.alternatives) {
    addList(data.stems.list(term), weight, room, touched);
    addList(data.parts.list(term), weight * partWeight, room, touched);
  }
  return touched;
}

function addList(
  list: readonly (readonly number[] | undefined)[],
  weight: number,
  { frequencies, weights }: Accumulators,
  touched: number[],
): void {
  for (let slot = 0; slot < list.length; slot++) {
    const ids = list[slot];
    if (ids === undefined) continue;
    const frequency = weight * (slot + 1);
    for (const id of ids) {
      const before = frequencies[id] ?? 0;
      if (before === 0) touched.push(id);
      frequencies[id] = before + frequency;
      if (weight > (weights[id] ?? 0)) weights[id] = weight;
    }
  }
}

/** In a collection so small that every passage can be looked at closely, those without a term in common are too. */
function addTheRest(data: IndexData, ids: number[], isAllowed: (document: number) => boolean): void {
  const known = new Set(ids);
  data.documents.forEach((document, number) => {
    const range = data.passageRanges[number];
    if (document === undefined || range === undefined || !isAllowed(number)) return;
    for (let id = range.start; id < range.end; id++) if (!known.has(id)) ids.push(id);
  });
}

/** The `limit` ids with the highest scores, best first, equal ones by id: a heap whose root is the worst kept. */
export function best(ids: readonly number[], scores: Float32Array, limit: number): number[] {
  const isWorse = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference < 0 || (difference === 0 && a > b);
  };
  const heap: number[] = [];
  const swap = (i: number, j: number): void => {
    const held = heap[i] ?? 0;
    heap[i] = heap[j] ?? 0;
    heap[j] = held;
  };
  const sink = (): void => {
    for (let i = 0; ; ) {
      let worst = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < heap.length && isWorse(heap[child] ?? 0, heap[worst] ?? 0)) worst = child;
      }
      if (worst === i) return;
      swap(i, worst);
      i = worst;
    }
  };
  for (const id of ids) {
    if (heap.length < limit) {
      heap.push(id);
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1;
        if (!isWorse(heap[i] ?? 0, heap[parent] ?? 0)) break;
        swap(i, parent);
        i = parent;
      }
    } else if (limit > 0 && isWorse(heap[0] ?? 0, id)) {
      heap[0] = id;
      sink();
    }
  }
  return heap.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

/** Whether a document, by its number, may be looked at. */
export function documentTest(
  documents: readonly (IndexedDocument | undefined)[],
  filter: DocumentFilter | undefined,
): (document: number) => boolean {
  const allowed = documents.map((document) => document !== undefined && isVisible(document, filter));
  return (document) => allowed[document] ?? false;
}

/** Whether a filter lets a document through. */
export function isVisible({ metadata }: IndexedDocument, filter: DocumentFilter | undefined): boolean {
  return isOpenTo(metadata.guilds, filter) && (filter?.keys?.includes(metadata.key) ?? true) && isInTime(metadata, filter);
}

function isOpenTo(guilds: readonly string[] | undefined, filter: DocumentFilter | undefined): boolean {
  if (filter?.audience === undefined || guilds === undefined) return true;
  return filter.audience.guild !== undefined && guilds.includes(filter.audience.guild);
}

function isInTime({ published }: IndexedDocument["metadata"], filter: DocumentFilter | undefined): boolean {
  if (filter?.from === undefined && filter?.until === undefined) return true;
  if (published === undefined) return false;
  return published.until >= (filter.from ?? "") && (filter.until === undefined || published.from <= filter.until);
}
