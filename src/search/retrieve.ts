import type { Accumulators } from "./accumulators.ts";
import { bm25 } from "./bm25.ts";
import { documentTest } from "./document-filter.ts";
import type { PostingList } from "./flexsearch-postings.ts";
import type { IndexData } from "./index-data.ts";
import { informativenessOf } from "./informativeness.ts";
import type { DocumentFilter } from "./passage-index.ts";
import type { Concept, Query } from "./query/concept.ts";
import { topIds } from "./top.ts";
import type { RankingSettings } from "./weights.ts";

/** What the first stage of ranking gives the second. Figures run along the question's concepts. */
export interface FirstStage {
  /** Passage ids, best first; equal scores by id. */
  readonly ids: readonly number[];
  readonly informativeness: readonly number[];
  readonly passageCounts: readonly number[];
  /** How many passages hold a term; not more than were looked at, where looking on could not have changed the best. */
  readonly total: number;
}

interface WeightedList {
  readonly weight: number;
  readonly list: PostingList;
  readonly length: number;
}

/** A concept with its posting lists, weightiest first. */
interface ConceptLists {
  readonly index: number;
  readonly lists: readonly WeightedList[];
  readonly postings: number;
}

/** In a collection so small every passage is looked at closely, those without a term in common too. */
const smallCollection = 250;
/** In smaller collections every concept's document frequency is counted; in larger ones it is bounded by its lists. */
const exactUpTo = 20_000;
/** Alternatives beyond the words themselves are followed as long as a question has read no more postings than this. */
const expansionBudget = 150_000;

/**
 * Adds up BM25 over the postings of every alternative of every concept. The alternatives of a concept count as one
 * term: their weighted frequencies are summed, and its document frequency is the sum over passages of the largest
 * weight met there (Pirkola 1998, with weights).
 *
 * Concepts come by falling informativeness. As soon as those that are left cannot lift a new passage among the best
 * (their upper bounds together are below the worst of these), only candidates that may still come among the best are
 * looked up in their lists (the "continue" strategy of Moffat and Zobel 1996, with the upper bounds of Turtle and Flood
 * 1995).
 */
export function firstStage(
  data: IndexData,
  query: Query,
  room: Accumulators,
  settings: RankingSettings,
  options: { readonly limit: number; readonly filter?: DocumentFilter },
): FirstStage {
  room.fit(data.table.size);
  const informativeness = query.concepts.map(() => 0);
  const passageCounts = query.concepts.map(() => 0);
  const concepts = gatherLists(data, query, settings);
  const isExact = data.sums.passages <= exactUpTo;
  if (!isExact) {
    for (const concept of concepts) {
      informativeness[concept.index] = informationOf(data, query, concept.index, boundedFrequency(concept), settings);
      passageCounts[concept.index] = Math.min(concept.postings, data.sums.passages);
    }
    concepts.sort((a, b) => (informativeness[b.index] ?? 0) - (informativeness[a.index] ?? 0) || a.index - b.index);
  }
  /** Those that may still come among the best, as soon as no new passage can. */
  let hopeful: Uint32Array | undefined;
  concepts.forEach((concept, position) => {
    const left = concepts
      .slice(position)
      .reduce((sum, { index }) => sum + upperBound(informativeness[index] ?? 0, settings), 0);
    if (!isExact && position > 0 && room.candidateCount > options.limit * 4) {
      const among = hopeful ?? candidatesOf(data, room, options.filter);
      const worst = worstOfBest(among, room, options.limit);
      if (left < worst) hopeful = among.filter((id) => (room.scores[id] ?? 0) + left >= worst);
    }
    if (hopeful === undefined) collect(concept, room);
    else lookUpCandidates(concept, room, hopeful);
    if (isExact) {
      let frequency = 0;
      for (let i = 0; i < room.touchedCount; i++) frequency += room.weights[room.touched[i] ?? 0] ?? 0;
      informativeness[concept.index] = informationOf(data, query, concept.index, frequency, settings);
      passageCounts[concept.index] = room.touchedCount;
    }
    score(data, room, informativeness[concept.index] ?? 0, settings);
  });
  const isSmall = data.sums.passages <= smallCollection;
  const allowed = candidatesOf(data, room, options.filter);
  const total = allowed.length;
  const ids = topIds(hopeful ?? allowed, room.scores, isSmall ? smallCollection : options.limit);
  room.endQuestion();
  if (isSmall) addTheRest(data, ids, documentTest(data.documents, options.filter));
  return { ids, informativeness, passageCounts, total };
}

