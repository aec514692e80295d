import type { NearPassage } from "../meaning/meaning-index.ts";
import { holdToConstraints } from "./constraints/hold-to-constraints.ts";
import type { DocumentFilter, PassageIndex, Retrieved } from "./passage-index.ts";
import type { Query } from "./query/concept.ts";
import { type Hit, rank } from "./ranking/rank.ts";

export interface SearchOptions {
  /** How many candidates are ranked at most, but for small collections, whose passages all are. */
  readonly limit: number;
  readonly filter?: DocumentFilter;
  /** What a model finds near the question, nearest first. */
  readonly nearest?: readonly NearPassage[];
}

/** What was retrieved for a query, and its candidates in the order of their scores. */
export interface Found extends Retrieved {
  readonly hits: readonly Hit[];
}

/** Retrieves candidates for a query and ranks them: the one way from a question to hits. */
export async function search(index: PassageIndex, query: Query, options: SearchOptions): Promise<Found> {
  const retrieved = await index.retrieve(query, options);
  // Where nothing is asked for, everything is as good as everything else.
  if (query.concepts.length === 0) return { ...retrieved, hits: [] };
  const hits = rank(retrieved.candidates, query, (number) => index.document(number));
  return query.constraints.length === 0
    ? { ...retrieved, hits }
    : holdToConstraints(index, query, { ...retrieved, hits });
}
