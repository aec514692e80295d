import { randomUUID } from "node:crypto";
import * as z from "zod";
import { AppError } from "../../../errors.ts";
import { type ClusterConnection, withPatience } from "../connection.ts";

const claimSchema = z.object({ owner: z.string(), until: z.number() });
const found = z.object({ _seq_no: z.number(), _primary_term: z.number(), _source: claimSchema });

const claimsIndex = {
  settings: { number_of_shards: 1, auto_expand_replicas: "0-1" },
  mappings: { dynamic: false },
};

/** A claim that is not renewed for so long is anybody's. */
const claimMs = 30_000;
/** A third of that, for a claim is renewed three times in its time. */
const patienceMs = claimMs / 3;

/** That this process alone writes to a collection's indices. */
export interface WriterClaim {
  release(): Promise<void>;
}

/**
 * Claims a collection's indices for writing.
 * @returns undefined where another process has them
 */
export async function claimWriting(hasty: ClusterConnection, base: string): Promise<WriterClaim | undefined> {
  const connection = withPatience(hasty, patienceMs);
  const path = `/${base}-writer/_doc/claim`;
  const owner = randomUUID();
  const put = async (condition: Record<string, string | number>, until: number): Promise<boolean> => {
    const { status } = await connection.ask(
      { method: "PUT", path, query: condition, body: { owner, until }, accepted: [409] },
      z.unknown(),
    );
    // The answer to a request that did its work may have been lost, and the same request sent again.
    return status !== 409 || (await read())?._source.owner === owner;
  };
  const read = async () => (await connection.ask({ method: "GET", path, accepted: [404] }, found)).body;

  const current = await read();
  if (current === undefined) {
    // It may be there already, and empty.
    await connection.ask({ method: "PUT", path: `/${base}-writer`, body: claimsIndex, accepted: [400] }, z.unknown());
  }
  const isFree = current === undefined || current._source.until < Date.now();
  if (!isFree) return undefined;
  const condition: Record<string, string | number> =
    current === undefined
      ? { op_type: "create" }
      : { if_seq_no: current._seq_no, if_primary_term: current._primary_term };
  if (!(await put(condition, Date.now() + claimMs))) return undefined;
  const renew = async (): Promise<void> => {
    const mine = await read();
    if (mine?._source.owner !== owner) return;
    await put({ if_seq_no: mine._seq_no, if_primary_term: mine._primary_term }, Date.now() + claimMs);
  };
  // A claim that cannot be renewed ends by itself; whatever is written then is refused by the state's version.
  const renewing = setInterval(() => void renew().catch(() => undefined), claimMs / 3).unref();
  return {
    async release() {
      clearInterval(renewing);
      const mine = await read();
      if (mine?._source.owner !== owner) return;
      await connection.ask(
        {
          method: "DELETE",
          path,
          query: { if_seq_no: mine._seq_no, if_primary_term: mine._primary_term },
          accepted: [404, 409],
        },
        z.unknown(),
      );
    },
  };
}

/** The error for a change that another process has made meanwhile. */
export function overtaken(): AppError {
  return new AppError(
    "index-locked",
    "Another process has changed the indices of this collection meanwhile.",
    "Let one process alone bring documents in; the others follow it.",
  );
}
