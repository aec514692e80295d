import type { Lexicon } from "../../../src/analysis/lexicon/lexicon.ts";
import { type ClusterConnection, connectCluster } from "../../../src/search/cluster/connection.ts";
import { activate, nextGeneration } from "../../../src/search/cluster/generations.ts";
import { type OpenSearchIndex, openOpenSearchIndex } from "../../../src/search/cluster/opensearch-index.ts";
import { ClusterWriter } from "../../../src/search/cluster/writing/writer.ts";
import type { DocumentInput } from "../../../src/search/index/index-writer.ts";
import type { TextStore } from "../../../src/search/index/texts/text-store.ts";
import { rankingSettings } from "../../../src/search/settings/ranking-settings.ts";
import { pauseWhenDue } from "../../../src/search/storage/pause.ts";
import { textsOf } from "../../support/indexed.ts";

export interface Written {
  readonly connection: ClusterConnection;
  readonly writer: ClusterWriter;
  readonly index: OpenSearchIndex;
}

let collections = 0;

/** Documents in indices of their own, as the program writes them; their texts are read from the documents themselves. */
export async function written(
  url: string,
  documents: readonly DocumentInput[],
  lexicon: Lexicon,
  {
    shards = 2,
    batch = Number.POSITIVE_INFINITY,
    texts = textsOf(documents),
  }: { readonly shards?: number; readonly batch?: number; readonly texts?: TextStore } = {},
): Promise<Written> {
  const connection = await connectCluster({ url });
  const generation = await nextGeneration(connection, `test-${process.pid}-${++collections}`);
  const parts = { connection, generation, lexicon, settings: rankingSettings, pause: pauseWhenDue() };
  const writer = await ClusterWriter.create(parts, shards);
  for (let from = 0; from < documents.length; from += batch) {
    await writer.change(documents.slice(from, from + batch), []);
  }
  await activate(connection, generation);
  const index = await openOpenSearchIndex({ connection, generation, lexicon, texts });
  return { connection, writer, index };
}
