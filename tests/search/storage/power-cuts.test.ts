import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, it } from "vitest";
import { seededRandom } from "../../../src/evaluation/perturb.ts";
import { createFileWriter } from "../../../src/search/storage/file-writing.ts";
import { IndexStore } from "../../../src/search/storage/index-store.ts";
import { openIndex } from "../../../src/search/storage/open-index.ts";
import { builtIndex, inventedCollection, inventedDocument, lexicon, temporaryFolder } from "./invented.ts";
import { type Left, lossesOf, type Neglect, restore, VolatileDisk } from "./volatile-disk.ts";

const analyzerFingerprint = "analysis-1";
const mill = inventedDocument("muehle", "Die Windmühle von Osterhusen mahlt seit 1820 Korn.");

/** Three changes with generations in between; each is told when the store calls it saved. */
async function change(folder: string, volatile: VolatileDisk): Promise<void> {
  const store = new IndexStore(
    { data: builtIndex([]), documentsFingerprint: "0", journalBytes: 0 },
    { folder, files: createFileWriter(volatile.disk), lexicon, analyzerFingerprint, lockWaitMs: 0 },
  );
  const tell = (state: string, kind: string) => (kind === "saved" ? volatile.tell(state) : undefined);
  tell("0", (await store.compact()).kind);
  const steps = [
    { added: inventedCollection, removed: [], documentsFingerprint: "1" },
    { added: [mill], removed: ["hafen"], documentsFingerprint: "2" },
  ];
  for (const step of steps) tell(step.documentsFingerprint, (await store.update(step)).kind);
  tell("2", (await store.compact()).kind);
  const last = { added: inventedCollection.slice(1, 2), removed: [], documentsFingerprint: "3" };
  tell("3", (await store.update(last)).kind);
  await store.settled();
}

/** What power cuts leave that they must not: an index that cannot be read, or one of before what was told. */
async function brokenPromises(neglect: Neglect, isEnough: (found: number) => boolean): Promise<string[]> {
  const { folder, remove } = await temporaryFolder();
  try {
    const volatile = new VolatileDisk(neglect);
    await change(join(folder, "index"), volatile);
    const random = seededRandom(7);
    const seen = new Set<string>();
    const broken: string[] = [];
    for (let moment = 0; moment <= volatile.length; moment++) {
      if (volatile.isAmidWrites(moment) && moment % 10 > 0) continue;
      const told = volatile.toldBefore(moment);
      for (const lost of lossesOf(volatile.pendingAt(moment), random)) {
        const left = volatile.leftAt(moment, lost);
        const name = `${told} ${nameOf(left)}`;
        if (seen.has(name)) continue;
        seen.add(name);
        restore(join(folder, "left"), left);
        const opening = await openIndex(join(folder, "left"), { analyzerFingerprint });
        const state = opening.kind === "loaded" ? opening.documentsFingerprint : opening.kind;
        const isRight = told === undefined ? state === "missing" || state === "0" : Number(state) >= Number(told);
        if (!isRight) broken.push(`after ${moment}, told ${told}: ${state}, without ${[...lost].join(", ")}`);
        if (isEnough(broken.length)) return broken;
      }
    }
    expect(seen.size).toBeGreaterThan(100);
    return broken;
  } finally {
    await remove();
  }
}

function nameOf(left: Left): string {
  const hash = createHash("sha256");
  for (const [name, bytes] of [...left].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name} ${bytes.length} `).update(bytes);
  return hash.digest("hex");
}

it("whatever a power cut leaves of what was not synced, the index is that of before or after the change, and what was called saved is kept", async () => {
  expect(await brokenPromises({}, () => false)).toEqual([]);
}, 60_000);

it.each<[string, Neglect]>([
  ["syncs no file", { fileSync: true }],
  ["syncs no folder", { folderSync: true }],
  ["gives names in more than one step", { atomicRename: true }],
])(
  "a disk that %s breaks that promise, which is noticed",
  async (_, neglect) => {
    expect(await brokenPromises(neglect, (found) => found > 0)).not.toEqual([]);
  },
  60_000,
);
