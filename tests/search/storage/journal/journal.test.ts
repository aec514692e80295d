import { readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFileWriter } from "../../../../src/search/storage/file-writing.ts";
import { IndexStore, type Saving } from "../../../../src/search/storage/index-store.ts";
import { openIndex, type StoredIndex } from "../../../../src/search/storage/open-index.ts";
import { writeIndex } from "../../../../src/search/storage/write-index.ts";
import { type Fault, faultyDisk } from "../faulty-disk.ts";
import {
  allFindings,
  builtIndex,
  findings,
  inventedCollection,
  inventedDocument,
  lexicon,
  temporaryFolder,
} from "../invented.ts";

const analyzerFingerprint = "analysis-1";
let folder = "";
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  await writeIndex(
    folder,
    builtIndex(inventedCollection),
    { analyzerFingerprint, documentsFingerprint: "0" },
    createFileWriter(),
  );
});
afterEach(() => remove());

async function opened(documentsFingerprint?: string): Promise<StoredIndex> {
  const opening = await openIndex(
    folder,
    documentsFingerprint === undefined ? { analyzerFingerprint } : { analyzerFingerprint, documentsFingerprint },
  );
  if (opening.kind !== "loaded") throw new Error(`not loaded: ${JSON.stringify(opening)}`);
  return opening;
}

async function openStore(fault: Fault = {}, onGeneration?: (saving: Saving) => void): Promise<IndexStore> {
  const files = createFileWriter(faultyDisk(fault));
  return new IndexStore(await opened(), {
    folder,
    files,
    lexicon,
    analyzerFingerprint,
    lockWaitMs: 2_000,
    ...(onGeneration === undefined ? {} : { onGeneration }),
  });
}

const mill = inventedDocument(
  "muehle",
  "Die Windmühle von Osterhusen mahlt seit 1820 Korn.\n\nDer Müller heißt Janssen.",
);
const millAgain = inventedDocument("muehle", "Die Windmühle von Osterhusen steht seit 2020 still.");

async function changeThrice(store: IndexStore): Promise<void> {
  expect(await store.update({ added: [mill], removed: [], documentsFingerprint: "1" })).toEqual({ kind: "saved" });
  expect(await store.update({ added: [millAgain], removed: ["bienen"], documentsFingerprint: "2" })).toEqual({
    kind: "saved",
  });
  expect(await store.update({ added: [], removed: ["lighthouse"], documentsFingerprint: "3" })).toEqual({
    kind: "saved",
  });
}

function journalOf({ manifest }: StoredIndex): string {
  return join(folder, manifest.journal);
}

describe("the journal", () => {
  it("brings back every change at the next start, without analysis", async () => {
    const store = await openStore();
    await changeThrice(store);
    const again = await opened("3");
    expect(again.documentsFingerprint).toBe("3");
    expect(again.data.documents).toEqual(store.data.documents);
    expect(again.data.sums).toEqual(store.data.sums);
    expect(await allFindings(again.data)).toEqual(await allFindings(store.data));
    expect((await findings(again.data, "Windmühle Osterhusen")).map(({ document }) => document)).toContain("muehle");
    expect((await openIndex(folder, { analyzerFingerprint, documentsFingerprint: "2" })).kind).toBe("outdated");
  });

  it("is continued after a start", async () => {
    await changeThrice(await openStore());
    await (await openStore()).update({ added: inventedCollection, removed: [], documentsFingerprint: "4" });
    expect((await opened("4")).data.documentCount).toBe(4);
  });

  it("counts up to the last whole change when it was cut off, and is continued from there", async () => {
    await (await openStore()).update({ added: [mill], removed: [], documentsFingerprint: "1" });
    const path = journalOf(await opened());
    const { size: first } = await stat(path);
    await (await openStore()).update({ added: [millAgain], removed: [], documentsFingerprint: "2" });
    const whole = await readFile(path);
    for (const length of [first, first + 1, first + 12, first + 40, whole.length - 1]) {
      await writeFile(path, whole.subarray(0, length));
      expect((await opened()).documentsFingerprint, `${length} bytes`).toBe("1");
    }
    await (await openStore()).update({ added: [], removed: ["hafen"], documentsFingerprint: "2b" });
    const { data } = await opened("2b");
    expect(data.numberOf("hafen")).toBeUndefined();
    expect(data.numberOf("muehle")).toBeDefined();
    for (const length of [0, 5, 20]) {
      await writeFile(path, whole.subarray(0, length));
      expect((await opened()).documentsFingerprint).toBe("0");
    }
  });

  it("is damaged when something other than its end is", async () => {
    await changeThrice(await openStore());
    const path = journalOf(await opened());
    const bytes = await readFile(path);
    bytes[120] = (bytes[120] ?? 0) ^ 16;
    await writeFile(path, bytes);
    expect((await openIndex(folder, { analyzerFingerprint })).kind).toBe("damaged");
    await truncate(path, 119);
    expect((await opened()).documentsFingerprint).toBe("0");
  });

  it("is folded into a new generation, the same as one built afresh", async () => {
    const store = await openStore();
    await changeThrice(store);
    expect(await store.compact()).toEqual({ kind: "saved" });
    const { manifest, data } = await opened("3");
    await expect(stat(join(folder, manifest.journal))).rejects.toMatchObject({ code: "ENOENT" });
    expect(data.documentCount).toBe(2);
    const fresh = await temporaryFolder();
    const harbourAndMill = builtIndex([...inventedCollection.slice(1, 2), millAgain]);
    const stamp = { analyzerFingerprint, documentsFingerprint: "3" };
    expect(await writeIndex(fresh.folder, harbourAndMill, stamp, createFileWriter())).toEqual(manifest);
    await fresh.remove();
  });

  it("takes changes while a generation is written", async () => {
    const store = await openStore();
    const compaction = store.compact();
    await changeThrice(store);
    expect(await compaction).toEqual({ kind: "saved" });
    await store.update({ added: [mill], removed: [], documentsFingerprint: "4" });
    await store.settled();
    const again = await opened("4");
    expect(await allFindings(again.data)).toEqual(await allFindings(store.data));
    expect(again.data.documentCount).toBe(2);
  });

  it("is shared by two processes that see the same documents", async () => {
    const [one, other] = [await openStore(), await openStore()];
    await one.update({ added: [mill], removed: [], documentsFingerprint: "1" });
    await other.update({ added: [mill], removed: [], documentsFingerprint: "1" });
    await other.update({ added: [millAgain], removed: [], documentsFingerprint: "2" });
    await one.update({ added: [millAgain], removed: [], documentsFingerprint: "2" });
    await one.update({ added: [], removed: ["hafen"], documentsFingerprint: "3" });
    expect((await opened("3")).data.documentCount).toBe(3);
  });

  it("gives way to a new generation when another process keeps other documents", async () => {
    const store = await openStore();
    await writeIndex(
      folder,
      builtIndex([mill]),
      { analyzerFingerprint, documentsFingerprint: "x" },
      createFileWriter(),
    );
    expect(await store.update({ added: [mill], removed: [], documentsFingerprint: "1" })).toEqual({ kind: "later" });
    await store.settled();
    expect((await opened("1")).data.documentCount).toBe(4);
  });
});

