import * as z from "zod";
import { type ClusterConnection, type ClusterRequest, unavailable } from "./connection.ts";

const whole = z.looseObject({
  timed_out: z.boolean(),
  _shards: z.object({ failed: z.number() }),
});

/**
 * Searches an index. An answer that lacks a shard is none.
 * @throws AppError `search-unavailable`
 */
export async function searchWhole<Schema extends z.ZodType>(
  connection: ClusterConnection,
  index: string,
  body: object,
  schema: Schema,
  timeoutMs?: number,
): Promise<z.infer<Schema>> {
  const { body: found } = await connection.ask(
    {
      method: "POST",
      path: `/${index}/_search`,
      query: { allow_partial_search_results: false },
      body,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    },
    whole,
  );
  if (found === undefined || found.timed_out || found._shards.failed > 0) throw unavailable("a shard gave no answer");
  return schema.parse(found);
}

const done = z.object({ _shards: z.object({ failed: z.number() }) });

/**
 * Has all shards of indices do something, such as show what was written.
 * @throws AppError `search-unavailable` where one of them has not
 */
export async function askAllShards(connection: ClusterConnection, request: ClusterRequest): Promise<void> {
  const { body } = await connection.ask(request, done);
  if (body === undefined || body._shards.failed > 0) throw unavailable("a shard gave no answer");
}
