import * as z from "zod";
import { passagesVisibleTo, type WholeChanges } from "../audience.ts";
import type { ClusterConnection } from "../connection.ts";
import type { RowCounts } from "../entries.ts";
import { type Generation, indexName } from "../names.ts";
import { searchWhole } from "../whole-search.ts";

const counted = z.object({ hits: z.object({ total: z.object({ value: z.number() }) }) });
const kinds = ["passages", "words", "terms", "figures"] as const;

/**
 * What of an index is not there any more, in words: somebody has deleted it, or a part of the cluster was lost for good.
 * Whoever searched what is left would get a part of the answers and not be told.
 * @returns undefined where all is there
 * @throws AppError `search-unavailable`
 */
export async function missingRows(
  connection: ClusterConnection,
  generation: Generation,
  changes: WholeChanges,
  expected: RowCounts,
): Promise<string | undefined> {
  const query = { bool: { filter: passagesVisibleTo(undefined, changes) } };
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const body = { size: 0, track_total_hits: true, query };
      const { hits } = await searchWhole(connection, indexName(generation, kind), body, counted, 10_000);
      return { kind, rows: hits.total.value };
    }),
  );
  const wrong = found.filter(({ kind, rows }) => rows !== expected[kind]);
  if (wrong.length === 0) return undefined;
  return wrong.map(({ kind, rows }) => `of ${expected[kind]} rows of ${kind} there are ${rows}`).join(", ");
}
