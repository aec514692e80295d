import * as z from "zod";
import { passagesVisibleTo, type WholeChanges } from "../audience.ts";
import { type ClusterConnection, damaged } from "../connection.ts";
import type { RowCounts } from "../entries.ts";
import { type Generation, indexName } from "../names.ts";
import { searchWhole } from "../whole-search.ts";

const counted = z.object({ hits: z.object({ total: z.object({ value: z.number() }) }) });
const kinds = ["passages", "words", "terms", "figures"] as const;

/** How often it is looked whether all is there, where nothing has changed. */
const lookMs = 5_000;

/**
 * Whether all rows of an index are there. Where somebody has deleted some, or a part of the cluster was lost for good,
 * whoever searched what is left would get a part of the answers and not be told.
 */
export class RowCheck {
  readonly #connection: ClusterConnection;
  readonly #generation: Generation;
  #lookedAt = Number.NEGATIVE_INFINITY;
  /** What is missing, in words; undefined where all was there when it was looked at last. */
  missing: string | undefined;

  constructor(connection: ClusterConnection, generation: Generation) {
    this.#connection = connection;
    this.#generation = generation;
  }

  get isDue(): boolean {
    return this.missing !== undefined || performance.now() - this.#lookedAt > lookMs;
  }

  /** @throws AppError `search-unavailable`; `index-damaged` where rows are missing */
  async look(changes: WholeChanges, expected: RowCounts): Promise<void> {
    const query = { bool: { filter: passagesVisibleTo(undefined, changes) } };
    const found = await Promise.all(
      kinds.map(async (kind) => {
        const body = { size: 0, track_total_hits: true, query };
        const { hits } = await searchWhole(this.#connection, indexName(this.#generation, kind), body, counted, 10_000);
        return { kind, rows: hits.total.value };
      }),
    );
    const wrong = found.filter(({ kind, rows }) => rows !== expected[kind]);
    const described = wrong.map(({ kind, rows }) => `of ${expected[kind]} rows of ${kind} there are ${rows}`);
    this.missing = wrong.length === 0 ? undefined : described.join(", ");
    this.#lookedAt = performance.now();
    if (this.missing !== undefined) throw damaged(this.missing);
  }
}
