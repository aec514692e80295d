import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { computerDisk, createFileWriter, type Disk } from "../../../src/search/storage/file-writing.ts";
import { IndexStore } from "../../../src/search/storage/index-store.ts";
import { openIndex } from "../../../src/search/storage/open-index.ts";
import { lockFile } from "../../../src/search/storage/writer-lock.ts";
import { allFindings, builtIndex, inventedCollection, inventedDocument, lexicon, temporaryFolder } from "./invented.ts";

const analyzerFingerprint = "analysis-1";
const mill = inventedDocument("muehle", "Die Windmühle von Osterhusen mahlt seit 1820 Korn.");

/** A disk on which nothing happens any more from one operation on, which is half done if it is a write. */
function dyingDisk(operations: number): { disk: Disk; isDead: () => boolean } {
  let left = operations;
  const live = async <T>(run: () => Promise<T>, half?: () => Promise<void>): Promise<T> => {
    if (left-- > 0) return run();
    if (left === -1) await half?.();
    throw Object.assign(new Error("EIO: the process is gone"), { code: "EIO", syscall: "write" });
  };
  return {
    isDead: () => left < 0,
    disk: {
      async open(path, flags) {
        const file = await live(() => computerDisk.open(path, flags));
        return {
          write: (bytes, position) =>
            live(
              () => file.write(bytes, position),
              () => file.write(bytes.subarray(0, bytes.length >> 1), position),
            ),
          truncate: (length) => live(() => file.truncate(length)),
          sync: () => live(() => file.sync()),
          close: () => file.close(),
        };
      },
      rename: (from, to) => live(() => computerDisk.rename(from, to)),
      remove: (path) => live(() => computerDisk.remove(path)),
      makeFolder: (path) => live(() => computerDisk.makeFolder(path)),
    },
  };
}

/** Four changes with a generation in between, on a disk that dies. */
async function changeUntilDead(folder: string, disk: Disk): Promise<void> {
  const state = { data: builtIndex([]), documentsFingerprint: "0", journalBytes: 0 };
  const store = new IndexStore(state, {
    folder,
    files: createFileWriter(disk),
    lexicon,
    analyzerFingerprint,
    lockWaitMs: 0,
  });
  await store.compact();
  await store.update({ added: inventedCollection, removed: [], documentsFingerprint: "1" });
  await store.update({ added: [mill], removed: ["hafen"], documentsFingerprint: "2" });
  await store.compact();
  await store.update({ added: inventedCollection.slice(1, 2), removed: [], documentsFingerprint: "3" });
  await store.settled();
}

it("whichever operation is the last, the index on disk is that of before or after the change", async () => {
  const { folder, remove } = await temporaryFolder();
  const states = new Map([
    ["0", builtIndex([])],
    ["1", builtIndex(inventedCollection)],
    ["2", builtIndex([...inventedCollection.filter(({ document }) => document.file !== "hafen.txt"), mill])],
    ["3", builtIndex([...inventedCollection, mill])],
  ]);
  const seen = new Set<string>();
  let last = "missing";
  for (let operations = 0; ; operations++) {
    const index = join(folder, String(operations));
    const { disk, isDead } = dyingDisk(operations);
    await changeUntilDead(index, disk);
    const opening = await openIndex(index, { analyzerFingerprint });
    const now = opening.kind === "loaded" ? opening.documentsFingerprint : opening.kind;
    seen.add(now);
    expect([last, next(last)], `after ${operations} operations`).toContain(now);
    last = now;
    if (opening.kind === "loaded") {
      expect(opening.data.sums).toEqual(states.get(now)?.sums);
      if (operations % 4 === 0) await goOn(index, opening);
    }
    await rm(index, { recursive: true, force: true });
    if (!isDead()) break;
  }
  expect([...seen]).toEqual(["missing", "0", "1", "2", "3"]);
  await remove();
}, 60_000);

function next(state: string): string {
  return state === "missing" ? "0" : String(Number(state) + 1);
}

/** The next process takes over where the last one died. */
async function goOn(folder: string, opening: ConstructorParameters<typeof IndexStore>[0]): Promise<void> {
  await rm(join(folder, lockFile), { force: true });
  const store = new IndexStore(opening, { folder, files: createFileWriter(), lexicon, analyzerFingerprint });
  expect(await store.update({ added: inventedCollection, removed: ["muehle"], documentsFingerprint: "end" })).toEqual({
    kind: "saved",
  });
  const again = await openIndex(folder, { analyzerFingerprint, documentsFingerprint: "end" });
  if (again.kind !== "loaded") throw new Error(JSON.stringify(again));
  const fresh = builtIndex(inventedCollection);
  const scores = async (data: typeof fresh): Promise<number[][]> =>
    (await allFindings(data)).map((hits) => hits.map(({ score }) => Number(score.toFixed(9))).sort());
  expect(await scores(again.data)).toEqual(await scores(fresh));
}
