import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Engine, Searcher } from "./engine.ts";
import { hasFunctions, peerPackage, peerVersion } from "./peer-packages.ts";

interface Orama {
  create(options: unknown): unknown;
  insertMultiple(database: unknown, documents: readonly { id: string; text: string }[], batch: number): unknown;
  search(database: unknown, query: { term: string; limit: number; threshold: number }): Promise<Results> | Results;
  save(database: unknown): unknown;
  load(database: unknown, saved: unknown): unknown;
}

interface Results {
  readonly hits: readonly { readonly id: string }[];
}

interface Stemmers {
  stemmer(word: string): string;
}

interface StopWords {
  readonly stopwords: readonly string[];
}

function open(): { orama: Orama; database: unknown } {
  const orama = peerPackage("@orama/orama", (value): value is Orama =>
    hasFunctions(value, "create", "insertMultiple", "search", "save", "load"),
  );
  const { stemmer } = peerPackage("@orama/stemmers/german", (value): value is Stemmers =>
    hasFunctions(value, "stemmer"),
  );
  const { stopwords } = peerPackage("@orama/stopwords/german", hasStopWords);
  const tokenizer = { language: "german", stemming: true, stemmer, stopWords: stopwords };
  return { orama, database: orama.create({ schema: { text: "string" }, components: { tokenizer } }) };
}

function hasStopWords(value: unknown): value is StopWords {
  return typeof value === "object" && value !== null && "stopwords" in value && Array.isArray(value.stopwords);
}

function searcher(orama: Orama, database: unknown): Searcher {
  return {
    search: async (question) => {
      // Threshold 1: a passage need not hold every word.
      const { hits } = await orama.search(database, { term: question, limit: 10, threshold: 1 });
      return hits.map(({ id }) => Number(id));
    },
    save: async (folder) => writeFile(join(folder, "index.json"), JSON.stringify(await orama.save(database))),
  };
}

const batchSize = 500;

export const oramaEngine: Engine = {
  key: "orama",
  name: "Orama",
  setup: "German stemmer and stop words",
  version: () => peerVersion("@orama/orama"),
  async build({ passages }) {
    const { orama, database } = open();
    let batch: { id: string; text: string }[] = [];
    let id = 0;
    for await (const text of passages()) {
      batch.push({ id: String(id++), text });
      if (batch.length < batchSize) continue;
      await orama.insertMultiple(database, batch, batchSize);
      batch = [];
    }
    if (batch.length > 0) await orama.insertMultiple(database, batch, batchSize);
    return searcher(orama, database);
  },
  async load(folder) {
    const { orama, database } = open();
    const saved: unknown = JSON.parse(await readFile(join(folder, "index.json"), "utf8"));
    await orama.load(database, saved);
    return searcher(orama, database);
  },
};
