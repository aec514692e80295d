import type { Lexicon } from "../../src/analysis/lexicon/lexicon.ts";
import { createFlexSearchIndex, type FlexSearchIndex } from "../../src/search/flexsearch-index.ts";
import { IndexData } from "../../src/search/index/index-data.ts";
import { type DocumentInput, IndexWriter } from "../../src/search/index/index-writer.ts";
import type { TextStore } from "../../src/search/index/texts/text-store.ts";

export interface Indexed {
  readonly data: IndexData;
  readonly index: FlexSearchIndex;
}

/** Documents in an index in memory, as the program builds it; their texts are read from the documents themselves. */
export function indexed(documents: readonly DocumentInput[], lexicon: Lexicon): Indexed {
  const data = new IndexData();
  const writer = new IndexWriter(data, lexicon);
  for (const document of documents) writer.addDocument(document);
  writer.finish();
  return { data, index: createFlexSearchIndex(data, lexicon, textsOf(documents)) };
}

/** Reads the bytes of documents as they were given. */
export function textsOf(documents: readonly DocumentInput[]): TextStore {
  const bytes = new Map(documents.map(({ document }) => [document.file, Buffer.from(document.canonicalText)]));
  return {
    read: async ({ file }, ranges) =>
      ranges.map(({ start, end }) => bytes.get(file)?.subarray(start, end).toString("utf8") ?? ""),
  };
}
