import { readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { formatVersion } from "../../../src/search/storage/encoding/index-sections.ts";
import { createFileWriter } from "../../../src/search/storage/file-writing.ts";
import { manifestFile } from "../../../src/search/storage/manifest.ts";
import { openIndex } from "../../../src/search/storage/open-index.ts";
import { writeIndex } from "../../../src/search/storage/write-index.ts";
import { builtIndex, harbour, inventedCollection, temporaryFolder } from "./invented.ts";

const stamp = { analyzerFingerprint: "analysis-1", documentsFingerprint: "three" };
let folder = "";
let remove: () => Promise<void>;
let generation = "";

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  const manifest = await writeIndex(folder, builtIndex(inventedCollection), stamp, createFileWriter());
  generation = join(folder, manifest.generation.file);
});
afterEach(() => remove());

async function kindNow(): Promise<string> {
  return (await openIndex(folder, stamp)).kind;
}

describe("a damaged index is never served", () => {
  it("when a bit of the generation flipped, wherever", async () => {
    const bytes = await readFile(generation);
    const places = Array.from({ length: 60 }, (_, i) => Math.floor((i * (bytes.length - 1)) / 59));
    for (const place of [...places, 4, 8, 9, bytes.length - 12]) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8));
      await writeFile(generation, flipped);
      expect(await kindNow(), `byte ${place}`).toBe("damaged");
    }
    await writeFile(generation, bytes);
    expect(await kindNow()).toBe("loaded");
  });

  it("when the generation is cut off, also between two blocks", async () => {
    const bytes = await readFile(generation);
    for (const length of [0, 5, 12, 13, bytes.length >> 1, bytes.length - 12, bytes.length - 1]) {
      await writeFile(generation, bytes);
      await truncate(generation, length);
      expect(await kindNow(), `${length} bytes`).toBe("damaged");
    }
  });

  it("when something follows the generation's end", async () => {
    await writeFile(generation, Buffer.concat([await readFile(generation), Buffer.alloc(40)]));
    expect(await kindNow()).toBe("damaged");
  });

  it("when the generation is gone or another index's", async () => {
    const other = await temporaryFolder();
    const manifest = await writeIndex(other.folder, builtIndex([harbour]), stamp, createFileWriter());
    await writeFile(generation, await readFile(join(other.folder, manifest.generation.file)));
    expect(await kindNow()).toBe("damaged");
    await createFileWriter().remove([generation]);
    expect(await kindNow()).toBe("damaged");
    await other.remove();
  });

  it("when the manifest is garbage, empty, cut off or changed by hand", async () => {
    const path = join(folder, manifestFile);
    const text = await readFile(path, "utf8");
    const lies = [
      "",
      "{",
      "null",
      "[]",
      `{"format":${formatVersion}}`,
      "\0\0\0\0",
      text.slice(0, 100),
      text.replace('"documents": 3', '"documents": 4'),
      text.replace(/"file": ".*"/, '"file": "../../elsewhere.bin"'),
      text.replace('"three"', '"thrae"'),
    ];
    for (const lie of lies) {
      await writeFile(path, lie);
      expect(await kindNow(), lie).toBe("damaged");
    }
    await writeFile(path, text.replace(`"format": ${formatVersion}`, `"format": ${formatVersion + 1}`));
    expect(await kindNow()).toBe("outdated");
    await writeFile(path, text);
    expect(await kindNow()).toBe("loaded");
  });
});
