import * as z from "zod";
import type { ClusterConnection } from "./connection.ts";
import { stateId, stateSchema } from "./entries.ts";
import { activeGeneration } from "./generations.ts";
import { anyBaseName, baseOfAlias, indexName } from "./names.ts";

const about = z.object({
  cluster_name: z.string(),
  version: z.object({ number: z.string(), distribution: z.string().optional() }),
});
const healthSchema = z.object({ status: z.enum(["green", "yellow", "red"]), number_of_nodes: z.number() });
const aliases = z.record(z.string(), z.object({ aliases: z.record(z.string(), z.unknown()) }));
const stateRow = z.object({ _source: z.object({ state: z.unknown() }) });
/** The program is tried with this one. */
const triedMajor = 2;

/**
 * What a cluster is, and how it is as far as a collection's indices go, or as a whole where there are none.
 * @throws AppError `search-unavailable`, `settings-invalid`
 */
export async function describeCluster(connection: ClusterConnection, base: string) {
  const { body } = await connection.ask({ method: "GET", path: "/" }, about);
  const { number = "", distribution = "Elasticsearch" } = body?.version ?? {};
  const isOpenSearch = distribution === "opensearch";
  const whole = await health(connection, "");
  const isThere = (await activeGeneration(connection, base)) !== undefined;
  const own = whole === undefined || !isThere ? whole : await health(connection, `/${base}-*`);
  return {
    version: `${isOpenSearch ? "OpenSearch" : distribution} ${number}`,
    isTried: isOpenSearch && number.startsWith(`${triedMajor}.`),
    nodes: whole?.number_of_nodes ?? 1,
    health: own?.status,
  };
}

/** Whether the index of a collection is there, and whether it says what this program writes. */
export async function describeIndex(connection: ClusterConnection, base: string) {
  const generation = await activeGeneration(connection, base);
  if (generation === undefined) return { state: "none", passages: undefined } as const;
  const path = `/${indexName(generation, "documents")}/_doc/${stateId}`;
  const { status, body } = await connection.ask({ method: "GET", path, accepted: [404, 503] }, stateRow);
  if (status === 503) return { state: "away", passages: undefined } as const;
  const state = stateSchema.safeParse(body?._source.state);
  return state.success
    ? ({ state: "ready", passages: state.data.rows.passages } as const)
    : ({ state: "damaged", passages: undefined } as const);
}

/** What the names of indices of other versions of the program begin with. */
export async function otherBases(connection: ClusterConnection, base: string): Promise<string[]> {
  const path = `/_alias/${anyBaseName(connection.prefix)}`;
  const { body } = await connection.ask({ method: "GET", path, accepted: [404] }, aliases);
  const names = Object.values(body ?? {}).flatMap((index) => Object.keys(index.aliases));
  const bases = names.map((name) => baseOfAlias(connection.prefix, name)).filter((name) => name !== undefined);
  return [...new Set(bases)].filter((name) => name !== base).sort();
}

/** @returns undefined where the user may not see it */
async function health(connection: ClusterConnection, path: string) {
  const request = { method: "GET", path: `/_cluster/health${path}`, accepted: [403] } as const;
  return (await connection.ask(request, healthSchema)).body;
}
