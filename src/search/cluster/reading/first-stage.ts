import * as z from "zod";
import type { DocumentFilter } from "../../passage-index.ts";
import type { Query } from "../../query/concept.ts";
import { informativenessOf } from "../../ranking/informativeness.ts";
import { exactUpTo, expansionBudget, leastContext } from "../../ranking/retrieve.ts";
import type { RankingSettings } from "../../settings/weights.ts";
import { allowedBy, type Clause, passagesVisibleTo, type WholeChanges } from "../audience.ts";
import { storedPassage } from "../stored-passage.ts";
import type { TermCounts } from "../writing/contribution.ts";
import { featureName } from "../writing/features.ts";

/** What answers `countQuery`, and what answers `candidateQuery`. */
export const counted = z.object({
  aggregations: z.object({ counts: z.object({ buckets: z.record(z.string(), z.object({ doc_count: z.number() })) }) }),
});
export const candidatesFound = z.object({
  hits: z.object({
    total: z.object({ value: z.number() }),
    hits: z.array(z.object({ _source: z.object({ id: z.number(), passage: storedPassage }) })),
  }),
});

/** A query of the cluster takes no more conditions than some thousand. */
const mostClauses = 900;
/** What alternatives add that are not the best of their concept. */
const tieShare = 0.25;

type Field = "stems" | "parts" | "aroundStems" | "aroundParts";

/** A term that a concept is looked for by, in one field. */
interface Lookup {
  readonly field: Field;
  readonly term: string;
  readonly weight: number;
}

/** How a concept is looked for. */
export interface ConceptPlan {
  readonly own: readonly Lookup[];
  readonly around: readonly Lookup[];
  /** An upper bound of its weighted document frequency, and of the passages that meet it. */
  readonly boundedFrequency: number;
  readonly postings: number;
}

/** What the whole of what somebody may see tells of terms. */
export interface TermFigures {
  readonly passages: number;
  countsOf(term: string): TermCounts;
  /** The share of its weight that a term keeps in lines around passages. */
  tellingOf(term: string): number;
}

/** Decides which alternatives of a question's concepts are followed, by the rules of the index in memory. */
export function planConcepts(query: Query, figures: TermFigures, settings: RankingSettings): ConceptPlan[] {
  let read = 0;
  return query.concepts.map(({ alternatives }): ConceptPlan => {
    const own: Lookup[] = [];
    const around: Lookup[] = [];
    let postings = 0;
    let boundedFrequency = 0;
    alternatives.forEach(({ term, weight }, rank) => {
      const { stems, parts, covered } = figures.countsOf(term);
      for (const { field, length, factor } of [
        { field: "stems", length: stems, factor: 1 },
        { field: "parts", length: parts, factor: settings.partInPassage },
      ] as const) {
        if (length <= 0 || (rank > 0 && read + length > expansionBudget)) continue;
        if (rank > 0) read += length;
        own.push({ field, term, weight: weight * factor });
        postings += length;
        boundedFrequency += weight * factor * length;
      }
      const telling = figures.tellingOf(term);
      for (const { field, factor } of [
        { field: "aroundStems", factor: 1 },
        { field: "aroundParts", factor: settings.partInPassage },
      ] as const) {
        const isWeak = telling * weight * factor < leastContext;
        if (covered <= 0 || isWeak || (rank > 0 && read + covered > expansionBudget)) continue;
        if (rank > 0) read += covered;
        around.push({ field, term, weight: weight * factor * telling });
        postings += covered;
      }
    });
    return { own: own.sort((a, b) => b.weight - a.weight), around, boundedFrequency, postings };
  });
}

/** What is to be counted before a question can be asked of a small collection; undefined where bounds will do. */
export function countQuery(
  plans: readonly ConceptPlan[],
  passages: number,
  audience: DocumentFilter["audience"],
  changes: WholeChanges,
): object | undefined {
  if (passages > exactUpTo) return undefined;
  const filters: Record<string, Clause> = {};
  plans.forEach(({ own, around }, concept) => {
    for (const { until, weight } of steps(own)) filters[`${concept} ${weight}`] = anyOf(own.slice(0, until));
    if (own.length + around.length > 0) filters[`${concept} all`] = anyOf([...own, ...around]);
  });
  if (Object.keys(filters).length === 0) return undefined;
  return {
    size: 0,
    query: {
      bool: {
        filter: [
          ...passagesVisibleTo(audience, changes),
          anyOf(plans.flatMap(({ own, around }) => [...own, ...around])),
        ],
      },
    },
    aggs: { counts: { filters: { filters } } },
  };
}

