import { describe, expect, it } from "vitest";
import type { IndexData } from "../../../../src/search/index/index-data.ts";
import { removeDocument } from "../../../../src/search/index/remove-document.ts";
import { encodeIndex } from "../../../../src/search/storage/encoding/encode-index.ts";
import { formatVersion, sections } from "../../../../src/search/storage/encoding/index-sections.ts";
import type { SealedBlock } from "../../../../src/search/storage/encoding/sealed-blocks.ts";
import { builtIndex, inventedCollection, inventedDocument } from "../invented.ts";
import { blocksOf, headerOf, jsonOf, read } from "./index-blocks.ts";

const textsOf = ({ content }: SealedBlock): string[] => Buffer.from(content).toString().split("\0");
const ofKind = (blocks: readonly SealedBlock[], kind: number): SealedBlock[] =>
  blocks.filter((block) => block.kind === kind);

/** A word of letters for each number. */
const word = (number: number): string =>
  Array.from(String(number), (digit) => "bcdfghklmn".charAt(Number(digit)) + "aeiou".charAt(Number(digit) % 5)).join(
    "",
  );

describe("an index that is written", () => {
  it("has its sections in order, below a header that counts them", () => {
    const data = builtIndex([inventedDocument("turm", "# Der Turm\n\nDer Turm fiel.")]);
    const blocks = blocksOf(data);
    const header = headerOf(blocks);
    expect(header).toMatchObject({
      format: formatVersion,
      documents: 1,
      sectionNames: data.table.sectionNames.length,
      words: data.vocabulary.size,
      sums: data.sums,
    });
    const columns = header.columns.filter(({ length }) => length > 0).map(() => sections.columns);
    const { documents, sectionNames, terms, stems, parts, words, end } = sections;
    expect(blocks.map(({ kind }) => kind)).toEqual([
      ...[sections.header, documents, sectionNames],
      ...[...columns, terms, stems, parts, words, end],
    ]);
    expect(ofKind(blocks, sectionNames).map(jsonOf)).toEqual([data.table.sectionNames]);
    expect(ofKind(blocks, documents).map(jsonOf)).toMatchObject([[{ document: { file: "turm.txt" }, passages: 1 }]]);
    expect(ofKind(blocks, words).flatMap(textsOf)).toHaveLength(header.words);
    expect(ofKind(blocks, terms).flatMap(textsOf)).toHaveLength(header.terms);
    expect(blocks.at(-1)?.content).toHaveLength(0);
  });

  it("has each term once, in the order of the words", () => {
    const blocks = blocksOf(builtIndex(inventedCollection));
    const terms = ofKind(blocks, sections.terms).flatMap(textsOf);
    expect(new Set(terms).size).toBe(terms.length);
    expect(terms).not.toContain("");
  });

  it("is the same to the byte for the same documents", () => {
    expect(blocksOf(builtIndex(inventedCollection))).toEqual(blocksOf(builtIndex(inventedCollection)));
  });

  it("is none where there are gaps", () => {
    const data = builtIndex(inventedCollection);
    removeDocument(data, "bienen");
    expect(() => blocksOf(data)).toThrow("An index with gaps cannot be written: it must be compacted first.");
    const first = builtIndex(inventedCollection);
    first.passageRanges[1] = { start: 0, end: 3 };
    expect(() => blocksOf(first)).toThrow("it must be compacted first");
  });

  it("gives way to other work now and then", () => {
    const pauses = (data: IndexData): number => [...encodeIndex(data)].filter(({ kind }) => kind === 0).length;
    expect(pauses(builtIndex([]))).toBe(1);
    expect(pauses(builtIndex(inventedCollection))).toBe(3);
  });
});

describe("a large index", () => {
  it("has many blocks of documents", async () => {
    const blocks = blocksOf(
      builtIndex(Array.from({ length: 401 }, (_, index) => inventedDocument(`d${index}`, "Turm."))),
    );
    const entries = ofKind(blocks, sections.documents).map(jsonOf);
    expect(entries.map((entry) => (Array.isArray(entry) ? entry.length : undefined))).toEqual([200, 200, 1]);
    expect((await read(blocks)).documentCount).toBe(401);
    const even = blocksOf(
      builtIndex(Array.from({ length: 200 }, (_, index) => inventedDocument(`d${index}`, "Turm."))),
    );
    expect(ofKind(even, sections.documents)).toHaveLength(1);
  });

  it("has many blocks of words, terms and numbers, none of them large", async () => {
    const words = Array.from({ length: 4_200 }, (_, index) => `q${word(index)}`);
    const data = builtIndex([inventedDocument("viel", Array(8).fill(words.join(" ")).join(" "))]);
    const blocks = blocksOf(data);
    const sizes = (kind: number): number[] => ofKind(blocks, kind).map((block) => textsOf(block).length);
    const { terms, words: count, columns } = headerOf(blocks);
    for (const [kind, of] of [
      [sections.terms, terms],
      [sections.words, count],
    ] as const) {
      const all = sizes(kind);
      expect(all.slice(0, -1)).toEqual(Array(Math.ceil(of / 4096) - 1).fill(4096));
      expect(all.reduce((sum, size) => sum + size, 0)).toBe(of);
    }
    expect(ofKind(blocks, sections.stems)).toHaveLength(Math.ceil(terms / 4096));
    const needed = columns.reduce((sum, { length }) => sum + Math.ceil(length / 32_768), 0);
    expect(needed).toBeGreaterThan(columns.filter(({ length }) => length > 0).length);
    expect(ofKind(blocks, sections.columns)).toHaveLength(needed);
    const found = await read(blocks);
    expect(found.vocabulary.word(4_100)).toBe(data.vocabulary.word(4_100));
    expect(blocksOf(found)).toEqual(blocks);
  });

  it("has blocks of at most some 64 KB of long words, and of long lists", async () => {
    const long = Array.from({ length: 1_500 }, (_, index) => word(index) + "ab".repeat(28));
    const blocks = blocksOf(builtIndex([inventedDocument("lang", long.join(" "))]));
    const sizes = ofKind(blocks, sections.words).map(({ content }) => content.length);
    expect(sizes.length).toBeGreaterThan(1);
    for (const size of sizes.slice(0, -1)) expect(size).toBeGreaterThanOrEqual((1 << 16) - 1);
    for (const size of sizes) expect(size).toBeLessThan((1 << 16) + 100);
    expect(blocksOf(await read(blocks))).toEqual(blocks);
  });
});
