import { createHash } from "node:crypto";
import * as z from "zod";
import { AppError } from "../../../errors.ts";
import { visibleTo } from "../audience.ts";
import type { ClusterConnection } from "../connection.ts";
import { countRowId, countRowsSchema, documentRowId, passageId } from "../entries.ts";
import { type IndexKind, indexName } from "../names.ts";
import type { OpenSearchIndex } from "../opensearch-index.ts";
import { searchWhole } from "../whole-search.ts";
import type { WrittenDocument } from "../writing/writer.ts";

/** What is not as it was written: rows of a document, or those that tell in how many passages words stand. */
export type IndexDamage =
  | {
      readonly kind: "document";
      readonly file: string;
      /** How many of its passages are not there; 0: something of it is another. */
      readonly missing: number;
    }
  | { readonly kind: "counts" };

const body = z.record(z.string(), z.unknown());
const rows = z.object({ docs: z.array(z.object({ _id: z.string(), _source: body.optional() })) });
const countsRow = z.object({ revision: z.number(), part: z.number(), rows: countRowsSchema });
const countsRows = z.object({
  hits: z.object({ hits: z.array(z.object({ sort: z.array(z.number()), _source: body })) }),
});
const rowsAtOnce = 2_000;
const countsAtOnce = 20;
const timeoutMs = 60_000;

/** Compares all that a cluster has of an index with the hashes that were written with it, to the byte. */
export async function* checkRows(connection: ClusterConnection, index: OpenSearchIndex): AsyncGenerator<IndexDamage> {
  const reader = new RowReader(connection, index);
  for (const some of batches(index.written())) {
    const missing = await reader.damagedDocuments(some);
    if (missing.length > 0) await followQuietly(index);
    for (const { of, passages } of missing) {
      // One that was taken out meanwhile is not damaged.
      if (index.isWritten(of.number)) yield { kind: "document", file: of.document.file, missing: passages };
    }
  }
  if (await reader.areCountsDamaged()) yield { kind: "counts" };
}

async function followQuietly(index: OpenSearchIndex): Promise<void> {
  try {
    await index.follow();
  } catch (error) {
    // That it is damaged is what is being found out.
    if (!(error instanceof AppError) || error.code !== "index-damaged") throw error;
  }
}

class RowReader {
  readonly #connection: ClusterConnection;
  readonly #index: OpenSearchIndex;

  constructor(connection: ClusterConnection, index: OpenSearchIndex) {
    this.#connection = connection;
    this.#index = index;
  }

  async damagedDocuments(documents: readonly WrittenDocument[]) {
    const known = await this.#rows(
      "documents",
      documents.map(({ number }) => documentRowId(number)),
    );
    const damaged: { readonly of: WrittenDocument; readonly passages: number }[] = [];
    for (const [at, of] of documents.entries()) {
      const hash = createHash("sha256");
      let passages = 0;
      for (let from = 0; from < of.passages; from += rowsAtOnce) {
        const ids = Array.from({ length: Math.min(rowsAtOnce, of.passages - from) }, (_, next) =>
          String(passageId(of.number, from + next)),
        );
        for (const row of await this.#rows("passages", ids)) {
          if (row === undefined) passages++;
          else hash.update(JSON.stringify(row)).update("\n");
        }
      }
      const { sha256, ...rest } = known[at] ?? {};
      hash.update(JSON.stringify(rest)).update("\n");
      if (passages === 0 && hash.digest("hex") === sha256) continue;
      damaged.push({ of, passages });
    }
    return damaged;
  }

  async areCountsDamaged(): Promise<boolean> {
    const { generation, changes } = this.#index;
    let after: readonly number[] | undefined;
    for (;;) {
      const search = {
        size: countsAtOnce,
        sort: [{ revision: "asc" }, { part: "asc" }],
        query: { bool: { filter: visibleTo(undefined, changes) } },
        ...(after === undefined ? {} : { search_after: after }),
      };
      const figures = indexName(generation, "figures");
      const { hits } = (await searchWhole(this.#connection, figures, search, countsRows, timeoutMs)).hits;
      for (const { _source } of hits) if (!(await this.#isWhole(_source))) return true;
      after = hits.at(-1)?.sort;
      if (hits.length < countsAtOnce) return false;
    }
  }

  /** Whether what a change counted for one audience is as it was written. */
  async #isWhole(row: Readonly<Record<string, unknown>>): Promise<boolean> {
    const parsed = countsRow.safeParse(row);
    if (!parsed.success) return false;
    const { rows: counted, revision, part } = parsed.data;
    const { rows: _, ...rest } = row;
    const hash = createHash("sha256");
    for (const kind of ["terms", "words"] as const) {
      for (let from = 0; from < counted[kind]; from += rowsAtOnce) {
        const ids = Array.from({ length: Math.min(rowsAtOnce, counted[kind] - from) }, (_, next) =>
          countRowId(revision, part, kind, from + next),
        );
        for (const one of await this.#rows(kind, ids)) {
          if (one === undefined) return false;
          hash.update(JSON.stringify(one)).update("\n");
        }
      }
    }
    hash.update(JSON.stringify(rest)).update("\n");
    return hash.digest("hex") === counted.sha256;
  }

  /** Rows by their ids, in their order; undefined where one is not there. */
  async #rows(kind: IndexKind, ids: readonly string[]): Promise<(Readonly<Record<string, unknown>> | undefined)[]> {
    const path = `/${indexName(this.#index.generation, kind)}/_mget`;
    const { body: answer } = await this.#connection.ask({ method: "POST", path, body: { ids }, timeoutMs }, rows);
    const found = new Map(answer?.docs.map(({ _id, _source }) => [_id, _source]));
    return ids.map((id) => found.get(id));
  }
}

function* batches(documents: Iterable<WrittenDocument>): Generator<WrittenDocument[]> {
  let batch: WrittenDocument[] = [];
  for (const document of documents) {
    batch.push(document);
    if (batch.length < 100) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