describe("a disk that fails", () => {
  it("when it is full leaves the last state on it, and what was missed follows when there is room", async () => {
    const fault: Fault = {};
    const store = await openStore(fault);
    await store.update({ added: [mill], removed: [], documentsFingerprint: "1" });
    fault.code = "ENOSPC";
    fault.bytesLeft = 200;
    const saving = await store.update({ added: [millAgain], removed: [], documentsFingerprint: "2" });
    expect(saving).toMatchObject({ kind: "not-saved", reason: { code: "disk-failed" } });
    expect((await findings(store.data, "still")).map(({ document }) => document)).toContain("muehle");
    expect((await opened()).documentsFingerprint).toBe("1");
    delete fault.code;
    expect(await store.update({ added: [], removed: ["hafen"], documentsFingerprint: "3" })).toEqual({ kind: "saved" });
    const again = await opened("3");
    expect(await allFindings(again.data)).toEqual(await allFindings(store.data));
  });

  it("when it is full while a generation is written keeps the old one", async () => {
    const fault: Fault = {};
    const store = await openStore(fault);
    await changeThrice(store);
    for (const bytesLeft of [0, 300, 3_000]) {
      Object.assign(fault, { code: "ENOSPC", bytesLeft });
      expect(await store.compact()).toMatchObject({ kind: "not-saved", reason: { code: "disk-failed" } });
      delete fault.code;
      const again = await opened("3");
      expect(await allFindings(again.data)).toEqual(await allFindings(store.data));
    }
    expect(await store.compact()).toEqual({ kind: "saved" });
    expect((await opened("3")).journalBytes).toBe(0);
  });

  it("when it is read-only leaves everything working from memory", async () => {
    const store = await openStore({ code: "EROFS" });
    const saving = await store.update({ added: [mill], removed: [], documentsFingerprint: "1" });
    expect(saving).toMatchObject({ kind: "not-saved", reason: { code: "disk-failed" } });
    expect((await findings(store.data, "Windmühle")).length).toBeGreaterThan(0);
    expect((await opened()).documentsFingerprint).toBe("0");
  });

  it("names the file and the remedy", async () => {
    const files = createFileWriter(faultyDisk({ code: "ENOSPC", bytesLeft: 0 }));
    await expect(files.replace(join(folder, "a.txt"), [Buffer.from("text")])).rejects.toMatchObject({
      code: "disk-failed",
      message: expect.stringContaining("a.txt"),
      remedy: expect.stringContaining("Free some space"),
    });
    await expect(createFileWriter(faultyDisk({ code: "EROFS" })).create(join(folder, "b"), "")).rejects.toMatchObject({
      remedy: expect.stringContaining("writable"),
    });
    const inTheWay = join(folder, "in-the-way");
    await createFileWriter().create(inTheWay, "");
    await expect(createFileWriter().makeFolder(inTheWay)).rejects.toMatchObject({
      remedy: expect.stringContaining("A file stands where a folder should be"),
    });
  });
});
