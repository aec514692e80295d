import { expect, it, vi } from "vitest";
import { emptyLexicon } from "../../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { passagesOf } from "../../../src/documents/passages/passages.ts";
import { addAllPostings } from "../../../src/search/index/bulk-postings.ts";
import { IndexData } from "../../../src/search/index/index-data.ts";
import { IndexWriter } from "../../../src/search/index/index-writer.ts";
import { documentOf } from "../../documents/make-document.ts";

it("hands over the lists of words that stand in every passage a few at a time", async () => {
  const words = Array.from({ length: 150 }, (_, at) => `w${at.toString(36)}x`).join(" ");
  const text = Array.from({ length: 500 }, (_, at) => `Absatz ${at}: ${words}.`).join("\n\n");
  const document = await documentOf(text, { file: "viel.txt" });
  const data = new IndexData();
  new IndexWriter(data, createLexicon(emptyLexicon())).addDocument({ document, passages: passagesOf(document) });
  let handedOver = 0;
  const restore = data.stems.restore.bind(data.stems);
  vi.spyOn(data.stems, "restore").mockImplementation((term, list) => {
    for (const ids of list) handedOver += ids?.length ?? 0;
    restore(term, list);
  });
  let [most, all, before] = [0, 0, 0];
  for (const _ of addAllPostings(data)) {
    most = Math.max(most, handedOver - before);
    [all, before] = [handedOver, handedOver];
  }
  expect(all).toBeGreaterThan(70_000);
  expect(most).toBeLessThan(33_500);
  expect(data.stems.list("w0x").flatMap((ids) => ids ?? [])).toHaveLength(500);
});
