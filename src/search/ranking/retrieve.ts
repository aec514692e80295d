import { documentTest } from "../document-filter.ts";
import { VisibleIndex } from "../index/audiences/visible-index.ts";
import type { PostingList } from "../index/flexsearch-postings.ts";
import type { IndexData } from "../index/index-data.ts";
import type { DocumentFilter } from "../passage-index.ts";
import type { Concept, Query } from "../query/concept.ts";
import type { RankingSettings } from "../settings/weights.ts";
import { topIds } from "../structures/top.ts";
import type { Accumulators, Scoring } from "./accumulators.ts";
import { ContextWeights, contextFiguresOf } from "./context-weights.ts";
import { inCollectionOrder } from "./in-order.ts";
import { informativenessOf } from "./informativeness.ts";

/** What the first stage of ranking gives the second. Figures run along the question's concepts. */
export interface FirstStage {
  /** Passage ids, best first; equal ones by where they stand. */
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
  readonly postingLists: readonly WeightedList[];
  /** Of context lines. */
  readonly contexts: readonly { readonly weight: number; readonly list: PostingList }[];
  readonly postings: number;
}

/** In a collection this small every passage is examined, even without a term in common. */
export const smallCollection = 250;
/** In smaller collections every concept's document frequency is counted; in larger ones it is bounded by its lists. */
export const exactUpTo = 20_000;
/** Alternatives other than the words themselves are followed until a question has read this many postings. */
export const expansionBudget = 150_000;
/** Words that stand above nearly every passage are not followed in context lines. */
export const leastContext = 0.05;

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
  accumulators: Accumulators,
  settings: RankingSettings,
  options: { readonly limit: number; readonly filter?: DocumentFilter },
): FirstStage {
  const informativeness = query.concepts.map(() => 0);
  const passageCounts = query.concepts.map(() => 0);
  const visible = new VisibleIndex(data, options.filter?.audience);
  const context = new ContextWeights(contextFiguresOf(data, visible), settings);
  const concepts = gatherLists(data, visible, query, settings, context);
  const { passages } = visible.sums;
  const isExact = passages <= exactUpTo;
  for (const concept of concepts) {
    // Where documents are counted, a concept's informativeness is known only afterwards; until then, its upper bound is
    // used.
    const frequency = isExact ? 0 : boundedFrequency(concept);
    informativeness[concept.index] = informationOf(passages, query, concept.index, frequency, settings);
    if (!isExact) passageCounts[concept.index] = Math.min(concept.postings, passages);
  }
  if (!isExact) {
    concepts.sort((a, b) => (informativeness[b.index] ?? 0) - (informativeness[a.index] ?? 0) || a.index - b.index);
  }
  /** What the remaining concepts can add. */
  let left = concepts.reduce((sum, { index }) => sum + upperBound(informativeness[index] ?? 0, settings), 0);
  accumulators.begin(data.forward.wordOffsets, left);
  const scoring = scoringOf(data, visible, settings, options.filter);
  /** Once no new passage can enter the best: the candidates that still may. */
  let hopeful: Uint32Array | undefined;
  for (const concept of concepts) {
    const reached = isExact ? 0 : accumulators.reachedByBest(options.limit);
    if (left < reached) hopeful = accumulators.narrow(reached - left);
    left -= upperBound(informativeness[concept.index] ?? 0, settings);
    if (hopeful === undefined) {
      const frequency = collect(concept, accumulators);
      collectContexts(data, concept, context, accumulators, false);
      if (isExact) {
        informativeness[concept.index] = informationOf(passages, query, concept.index, frequency, settings);
        passageCounts[concept.index] = accumulators.touchedCount;
      }
    } else {
      lookUp(concept, accumulators, hopeful);
      collectContexts(data, concept, context, accumulators, true);
    }
    accumulators.score(informativeness[concept.index] ?? 0, reached - left, scoring);
  }
  const isSmall = passages <= smallCollection;
  const total = accumulators.candidateCount;
  const limit = isSmall ? smallCollection : options.limit;
  const ids = topIds(
    accumulators.narrow(accumulators.reachedByBest(limit)),
    (id) => accumulators.scoreOf(id),
    limit,
    inOrderOf(data),
  );
  accumulators.end();
  if (isSmall) addTheRest(data, ids, documentTest(data.documents, options.filter));
  return { ids, informativeness, passageCounts, total };
}

function inOrderOf({ documents, table }: IndexData): (a: number, b: number) => number {
  const inOrder = inCollectionOrder((number) => documents[number] ?? nowhere);
  const placed = (id: number) => ({ id, document: table.documentOf(id) });
  return (a, b) => inOrder(placed(a), placed(b));
}

const nowhere = { file: "" };

function scoringOf(
  data: IndexData,
  { sums }: VisibleIndex,
  { terms }: RankingSettings,
  filter: DocumentFilter | undefined,
): Scoring {
  const averageLength = sums.passages === 0 ? 0 : sums.words / sums.passages;
  if (filter === undefined) return { settings: terms, averageLength };
  const isVisible = documentTest(data.documents, filter);
  return { settings: terms, averageLength, isAllowed: (id) => isVisible(data.table.documentOf(id)) };
}

