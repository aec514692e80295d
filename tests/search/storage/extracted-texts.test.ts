import { mkdir, readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { DocumentInput } from "../../../src/search/index/index-writer.ts";
import {
  extractedTextsFolder,
  isWholeText,
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

it("removes nothing that is not its own", async () => {
  const texts = extractedTextsFolder(folder);
  await mkdir(texts);
  const hash = "a".repeat(64);
  const foreign = ["notes.txt", `${hash}.txt.bak`, `x${hash}.txt`, `${"a".repeat(63)}.txt`, `${hash}.md`].sort();
  for (const name of [...foreign, `${hash}.txt`]) await writeFile(join(texts, name), "x");
  expect(await removeUnusedTexts(folder, [], files)).toBe(true);
  expect((await readdir(texts)).sort()).toEqual(foreign);
});

it("writes a text again that is damaged, and no other", async () => {
  const { document } = extracted("page", "Der Turm fiel.");
  const path = join(extractedTextsFolder(folder), `${document.textSha256}.txt`);
  await writeExtractedTexts(folder, [document], files);
  const old = new Date(1_000_000_000_000);
  await utimes(path, old, old);
  await writeExtractedTexts(folder, [document], files);
  expect((await stat(path)).mtimeMs).toBe(old.getTime());
  await writeFile(path, "Der Turm fiek.");
  await writeExtractedTexts(folder, [document], files);
  expect(await readFile(path, "utf8")).toBe("Der Turm fiel.");
});

it("tells a whole text from one that is damaged, gone or unreadable", async () => {
  const { document } = extracted("page", "Der Turm fiel.");
  const texts = extractedTextsFolder(folder);
  const isWhole = () => isWholeText(texts, document.textSha256);
  expect(await isWhole()).toBe(false);
  await writeExtractedTexts(folder, [document], files);
  expect(await isWhole()).toBe(true);
  for (const damaged of ["", "Der Turm fie", "Der Turm fiel. "]) {
    await writeFile(join(texts, `${document.textSha256}.txt`), damaged);
    expect(await isWhole()).toBe(false);
  }
  await mkdir(join(texts, `${"b".repeat(64)}.txt`));
  expect(await isWholeText(texts, "b".repeat(64))).toBe(false);
});
