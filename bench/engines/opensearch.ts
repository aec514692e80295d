import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { startCluster, type TestCluster } from "../../opensearch-in-tests/cluster.ts";
import { detectLanguage } from "../../src/analysis/detect-language.ts";
import { createLexicon } from "../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../src/analysis/lexicon/read-lexicon.ts";
import { ask, candidateLimit } from "../../src/answering/ask.ts";
import { distinctHits } from "../../src/answering/choosing/near-duplicates.ts";
import { decodeBytes } from "../../src/documents/decode.ts";
import type { LanguageCode } from "../../src/documents/document.ts";
import { passagesOf } from "../../src/documents/passages/passages.ts";
import { documentReader, listCollection, readListed } from "../../src/documents/read-collection.ts";
import { connectCluster } from "../../src/search/cluster/connection.ts";
import { activate, activeGeneration } from "../../src/search/cluster/generations.ts";
import { openOpenSearchIndex } from "../../src/search/cluster/opensearch-index.ts";
import { ClusterWriter } from "../../src/search/cluster/writing/writer.ts";
import type { DocumentInput } from "../../src/search/index/index-writer.ts";
import { createFileTextStore } from "../../src/search/index/texts/text-store.ts";
import { search } from "../../src/search/search.ts";
import { rankingSettings } from "../../src/search/settings/ranking-settings.ts";
import { pauseWhenDue } from "../../src/search/storage/pause.ts";
import type { Engine, Searcher } from "./engine.ts";

const base = "bench";
const heapMb = 2048;
/** As many passages as become one change in the program. */
const changePassages = 50_000;

/** A node with its data in a folder, which goes on after the process that started it. */
function startNode(folder: string): Promise<TestCluster> {
  return startCluster({ home: join(folder, "node"), heapMb, isLongLived: true });
}

async function searcherOf(cluster: TestCluster, documentsFolder: string, folder: string): Promise<Searcher> {
  const lexicon = createLexicon(readLexicon());
  const connection = await connectCluster({ url: cluster.urls[0] ?? "", timeoutMs: 30_000 });
  const generation = await activeGeneration(connection, base);
  if (generation === undefined) throw new Error("There is no index.");
  const texts = createFileTextStore((file) => join(documentsFolder, file), join(folder, "texts"), decodeBytes);
  const index = await openOpenSearchIndex({ connection, generation, lexicon, texts });
  const numbers = new Map<number, number>();
  // Passages are numbered in the order of the documents' files, as in the other engines.
  for (const { metadata } of index.documents()) {
    for (const id of index.passagesOf(metadata.key)) numbers.set(id, numbers.size);
  }
  return {
    async search(question) {
      const query = await index.prepare(question, detectLanguage(question, lexicon) ?? "de");
      const { hits } = await search(index, query, { limit: candidateLimit });
      const found = distinctHits(
        hits.filter(({ score }) => score > 0),
        10,
      );
      return found.map(({ hit }) => numbers.get(hit.id) ?? -1);
    },
    server: () => cluster.use(0),
    searchWithText: (question) => ask(index, question, lexicon, { limit: 10 }),
    save: async (target) => {
      await connection.close();
      await cluster.stop();
      await writeFile(join(target, "kept"), "by the node");
    },
  };
}

/** The program's index in one node of OpenSearch on this machine; what the node itself needs is not in the process's memory. */
export const openSearchEngine: Engine = {
  key: "opensearch",
  name: "Fundstelle with OpenSearch",
  setup: `one node with ${heapMb / 1024} GB of heap`,
  version: () => "OpenSearch 2.19.6",
  async build({ documentsFolder }, folder) {
    const cluster = await startNode(folder);
    const lexicon = createLexicon(readLexicon());
    const detect = (text: string): LanguageCode => detectLanguage(text, lexicon) ?? "de";
    const connection = await connectCluster({ url: cluster.urls[0] ?? "", timeoutMs: 60_000 });
    const generation = { base, number: 1 };
    const parts = { connection, generation, lexicon, settings: rankingSettings, pause: pauseWhenDue() };
    const writer = await ClusterWriter.create(parts, 1);
    let inputs: DocumentInput[] = [];
    let passages = 0;
    const listing = await listCollection(documentsFolder);
    for await (const document of readListed(listing, documentReader(listing, { detectLanguage: detect }))) {
      if ("error" in document) continue;
      inputs.push({ document, passages: passagesOf(document) });
      passages += inputs.at(-1)?.passages.length ?? 0;
      if (passages < changePassages) continue;
      await writer.change(inputs, []);
      inputs = [];
      passages = 0;
    }
    if (inputs.length > 0) await writer.change(inputs, []);
    await writer.settle();
    await activate(connection, generation);
    await connection.close();
    return searcherOf(cluster, documentsFolder, folder);
  },
  async load(folder, { documentsFolder }) {
    z.literal("by the node").parse(await readFile(join(folder, "kept"), "utf8"));
    return searcherOf(await startNode(folder), documentsFolder, folder);
  },
};