/** Every concept's posting lists; alternatives of the largest collections only within the budget, weightiest first. */
function gatherLists(
  data: IndexData,
  visible: VisibleIndex,
  query: Query,
  settings: RankingSettings,
  context: ContextWeights,
): ConceptLists[] {
  let read = 0;
  return query.concepts.map(({ alternatives }, index): ConceptLists => {
    const lists: WeightedList[] = [];
    const contexts: { weight: number; list: PostingList }[] = [];
    let postings = 0;
    alternatives.forEach(({ term, weight }, rank) => {
      for (const { list, weight: fieldWeight } of [
        ...visible.lists(data.stems, term).map((list) => ({ list, weight })),
        ...visible.lists(data.parts, term).map((list) => ({ list, weight: weight * settings.partInPassage })),
      ]) {
        const length = lengthOf(list);
        if (length === 0 || (rank > 0 && read + length > expansionBudget)) continue;
        if (rank > 0) read += length;
        lists.push({ weight: fieldWeight, list, length });
        postings += length;
      }
      const { contextIndex } = data;
      for (const { list, weight: fieldWeight } of [
        ...visible.lists(contextIndex.stems, term).map((list) => ({ list, weight })),
        ...visible.lists(contextIndex.parts, term).map((list) => ({ list, weight: weight * settings.partInPassage })),
      ]) {
        if (lengthOf(list) === 0) continue;
        const { covered, telling } = context.spread(term);
        if (telling * fieldWeight < leastContext || (rank > 0 && read + covered > expansionBudget)) continue;
        if (rank > 0) read += covered;
        contexts.push({ weight: fieldWeight * telling, list });
        postings += covered;
      }
    });
    return { index, postingLists: lists.sort((a, b) => b.weight - a.weight), contexts, postings };
  });
}

function lengthOf(list: PostingList): number {
  let length = 0;
  for (const slot of list) length += slot?.length ?? 0;
  return length;
}

/** An upper bound of the weighted document frequency, close to it where the lists hardly overlap. */
function boundedFrequency({ postingLists }: ConceptLists): number {
  return postingLists.reduce((sum, { weight, length }) => sum + weight * length, 0);
}

function informationOf(
  passages: number,
  query: Query,
  index: number,
  frequency: number,
  settings: RankingSettings,
): number {
  const concept: Concept | undefined = query.concepts[index];
  return concept === undefined ? 0 : informativenessOf(concept, passages, frequency, settings.priorPassages);
}

/** What a concept can add at most: BM25 of a term without end in a passage without length. */
function upperBound(informativeness: number, { terms }: RankingSettings): number {
  return informativeness * (terms.k1 + 1);
}

/** @returns the concept's weighted document frequency */
function collect({ postingLists }: ConceptLists, accumulators: Accumulators): number {
  let documentFrequency = 0;
  for (const { weight, list } of postingLists) {
    for (let slot = 0; slot < list.length; slot++) {
      const ids = list[slot];
      // Lists come by falling weight, so the first one that has a passage gives its weight.
      if (ids !== undefined) documentFrequency += weight * accumulators.collect(ids, weight * (slot + 1));
    }
  }
  return documentFrequency;
}

/** Gives passages what the concept's words stand for in the lines around them; none of these counts as a document. */
function collectContexts(
  { contextIndex }: IndexData,
  { contexts }: ConceptLists,
  weights: ContextWeights,
  accumulators: Accumulators,
  onlyHopeful: boolean,
): void {
  for (const { weight, list } of contexts) {
    for (let slot = 0; slot < list.length; slot++) {
      for (const line of list[slot] ?? []) {
        for (const { field, start, end } of contextIndex.spansOf(line)) {
          const frequency = weight * weights.of({ field, line }) * (slot + 1);
          if (frequency > 0) accumulators.collectContext(start, end, frequency, onlyHopeful);
        }
      }
    }
  }
}

/**
 * Collects only hopeful passages: by binary search in a list that is much longer than they are many, otherwise by
 * reading the list.
 */
function lookUp({ postingLists }: ConceptLists, accumulators: Accumulators, hopeful: Uint32Array): void {
  for (const { weight, list } of postingLists) {
    for (let slot = 0; slot < list.length; slot++) {
      const ids = list[slot];
      if (ids === undefined) continue;
      const isLong = ids.length > hopeful.length * 16;
      accumulators.collectHopeful(isLong ? [...hopeful.filter((id) => holds(ids, id))] : ids, weight * (slot + 1));
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

function addTheRest(data: IndexData, ids: number[], isAllowed: (document: number) => boolean): void {
  const known = new Set(ids);
  data.documents.forEach((document, number) => {
    const range = data.passageRanges[number];
    if (document === undefined || range === undefined || !isAllowed(number)) return;
    for (let id = range.start; id < range.end; id++) if (!known.has(id)) ids.push(id);
  });
}
