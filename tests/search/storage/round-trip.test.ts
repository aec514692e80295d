import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { IndexData } from "../../../src/search/index/index-data.ts";
import { createFileWriter } from "../../../src/search/storage/file-writing.ts";
import { openIndex } from "../../../src/search/storage/open-index.ts";
import { writeIndex } from "../../../src/search/storage/write-index.ts";
import { allFindings, builtIndex, inventedCollection, inventedDocument, temporaryFolder } from "./invented.ts";

const stamp = { analyzerFingerprint: "analysis-1", documentsFingerprint: "three" };
const files = createFileWriter();
let folder = "";
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

async function loaded(expected = stamp): Promise<IndexData> {
  const opening = await openIndex(folder, expected);
  if (opening.kind !== "loaded") throw new Error(`not loaded: ${JSON.stringify(opening)}`);
  return opening.data;
}

/** Where the lines around a passage stand, and their words. */
function aroundOf({ table, contexts, vocabulary }: IndexData, id: number) {
  const lines = table.contextOf(id);
  const words = [lines.title, ...contexts.chain(lines.heading), ...contexts.chain(lines.leadIn)].map((line) =>
    Array.from(contexts.words(line), (word) => vocabulary.word(word)),
  );
  return { places: contexts.placesOf(lines), words };
}

async function contents(): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await readFile(join(folder, name))).toString("base64")])),
  );
}

describe("an index on disk", () => {
  it("finds after loading what it found before", async () => {
    const data = builtIndex(inventedCollection);
    const before = await allFindings(data);
    expect(before.every((hits) => hits.length > 0)).toBe(true);
    await writeIndex(folder, data, stamp, files);
    expect(await allFindings(await loaded())).toEqual(before);
  });

  it("keeps every fact of documents and passages", async () => {
    const data = builtIndex(inventedCollection);
    await writeIndex(folder, data, stamp, files);
    const read = await loaded();
    expect(read.documents).toEqual(data.documents);
    expect(read.passageRanges).toEqual(data.passageRanges);
    expect(read.sums).toEqual(data.sums);
    expect(read.vocabulary.liveCount).toBe(data.vocabulary.liveCount);
    for (let id = 0; id < data.table.size; id++) {
      expect(read.table.passage(id, "key")).toEqual(data.table.passage(id, "key"));
      expect(read.forward.passage(id)).toEqual(data.forward.passage(id));
      expect(aroundOf(read, id)).toEqual(aroundOf(data, id));
    }
    for (let gram = 0; gram < 1 << 18; gram++) {
      if (read.gramCounts.of(gram) !== data.gramCounts.of(gram)) throw new Error(`gram ${gram} differs`);
    }
  });

  it("is the same to the byte for the same documents, also after loading and writing again", async () => {
    await writeIndex(folder, builtIndex(inventedCollection), stamp, files);
    const first = await contents();
    await writeIndex(folder, builtIndex(inventedCollection), stamp, files);
    expect(await contents()).toEqual(first);
    await writeIndex(folder, await loaded(), stamp, files);
    expect(await contents()).toEqual(first);
    expect(Object.keys(first)).toHaveLength(2);
  });

  it("leaves one generation when documents change", async () => {
    await writeIndex(folder, builtIndex(inventedCollection), stamp, files);
    const changed = [...inventedCollection, inventedDocument("neu", "Ein neuer Text über Mühlen.")];
    const documentsFingerprint = "four";
    await writeIndex(folder, builtIndex(changed), { ...stamp, documentsFingerprint }, files);
    expect(Object.keys(await contents())).toHaveLength(2);
    expect((await loaded({ ...stamp, documentsFingerprint })).documentCount).toBe(4);
  });

  it("may be empty", async () => {
    await writeIndex(folder, new IndexData(), stamp, files);
    expect((await loaded()).sums).toEqual({ passages: 0, words: 0, sentences: 0, grams: 0 });
  });

  it("keeps columns whose numbers need one, two, three and four bytes", async () => {
    const data = builtIndex(inventedCollection);
    const { end } = data.table.columns;
    for (const [id, value] of [200, 60_000, 16_000_000, 4_000_000_000].entries()) {
      end.set(id, value);
      await writeIndex(folder, data, stamp, files);
      expect((await loaded()).table.columns.end.at(id)).toBe(value);
    }
  });

  it("is outdated for another analyzer and for other documents", async () => {
    await writeIndex(folder, builtIndex(inventedCollection), stamp, files);
    expect((await openIndex(folder, { ...stamp, analyzerFingerprint: "analysis-2" })).kind).toBe("outdated");
    expect((await openIndex(folder, { ...stamp, documentsFingerprint: "other" })).kind).toBe("outdated");
    expect((await openIndex(folder, { analyzerFingerprint: stamp.analyzerFingerprint })).kind).toBe("loaded");
  });

  it("is missing where no folder or no manifest is", async () => {
    expect((await openIndex(folder, stamp)).kind).toBe("missing");
    expect((await openIndex(join(folder, "nowhere"), stamp)).kind).toBe("missing");
  });
});
