import { setTimeout as pause, setImmediate } from "node:timers/promises";
import * as z from "zod";
import { type ClusterConnection, unavailable } from "../connection.ts";

/** Something to be written to an index, or to be deleted from it where it has no JSON. */
export interface Row {
  readonly index: string;
  readonly id: string;
  readonly json?: string;
}

const mostChars = 4_000_000;
const mostRows = 2_000;
const atOnce = 3;
const writeTimeoutMs = 300_000;
const retryPausesMs = [200, 400, 800, 1_600, 3_200];

const result = z.object({ status: z.number(), error: z.unknown().optional() });
const answer = z.object({ items: z.array(z.record(z.string(), result)) });

/**
 * Writes rows, which take the place of those with the same ids; what the cluster has no room for is sent again. While it
 * takes some in, the next ones are made.
 * @returns what `rows` returns
 */
export async function writeRows<Result>(connection: ClusterConnection, rows: Iterable<Row, Result>): Promise<Result> {
  const iterator = rows[Symbol.iterator]();
  const sending = new Sending(connection);
  let batch: string[][] = [];
  let chars = 0;
  for (;;) {
    const next = iterator.next();
    if (next.done === true || chars >= mostChars || batch.length >= mostRows) {
      await sending.add(batch);
      batch = [];
      chars = 0;
    }
    if (next.done === true) {
      await sending.ended();
      return next.value;
    }
    const { index, id, json } = next.value;
    const action = json === undefined ? "delete" : "index";
    const lines = [JSON.stringify({ [action]: { _index: index, _id: id } }), ...(json === undefined ? [] : [json])];
    batch.push(lines);
    for (const line of lines) chars += line.length;
  }
}

/** Requests that are under way, few enough that neither side holds much. */
class Sending {
  readonly #connection: ClusterConnection;
  readonly #underWay = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(connection: ClusterConnection) {
    this.#connection = connection;
  }

  async add(rows: readonly string[][]): Promise<void> {
    const sent = send(this.#connection, rows)
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#underWay.delete(sent));
    this.#underWay.add(sent);
    // Lets the request go out before the next rows are made.
    await setImmediate();
    while (this.#underWay.size >= atOnce) await Promise.race(this.#underWay);
    if (this.#failure !== undefined) await this.ended();
  }

  async ended(): Promise<void> {
    await Promise.all(this.#underWay);
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}

async function send(connection: ClusterConnection, rows: readonly string[][]): Promise<void> {
  let left = rows;
  for (const wait of [...retryPausesMs, undefined]) {
    if (left.length === 0) return;
    const { body } = await connection.ask(
      {
        method: "POST",
        path: "/_bulk",
        query: { require_alias: true },
        lines: left.flat(),
        timeoutMs: writeTimeoutMs,
      },
      answer,
    );
    const refused: string[][] = [];
    left.forEach((row, at) => {
      const [one] = Object.values(body?.items[at] ?? {});
      const status = one?.status ?? 500;
      // What is to be deleted may be gone.
      if (status < 300 || (status === 404 && row.length === 1)) return;
      if (status !== 429 && status < 500) throw unavailable(`it does not take a row: ${JSON.stringify(one?.error)}`);
      refused.push(row);
    });
    left = refused;
    if (left.length === 0) return;
    if (wait !== undefined) await pause(wait);
  }
  throw unavailable(`it does not take ${left.length} rows`);
}