/** Where weights fall in a list that is sorted by them: the passages up to there have at least that weight. */
function steps(own: readonly Lookup[]): { until: number; weight: number }[] {
  return own.flatMap(({ weight }, at) => (own[at + 1]?.weight === weight ? [] : [{ until: at + 1, weight }]));
}

/** How much each concept tells passages apart, and in how many of them it is met at all. */
export interface ConceptFigures {
  readonly informativeness: readonly number[];
  readonly passageCounts: readonly number[];
}

/**
 * @param countOf what `countQuery` counted, by its names; undefined where nothing was counted
 */
export function conceptFigures(
  query: Query,
  plans: readonly ConceptPlan[],
  passages: number,
  settings: RankingSettings,
  countOf: ((name: string) => number) | undefined,
): ConceptFigures {
  const isExact = passages <= exactUpTo;
  const informativeness = query.concepts.map((concept, index) => {
    const plan = plans[index];
    const frequency =
      plan === undefined ? 0 : isExact ? exactFrequency(plan, index, countOf ?? (() => 0)) : plan.boundedFrequency;
    return informativenessOf(concept, passages, frequency, settings.priorPassages);
  });
  const passageCounts = plans.map(({ postings }, index) =>
    isExact ? (countOf?.(`${index} all`) ?? 0) : Math.min(postings, passages),
  );
  return { informativeness, passageCounts };
}

/** Every passage counts with the largest weight that it is met with. */
function exactFrequency({ own }: ConceptPlan, concept: number, countOf: (name: string) => number): number {
  let before = 0;
  let frequency = 0;
  for (const { weight } of steps(own)) {
    const count = countOf(`${concept} ${weight}`);
    frequency += weight * (count - before);
    before = count;
  }
  return frequency;
}

/**
 * The query that finds candidates. Of a concept's alternatives the best one counts, and of the others a little;
 * frequencies saturate as in BM25, and how rare a concept is comes from the whole index and never from a shard.
 */
export function candidateQuery(
  plans: readonly ConceptPlan[],
  { informativeness }: ConceptFigures,
  settings: RankingSettings,
  options: {
    readonly filter: DocumentFilter | undefined;
    readonly changes: WholeChanges;
    readonly size: number;
    /** Whether all passages come, whatever they hold. */
    readonly isSmall: boolean;
  },
): object {
  const { k1 } = settings.terms;
  const least = weightReached(plans);
  const should = plans.flatMap(({ own, around }, concept) => {
    const boost = Math.max(informativeness[concept] ?? 0, 1e-6) * (k1 + 1);
    const queries = [...own, ...around]
      .filter(({ weight }) => weight >= least)
      .map(({ field, term, weight }) => ({
        rank_feature: { field: `${field}.${featureName(term)}`, boost, saturation: { pivot: k1 / weight } },
      }));
    return queries.length === 0 ? [] : [{ dis_max: { tie_breaker: tieShare, queries } }];
  });
  const { filter, changes, size, isSmall } = options;
  return {
    size,
    track_total_hits: true,
    // As it is stored: taking parts out of it costs the cluster more than reading all of it costs here.
    // Of equals those that stand first.
    sort: [{ _score: "desc" }, { file: "asc" }, { id: "asc" }],
    query: {
      bool: {
        filter: allowedBy(filter, changes),
        should,
        minimum_should_match: isSmall ? 0 : 1,
      },
    },
  };
}

/** The weight below which alternatives are left out, so that the query is not too long. */
function weightReached(plans: readonly ConceptPlan[]): number {
  const weights = plans.flatMap(({ own, around }) => [...own, ...around].map(({ weight }) => weight));
  if (weights.length <= mostClauses) return 0;
  return weights.sort((a, b) => b - a)[mostClauses - 1] ?? 0;
}

function anyOf(lookups: readonly Lookup[]): Clause {
  const should = lookups.map(({ field, term }) => ({
    rank_feature: { field: `${field}.${featureName(term)}`, saturation: { pivot: 1 } },
  }));
  return { bool: { should, minimum_should_match: 1 } };
}
