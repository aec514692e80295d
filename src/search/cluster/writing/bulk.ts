import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { type ClusterConnection, unavailable } from "../connection.ts";

/** Something to be written to an index, or to be deleted from it where it has no body. */
export interface Row {
  readonly index: string;
  readonly id: string;
  readonly body?: object;
}

const mostChars = 4_000_000;
const mostRows = 2_000;
const writeTimeoutMs = 60_000;
const retryPausesMs = [200, 400, 800, 1_600, 3_200];

const result = z.object({ status: z.number(), error: z.unknown().optional() });
const answer = z.object({ items: z.array(z.record(z.string(), result)) });

/** Writes rows, which take the place of those with the same ids; what the cluster has no room for is sent again. */
export async function writeRows(connection: ClusterConnection, rows: Iterable<Row>): Promise<void> {
  let batch: string[][] = [];
  let chars = 0;
  for (const { index, id, body } of rows) {
    const action = body === undefined ? { delete: { _index: index, _id: id } } : { index: { _index: index, _id: id } };
    const lines = [JSON.stringify(action), ...(body === undefined ? [] : [JSON.stringify(body)])];
    batch.push(lines);
    for (const line of lines) chars += line.length;
    if (chars >= mostChars || batch.length >= mostRows) {
      await send(connection, batch);
      batch = [];
      chars = 0;
    }
  }
  await send(connection, batch);
}

async function send(connection: ClusterConnection, rows: readonly string[][]): Promise<void> {
  let left = rows;
  for (const wait of [...retryPausesMs, undefined]) {
    if (left.length === 0) return;
    const { body } = await connection.ask(
      { method: "POST", path: "/_bulk", lines: left.flat(), timeoutMs: writeTimeoutMs },
      answer,
    );
    const refused: string[][] = [];
    left.forEach((row, at) => {
      const [one] = Object.values(body?.items[at] ?? {});
      const status = one?.status ?? 500;
      // What is to be deleted may be gone.
      if (status < 300 || status === 404) return;
      if (status !== 429 && status < 500) throw unavailable(`it does not take a row: ${JSON.stringify(one?.error)}`);
      refused.push(row);
    });
    left = refused;
    if (left.length === 0) return;
    if (wait !== undefined) await pause(wait);
  }
  throw unavailable(`it does not take ${left.length} rows`);
}
