import type { NearPassage } from "../meaning/meaning-index.ts";
import { holdToConstraints } from "./constraints/hold-to-constraints.ts";
import { type AskedEdition, askedEdition, withoutTime } from "./editions/asked-edition.ts";
import { Editions } from "./editions/editions.ts";
import { newestFirst } from "./editions/newest-first.ts";
import { setAside } from "./editions/set-aside.ts";
import type { IndexedDocument } from "./index/passage-table.ts";
import type { DocumentFilter, PassageIndex, Retrieved } from "./passage-index.ts";
import type { Query } from "./query/concept.ts";
import { withChangesBehind } from "./ranking/change-records.ts";
import { type Hit, rank } from "./ranking/rank.ts";
import { withSideProvisionsBehind } from "./ranking/side-provisions.ts";
import type { Signal } from "./ranking/signals.ts";

export interface SearchOptions {
  /** How many candidates are ranked at most; in small collections all passages are. */
  readonly limit: number;
  readonly filter?: DocumentFilter;
  /** What a model finds near the question, nearest first. */
  readonly nearest?: readonly NearPassage[];
  /** On which day something must be in force, in ISO form; absent: today. */
  readonly today?: string;
  /** Which edition is asked for; absent: the question says it. */
  readonly asked?: AskedEdition;
  /** What hits are ordered by; the program's own where absent. */
  readonly signals?: readonly Signal[];
}

/** What was retrieved for a query, and its candidates in the order of their scores. */
export interface Found extends Retrieved {
  /** As it was looked for: without the time that tells which edition is asked for. */
  readonly query: Query;
  readonly hits: readonly Hit[];
}

/** Retrieves candidates for a query and ranks them: the one way from a question to hits. */
export async function search(index: PassageIndex, query: Query, options: SearchOptions): Promise<Found> {
  const retrieved = await index.retrieve(query, options);
  // If nothing is asked for, all passages are equally good.
  if (query.concepts.length === 0) return { ...retrieved, query, hits: [] };
  const documentAt = (number: number): IndexedDocument => index.document(number);
  const ranked = {
    ...retrieved,
    hits: withSideProvisionsBehind(
      withChangesBehind(rank(retrieved.candidates, query, documentAt, options.signals), query, documentAt),
      query,
      documentAt,
    ),
  };
  const found = query.constraints.length === 0 ? ranked : await holdToConstraints(index, query, ranked);
  const editions = editionsOf(index, options);
  const asked = options.asked ?? askedEdition(query);
  const hits = setAside(found.hits, { asked, retrieved: found, editions, documentAt });
  const best = hits[0] === undefined ? undefined : documentAt(hits[0].document);
  if (options.asked === undefined && asked.kind === "time" && best !== undefined && editions.tellsOf(best)) {
    // The period says which edition is meant, so passages need not mention it.
    return search(index, withoutTime(query), { ...options, asked });
  }
  return { ...found, query, hits: asked.kind === "current" ? newestFirst(hits, documentAt) : hits };
}

/** What is in force on a day of the documents that somebody may see, whichever of them a search is limited to. */
export function editionsOf(
  index: Pick<PassageIndex, "editions">,
  { filter, today }: Pick<SearchOptions, "filter" | "today">,
): Editions {
  const { audience } = filter ?? {};
  const day = today ?? new Date().toISOString().slice(0, 10);
  return new Editions(index.editions(audience === undefined ? undefined : { audience }), day);
}
