import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isWorthCompacting } from "../../../src/search/index/compact.ts";
import type { IndexData } from "../../../src/search/index/index-data.ts";
import { type DocumentInput, IndexWriter } from "../../../src/search/index/index-writer.ts";
import { createFileWriter } from "../../../src/search/storage/file-writing.ts";
import { IndexStore } from "../../../src/search/storage/index-store.ts";
import { openIndex } from "../../../src/search/storage/open-index.ts";
import { writeIndex } from "../../../src/search/storage/write-index.ts";
import { generatedDocuments } from "./generated.ts";
import { builtIndex, compactedAtOnce, lexicon, temporaryFolder } from "./invented.ts";

const stamp = { analyzerFingerprint: "analysis-1", documentsFingerprint: "0" };
const files = createFileWriter();
let folder = "";
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

describe("an index of some size", () => {
  it("is loaded in a fraction of the time in which it was built", async () => {
    const documents = generatedDocuments(40, 50);
    const start = performance.now();
    const data = builtIndex(documents);
    const buildMs = performance.now() - start;
    await writeIndex(folder, data, stamp, files);
    const loadMs: number[] = [];
    for (let run = 0; run < 5; run++) {
      const from = performance.now();
      expect((await openIndex(folder, stamp)).kind).toBe("loaded");
      loadMs.push(performance.now() - from);
    }
    // What loading costs whatever the size counts for much in so small an index: the ratio for a large one is the
    // benchmark's to tell.
    expect(buildMs / Math.min(...loadMs)).toBeGreaterThan(3);
  }, 60_000);

  it("does not grow in memory over 10,000 updates of the same documents", () => {
    let data = builtIndex(versions[0] ?? []);
    const sizes: number[] = [];
    for (let update = 1; update <= 10_000; update++) {
      const writer = new IndexWriter(data, lexicon);
      writer.addDocument(versionOf(update));
      writer.finish();
      sizes.push(entriesOf(data));
      if (isWorthCompacting(data)) data = compactedAtOnce(data);
    }
    expect(data.documentCount).toBe(10);
    expect(Math.max(...sizes.slice(5_000))).toBeLessThanOrEqual(Math.max(...sizes.slice(0, 5_000)));
    expect(Math.max(...sizes)).toBeLessThan(20 * entriesOf(builtIndex(versions[0] ?? [])));
  }, 60_000);

  it("does not grow on disk over many updates of the same documents", async () => {
    const state = { data: builtIndex(versions[0] ?? []), documentsFingerprint: "0", journalBytes: 0 };
    const store = new IndexStore(state, { folder, files, lexicon, analyzerFingerprint: stamp.analyzerFingerprint });
    await store.compact();
    let largest = 0;
    for (let update = 1; update <= 600; update++) {
      await store.update({ added: [versionOf(update)], removed: [], documentsFingerprint: String(update) });
      if (update % 50 === 0) largest = Math.max(largest, await bytesIn(folder));
    }
    await store.settled();
    expect(largest).toBeLessThan(2_000_000);
    expect(
      (await openIndex(folder, { analyzerFingerprint: stamp.analyzerFingerprint, documentsFingerprint: "600" })).kind,
    ).toBe("loaded");
  }, 60_000);
});

const versions = [1, 2, 3].map((seed) => generatedDocuments(10, 2, 30, seed));

function versionOf(update: number): DocumentInput {
  const input = versions[update % 3]?.[update % 10];
  if (input === undefined) throw new Error("no such version");
  return input;
}

async function bytesIn(folder: string): Promise<number> {
  let sum = 0;
  for (const name of await readdir(folder)) sum += (await stat(join(folder, name)).catch(() => ({ size: 0 }))).size;
  return sum;
}

/** Entries in everything that can grow. */
function entriesOf(data: IndexData): number {
  return (
    data.documents.length +
    data.passageRanges.length +
    data.table.size +
    data.table.sectionNames.length +
    data.forward.words.length +
    data.forward.sentenceTextEnds.length +
    data.vocabulary.size +
    data.stems.termCount +
    data.parts.termCount
  );
}
