import type { Engine } from "./engine.ts";

/** Every engine that the benchmarks run, in the order of the tables; loaded one by one, for a process needs only its own. */
const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  fundstelle: async () => (await import("./fundstelle.ts")).fundstelleEngine,
  minisearch: async () => (await import("./minisearch.ts")).miniSearchEngine,
  orama: async () => (await import("./orama.ts")).oramaEngine,
  lunr: async () => (await import("./lunr.ts")).lunrEngine,
  sqlite: async () => (await import("./sqlite.ts")).sqliteEngine,
  flexsearch: async () => (await import("./flexsearch.ts")).flexSearchEngine,
  "flexsearch-best": async () => (await import("./flexsearch.ts")).flexSearchBestEngine,
  // Needs Java and Maven.
  opensearch: async () => (await import("./opensearch.ts")).openSearchEngine,
};

/** Those that run where nothing else is said. */
export const engineKeys: readonly string[] = Object.keys(engines).filter((key) => key !== "opensearch");

/** @throws where there is no such engine */
export function engineOf(key: string): Promise<Engine> {
  const load = engines[key];
  if (load === undefined)
    throw new Error(`There is no engine ${JSON.stringify(key)}: ${Object.keys(engines).join(", ")}.`);
  return load();
}
