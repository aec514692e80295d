import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { DocumentInput } from "../../../src/search/index/index-writer.ts";
import {
  extractedTextsFolder,
  removeUnusedTexts,
  writeExtractedTexts,
} from "../../../src/search/storage/extracted-texts.ts";
import { createFileWriter } from "../../../src/search/storage/file-writing.ts";
import { IndexStore } from "../../../src/search/storage/index-store.ts";
import { builtIndex, inventedDocument, lexicon, temporaryFolder } from "./invented.ts";

const files = createFileWriter();
let folder = "";
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

function extracted(key: string, text: string): DocumentInput {
  const { document, passages } = inventedDocument(key, text);
  return { document: { ...document, isPlainText: false }, passages };
}

it("keeps the texts of documents that are no plain text, and only as long as they are used", async () => {
  const page = extracted("page", "Ein Text aus einer Seite: Grüße, 𝔘.");
  const other = extracted("other", "Noch ein Text.");
  const plain = inventedDocument("plain", "Reiner Text.");
  const documents = [page.document, other.document, plain.document];
  await writeExtractedTexts(folder, documents, files);
  await writeExtractedTexts(folder, documents, files);
  const texts = extractedTextsFolder(folder);
  expect((await readdir(texts)).sort()).toEqual(
    [`${page.document.textSha256}.txt`, `${other.document.textSha256}.txt`].sort(),
  );
  expect(await readFile(join(texts, `${page.document.textSha256}.txt`), "utf8")).toBe(page.document.canonicalText);
  expect(await removeUnusedTexts(folder, [undefined, page.document, plain.document], files)).toBe(true);
  expect(await readdir(texts)).toEqual([`${page.document.textSha256}.txt`]);
});

it("has nothing to remove where no text was ever kept", async () => {
  expect(await removeUnusedTexts(folder, [], files)).toBe(true);
});

it("follows the documents of a store", async () => {
  const state = { data: builtIndex([]), documentsFingerprint: "0", journalBytes: 0 };
  const store = new IndexStore(state, { folder, files, lexicon, analyzerFingerprint: "analysis-1" });
  const first = extracted("page", "Die erste Fassung der Seite.");
  const second = extracted("page", "Die zweite Fassung der Seite.");
  await store.update({ added: [first], removed: [], documentsFingerprint: "1" });
  await store.update({ added: [second], removed: [], documentsFingerprint: "2" });
  await store.compact();
  expect(await readdir(extractedTextsFolder(folder))).toEqual([`${second.document.textSha256}.txt`]);
});
