import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { detectLanguage } from "../../src/analysis/detect-language.ts";
import { createLexicon } from "../../src/analysis/lexicon/create-lexicon.ts";
import type { Lexicon } from "../../src/analysis/lexicon/lexicon.ts";
import { readLexicon } from "../../src/analysis/lexicon/read-lexicon.ts";
import { ask, candidateLimit } from "../../src/answering/ask.ts";
import { distinctHits } from "../../src/answering/choosing/near-duplicates.ts";
import { decodeBytes } from "../../src/documents/decode.ts";
import type { LanguageCode } from "../../src/documents/document.ts";
import { passagesOf } from "../../src/documents/passages/passages.ts";
import { documentReader, listCollection, readListed } from "../../src/documents/read-collection.ts";
import { createFlexSearchIndex } from "../../src/search/flexsearch-index.ts";
import { IndexData } from "../../src/search/index/index-data.ts";
import { IndexWriter } from "../../src/search/index/index-writer.ts";
import { createFileTextStore } from "../../src/search/index/texts/text-store.ts";
import { search } from "../../src/search/search.ts";
import { createFileWriter } from "../../src/search/storage/file-writing.ts";
import { openIndex } from "../../src/search/storage/open-index.ts";
import { writeIndex } from "../../src/search/storage/write-index.ts";
import type { Engine, Searcher } from "./engine.ts";
import { createStageTimer } from "./stages.ts";

const stamp = { analyzerFingerprint: "bench", documentsFingerprint: "bench" };

function searcher(data: IndexData, lexicon: Lexicon, documentsFolder: string, folder: string): Searcher {
  const index = createFlexSearchIndex(
    data,
    lexicon,
    createFileTextStore((file) => join(documentsFolder, file), join(folder, "texts"), decodeBytes),
  );
  const detect = (text: string): LanguageCode | undefined => detectLanguage(text, lexicon);
  return {
    async search(question) {
      const query = index.prepare(question, detect(question) ?? "de");
      const { hits } = await search(index, query, { limit: candidateLimit });
      return distinctHits(
        hits.filter(({ score }) => score > 0),
        10,
      ).map(({ hit }) => hit.id);
    },
    stages: createStageTimer(data, index, detect),
    searchWithText: (question) => ask(index, question, lexicon, { limit: 10 }),
    save: async (target) => {
      await writeIndex(target, data, stamp, createFileWriter());
    },
  };
}

export const fundstelleEngine: Engine = {
  key: "fundstelle",
  name: "Fundstelle",
  setup: "as it is, from files",
  version: () => z.object({ version: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8"))).version,
  async build({ documentsFolder }, folder) {
    const lexicon = createLexicon(readLexicon());
    const data = new IndexData();
    const writer = new IndexWriter(data, lexicon);
    const detect = (text: string): LanguageCode => detectLanguage(text, lexicon) ?? "de";
    const listing = await listCollection(documentsFolder);
    for await (const document of readListed(listing, documentReader(listing, { detectLanguage: detect }))) {
      // The numbers of passages are those of the file that the other engines read: one that is missing moves all behind it.
      if ("error" in document) throw document.error;
      writer.addDocument({ document, passages: passagesOf(document) });
    }
    writer.finish();
    return searcher(data, lexicon, documentsFolder, folder);
  },
  async load(folder, { documentsFolder }) {
    const lexicon = createLexicon(readLexicon());
    const opened = await openIndex(folder, stamp);
    if (opened.kind !== "loaded") throw new Error(`The index cannot be loaded: ${opened.kind}.`);
    return searcher(opened.data, lexicon, documentsFolder, folder);
  },
};
