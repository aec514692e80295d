import * as z from "zod";
import { type ClusterConnection, unavailable } from "./connection.ts";
import { aliasName, type Generation, generationNumber, indexKinds, indexName } from "./names.ts";

const indices = z.record(z.string(), z.unknown());
const writeTimeoutMs = 30_000;

/** The build of a collection that answers; undefined where there is none yet. */
export async function activeGeneration(connection: ClusterConnection, base: string): Promise<Generation | undefined> {
  const path = `/_alias/${aliasName(base, "documents")}`;
  const { body } = await connection.ask({ method: "GET", path, accepted: [404] }, indices);
  const [name] = Object.keys(body ?? {});
  return name === undefined ? undefined : { base, number: generationNumber(name) };
}

/**
 * A build that is not there yet, later than all that are. It is numbered by the time, so that one whose indices are
 * deleted and another one that is made afterwards are never taken for each other.
 */
export async function nextGeneration(connection: ClusterConnection, base: string): Promise<Generation> {
  const numbers = await generationNumbers(connection, base);
  return { base, number: Math.max(Math.floor(Date.now() / 1000), ...numbers.map((number) => number + 1)) };
}

/** Lets a build answer in the place of the one before, at one moment for all its indices. */
export async function activate(connection: ClusterConnection, generation: Generation): Promise<void> {
  const { base, number } = generation;
  const before = await activeGeneration(connection, base);
  if (before?.number === number) return;
  const actions = indexKinds.flatMap((kind) => {
    const alias = aliasName(base, kind);
    const add = { add: { index: indexName(generation, kind), alias } };
    return before === undefined ? [add] : [{ remove: { index: indexName(before, kind), alias } }, add];
  });
  const request = {
    method: "POST",
    path: "/_aliases",
    body: { actions },
    accepted: [404],
    timeoutMs: writeTimeoutMs,
  } as const;
  const { status } = await connection.ask(request, z.unknown());
  // Where the answer to the first request was lost, the second one finds its work done.
  if (status === 404 && (await activeGeneration(connection, base))?.number !== number) {
    throw unavailable("what it is to answer from is not there any more");
  }
}

/** Deletes the builds of a collection that do not answer. */
export async function removeInactive(connection: ClusterConnection, base: string): Promise<void> {
  const active = await activeGeneration(connection, base);
  for (const number of await generationNumbers(connection, base)) {
    if (number !== active?.number) await removeGeneration(connection, { base, number });
  }
}

async function removeGeneration(connection: ClusterConnection, generation: Generation): Promise<void> {
  for (const kind of indexKinds) {
    const path = `/${indexName(generation, kind)}`;
    await connection.ask({ method: "DELETE", path, accepted: [404], timeoutMs: writeTimeoutMs }, z.unknown());
  }
}

async function generationNumbers(connection: ClusterConnection, base: string): Promise<number[]> {
  const names = indexKinds.map((kind) => `${aliasName(base, kind)}-*`).join(",");
  const { body } = await connection.ask(
    { method: "GET", path: `/${names}`, query: { allow_no_indices: true }, accepted: [404], timeoutMs: writeTimeoutMs },
    indices,
  );
  return [...new Set(Object.keys(body ?? {}).map(generationNumber))].filter((number) => number > 0);
}