/** Every concept's posting lists; alternatives of the largest collections only within the budget, weightiest first. */
function gatherLists(data: IndexData, query: Query, settings: RankingSettings): ConceptLists[] {
  let read = 0;
  return query.concepts.map(({ alternatives }, index): ConceptLists => {
    const lists: WeightedList[] = [];
    let postings = 0;
    alternatives.forEach(({ term, weight }, rank) => {
      for (const { list, weight: fieldWeight } of [
        { list: data.stems.list(term), weight },
        { list: data.parts.list(term), weight: weight * settings.partInPassage },
      ]) {
        const length = lengthOf(list);
        if (length === 0 || (rank > 0 && read + length > expansionBudget)) continue;
        if (rank > 0) read += length;
        lists.push({ weight: fieldWeight, list, length });
        postings += length;
      }
    });
    return { index, lists, postings };
  });
}

function lengthOf(list: PostingList): number {
  let length = 0;
  for (const slot of list) length += slot?.length ?? 0;
  return length;
}

/** Not less than the weighted document frequency, and near it where the lists hardly overlap. */
function boundedFrequency({ lists }: ConceptLists): number {
  return lists.reduce((sum, { weight, length }) => sum + weight * length, 0);
}

function informationOf(
  data: IndexData,
  query: Query,
  index: number,
  frequency: number,
  settings: RankingSettings,
): number {
  const concept: Concept | undefined = query.concepts[index];
  return concept === undefined ? 0 : informativenessOf(concept, data.sums.passages, frequency, settings.priorPassages);
}

/** What a concept can add at most: BM25 of a term without end in a passage without length. */
function upperBound(informativeness: number, { terms }: RankingSettings): number {
  return informativeness * (terms.k1 + 1);
}

/** The score that a passage must pass to come among the best; 0 while these are not complete. */
function worstOfBest(candidates: Iterable<number>, room: Accumulators, limit: number): number {
  const worst = topIds(candidates, room.scores, limit)[limit - 1];
  return worst === undefined ? 0 : (room.scores[worst] ?? 0);
}

function collect({ lists }: ConceptLists, room: Accumulators): void {
  for (const { weight, list } of lists) {
    for (let slot = 0; slot < list.length; slot++) {
      const ids = list[slot];
      if (ids === undefined) continue;
      const frequency = weight * (slot + 1);
      for (const id of ids) room.meet(id, frequency, weight);
    }
  }
}

/** Looks the candidates up in the lists: by search where the list is much longer than they are many, else by reading it. */
function lookUpCandidates({ lists }: ConceptLists, room: Accumulators, candidates: Uint32Array): void {
  for (const { weight, list } of lists) {
    for (let slot = 0; slot < list.length; slot++) {
      const ids = list[slot];
      if (ids === undefined) continue;
      const frequency = weight * (slot + 1);
      if (ids.length > candidates.length * 16) {
        for (const id of candidates) if (holds(ids, id)) room.meet(id, frequency, weight);
      } else {
        for (const id of ids) if (room.scores[id] !== 0) room.meet(id, frequency, weight);
      }
    }
  }
}

/** Whether a sorted list has an id. */
function holds(ids: readonly number[], id: number): boolean {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = ids[middle] ?? 0;
    if (value === id) return true;
    if (value < id) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function score(data: IndexData, room: Accumulators, informativeness: number, { terms }: RankingSettings): void {
  const averageLength = data.sums.passages === 0 ? 0 : data.sums.words / data.sums.passages;
  const offsets = data.forward.wordOffsets.view();
  const { touched, touchedCount, frequencies } = room;
  for (let i = 0; i < touchedCount; i++) {
    const id = touched[i] ?? 0;
    const length = (offsets[id + 1] ?? 0) - (offsets[id] ?? 0);
    room.addScore(id, bm25(frequencies[id] ?? 0, length, averageLength, informativeness, terms));
  }
  room.endConcept();
}

/** The candidates that the filter lets through; valid until the next one comes. */
function candidatesOf(data: IndexData, room: Accumulators, filter: DocumentFilter | undefined): Uint32Array {
  const all = room.candidates.subarray(0, room.candidateCount);
  if (filter === undefined) return all;
  const isAllowed = documentTest(data.documents, filter);
  return all.filter((id) => isAllowed(data.table.documentOf(id)));
}

function addTheRest(data: IndexData, ids: number[], isAllowed: (document: number) => boolean): void {
  const known = new Set(ids);
  data.documents.forEach((document, number) => {
    const range = data.passageRanges[number];
    if (document === undefined || range === undefined || !isAllowed(number)) return;
    for (let id = range.start; id < range.end; id++) if (!known.has(id)) ids.push(id);
  });
}
