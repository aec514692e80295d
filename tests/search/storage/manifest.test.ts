import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { endianness } from "node:os";
import path from "node:path";
import { crc32 } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { formatVersion, oldestFormat } from "../../../src/search/storage/encoding/index-sections.ts";
import {
  formatManifest,
  isPresentFormat,
  type ManifestContent,
  manifestFile,
  readManifest,
} from "../../../src/search/storage/manifest.ts";
import { temporaryFolder } from "../../support/program.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());
const place = path.join(folder.path, manifestFile);

const content: ManifestContent = {
  format: formatVersion,
  byteOrder: endianness(),
  analyzerFingerprint: "analysis-1",
  documentsFingerprint: "three",
  generation: { file: "generation-0123456789abcdef.bin", bytes: 300, checksum: "0123abcd" },
  journal: "journal-0123456789abcdef-12.bin",
  counts: { documents: 0, passages: 0, words: 0 },
};

function reading(text: string) {
  writeFileSync(place, text);
  return readManifest(folder.path);
}

const checksumOf = (value: unknown) => crc32(JSON.stringify(value)).toString(16).padStart(8, "0");
/** A manifest whose checksum is right, whatever it says. */
const sealed = (value: object) => JSON.stringify({ ...value, checksum: checksumOf(value) });
const { analyzerFingerprint, documentsFingerprint, generation, journal, counts, byteOrder } = content;

/** As formats before the present one wrote it. */
const earlier = {
  format: formatVersion - 1,
  byteOrder,
  analyzer: analyzerFingerprint,
  documents: documentsFingerprint,
  generation,
  journal,
  counts,
};

describe("a manifest", () => {
  it("is read as it was written", async () => {
    expect(await reading(formatManifest(content))).toEqual({ kind: "read", manifest: content });
    const { checksum } = JSON.parse(formatManifest(content));
    expect(checksum).toBe(checksumOf(content));
  });

  it("has a checksum of eight digits, also where the first is 0", async () => {
    const numbers = Array.from({ length: 500 }, (_, number) => ({ ...content, documentsFingerprint: String(number) }));
    const short = numbers.find((each) => checksumOf(each).startsWith("0"));
    if (short === undefined) throw new Error("None has a checksum that begins with 0");
    expect(JSON.parse(formatManifest(short)).checksum).toHaveLength(8);
    expect(await reading(formatManifest(short))).toEqual({ kind: "read", manifest: short });
  });

  it("is for people to read, and has the same checksum in whatever order it was made", () => {
    expect(formatManifest(content)).toMatch(/^\{\n {2}"format": \d+,\n[\s\S]+\n\}\n$/u);
    const turned = { journal, counts, generation, documentsFingerprint, analyzerFingerprint, byteOrder };
    expect(JSON.parse(formatManifest({ ...turned, format: formatVersion }))).toEqual(
      JSON.parse(formatManifest(content)),
    );
  });

  it.each([oldestFormat, formatVersion - 1])("of format %i is read by the names of its time", async (format) => {
    const manifest = { ...content, format };
    expect(await reading(sealed({ ...earlier, format }))).toEqual({ kind: "read", manifest });
    expect((await reading(sealed({ ...earlier, format: formatVersion }))).kind).toBe("damaged");
    expect(await reading(JSON.stringify({ ...earlier, format, checksum: "0123abcd" }))).toEqual({
      kind: "damaged",
      reason: "The checksum of manifest.json differs.",
    });
  });

  it("can be written to where it has the present format", () => {
    expect(isPresentFormat({ format: formatVersion })).toBe(true);
    expect(isPresentFormat({ format: formatVersion - 1 })).toBe(false);
  });
});

describe("a manifest that is not one", () => {
  it.each([oldestFormat - 1, formatVersion + 1])("is outdated in format %i, whatever else it says", async (format) => {
    expect(await reading(JSON.stringify({ format }))).toEqual({
      kind: "outdated",
      reason: `The index has format ${format}, this program writes ${formatVersion}.`,
    });
  });

  it("is outdated where the computer's byte order is another", async () => {
    const other = byteOrder === "LE" ? "BE" : "LE";
    expect(await reading(formatManifest({ ...content, byteOrder: other }))).toEqual({
      kind: "outdated",
      reason: "The index was written by a computer with another byte order.",
    });
  });

  it.each(["", "{", "no", '{"format":'])("is damaged where it is not JSON: %j", async (text) => {
    expect(await reading(text)).toEqual({ kind: "damaged", reason: "manifest.json is not JSON." });
  });

  it.each<[string, object]>([
    ["nothing else", {}],
    ["no such file", { ...content, generation: { ...generation, file: "../generation-0123456789abcdef.bin" } }],
    ["another file", { ...content, generation: { ...generation, file: "generation-0123456789abcdef.bin.txt" } }],
    ["no bytes", { ...content, generation: { ...generation, bytes: 0 } }],
    ["another checksum", { ...content, generation: { ...generation, checksum: "0123ABCD" } }],
    ["a longer checksum", { ...content, generation: { ...generation, checksum: "0123abcd0" } }],
    ["no such journal", { ...content, journal: "journal-0123456789abcdef-.bin" }],
    ["another journal", { ...content, journal: "x-journal-0123456789abcdef-1.bin" }],
    ["a journal below", { ...content, journal: "journal-0123456789abcdef-1.bin/x" }],
    ["less than nothing", { ...content, counts: { ...counts, words: -1 } }],
    ["something more", { ...content, more: 1 }],
    ["something less", { ...content, counts: undefined }],
  ])("is damaged where it says %s", async (_what, value) => {
    expect(await reading(sealed({ format: formatVersion, ...value }))).toEqual({
      kind: "damaged",
      reason: "manifest.json is not a manifest.",
    });
  });

  it("is damaged where its checksum is not that of what it says", async () => {
    for (const text of [
      formatManifest(content).replace('"three"', '"four"'),
      JSON.stringify({ ...content, checksum: "00000000" }),
    ]) {
      expect(await reading(text)).toEqual({ kind: "damaged", reason: "The checksum of manifest.json differs." });
    }
  });

  it("is missing where there is none, and damaged where it cannot be read", async () => {
    rmSync(place, { force: true });
    expect(await readManifest(folder.path)).toEqual({ kind: "missing" });
    expect(await readManifest(path.join(folder.path, "nowhere"))).toEqual({ kind: "missing" });
    mkdirSync(place);
    expect(await readManifest(folder.path)).toEqual({
      kind: "damaged",
      reason: expect.stringMatching(/^manifest\.json cannot be read: .*EISDIR/u),
    });
    rmSync(place, { recursive: true });
  });
});
