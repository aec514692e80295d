import type { NearPassage } from "../meaning/meaning-index.ts";
import { holdToConstraints } from "./constraints/hold-to-constraints.ts";
import type { IndexedDocument } from "./index/passage-table.ts";
import type { DocumentFilter, PassageIndex, Retrieved } from "./passage-index.ts";
import type { Query } from "./query/concept.ts";
import { newestFirst } from "./ranking/editions.ts";
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
  const documentAt = (number: number): IndexedDocument => index.document(number);
  const ranked = { ...retrieved, hits: rank(retrieved.candidates, query, documentAt) };
  const found = query.constraints.length === 0 ? ranked : await holdToConstraints(index, query, ranked);
  return { ...found, hits: newestFirst(found.hits, query, documentAt) };
}
