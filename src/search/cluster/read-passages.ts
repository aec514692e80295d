import * as z from "zod";
import { type ClusterConnection, unavailable } from "./connection.ts";
import { passageId } from "./entries.ts";
import { type Generation, indexName } from "./names.ts";
import { type StoredPassage, storedPassage } from "./stored-passage.ts";

const answer = z.object({
  docs: z.array(
    z.object({
      _id: z.string(),
      found: z.boolean().optional(),
      _source: z.object({ passage: storedPassage }).optional(),
    }),
  ),
});

const atOnce = 1_000;

/**
 * Reads passages by their ids.
 * @returns in the order of the ids
 * @throws AppError `search-unavailable` where one is not there
 */
export async function readPassageIds(
  connection: ClusterConnection,
  generation: Generation,
  ids: readonly number[],
): Promise<StoredPassage[]> {
  const read: StoredPassage[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    const { body } = await connection.ask(
      {
        method: "POST",
        path: `/${indexName(generation, "passages")}/_mget`,
        body: { ids: some.map(String) },
        timeoutMs: 10_000,
      },
      answer,
    );
    const found = new Map(body?.docs.map(({ _id, _source }) => [_id, _source?.passage]));
    for (const id of some) {
      const passage = found.get(String(id));
      if (passage === undefined) throw unavailable(`passage ${id} is missing`);
      read.push(passage);
    }
  }
  return read;
}

/** All passages of a document. */
export function readPassages(
  connection: ClusterConnection,
  generation: Generation,
  document: number,
  passages: number,
): Promise<StoredPassage[]> {
  const ids = Array.from({ length: passages }, (_, position) => passageId(document, position));
  return readPassageIds(connection, generation, ids);
}
