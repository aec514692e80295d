import { describe, expect, it } from "vitest";
import { ContextTable, contextColumns } from "../../../../src/search/index/context/context-table.ts";
import type { IndexData } from "../../../../src/search/index/index-data.ts";
import { passageColumns } from "../../../../src/search/index/passage-table.ts";
import { formatVersion, sections } from "../../../../src/search/storage/encoding/index-sections.ts";
import { DamagedError, type SealedBlock } from "../../../../src/search/storage/encoding/sealed-blocks.ts";
import { allFindings, builtIndex, inventedCollection, inventedDocument } from "../invented.ts";
import { blocksOf, headerOf, jsonOf, read, withHeader, withoutColumn } from "./index-blocks.ts";

const secret = inventedDocument("tresor", "Der Tresor der Gilde steht im Keller. Das Kennwort lautet Zimtschnecke.");
const restricted = {
  ...secret,
  document: { ...secret.document, metadata: { ...secret.document.metadata, guilds: ["100000000000000001"] } },
};
const listed = inventedDocument("liste", "# Bau\n\nEs gilt:\n\nDer Hafen ist tief.\n\nHafen Hafen Hafen Hafen.");
const data = builtIndex([...inventedCollection, restricted, listed]);
const blocks = blocksOf(data);
const header = headerOf(blocks);

/** Everything that is known of words, passages and documents. */
function facts(index: IndexData): unknown {
  const { vocabulary, table, forward, contexts } = index;
  const words = Array.from({ length: vocabulary.size }, (_, id) => [
    vocabulary.word(id),
    vocabulary.termAt(vocabulary.termNumber(id)),
    vocabulary.language(id),
    vocabulary.audience(id),
    vocabulary.passageCount(id),
    Array.from(vocabulary.partNumbers(id), (part) => vocabulary.termAt(part)),
  ]);
  const passages = Array.from({ length: table.size }, (_, id) => {
    const lines = table.contextOf(id);
    const around = [lines.title, ...contexts.chain(lines.heading), ...contexts.chain(lines.leadIn)];
    return [
      table.passage(id, "key"),
      table.documentOf(id),
      forward.passage(id),
      contexts.placesOf(lines),
      around.map((line) => Array.from(contexts.words(line), (word) => vocabulary.word(word))),
    ];
  });
  const terms = words.map(([, term]) => String(term));
  return {
    ...{ words, passages, documents: index.documents, ranges: index.passageRanges, sums: index.sums },
    ...{ names: table.sectionNames, restricted: index.restricted, languages: index.languageCounts },
    stems: terms.map((term) => index.stems.stored(term)),
    parts: words.flatMap(([, , , , , parts]) => parts).map((part) => index.parts.stored(String(part))),
  };
}

const without = (kind: number): SealedBlock[] => blocks.filter((block) => block.kind !== kind);
const changed = (kind: number, content: string | Uint8Array): SealedBlock[] => {
  const at = blocks.findIndex((block) => block.kind === kind);
  return blocks.map((block, index) => (index === at ? { kind, content: Buffer.from(content) } : block));
};

describe("an index that is read", () => {
  it("is the one that was written", async () => {
    const found = await read(blocks);
    expect(facts(found)).toEqual(facts(data));
    expect(await allFindings(found)).toEqual(await allFindings(data));
    expect(blocksOf(found)).toEqual(blocks);
  });

  it("may be empty", async () => {
    const none = await read(blocksOf(builtIndex([])));
    expect(none.sums).toEqual({ passages: 0, words: 0, sentences: 0, grams: 0 });
    expect(none.documents).toEqual([]);
  });

  it("gives way to other work before each block", async () => {
    let pauses = 0;
    await read(blocks, async () => {
      pauses++;
    });
    expect(pauses).toBeGreaterThanOrEqual(blocks.length);
  });

  it("can be added to and taken from as before", async () => {
    const found = await read(blocks);
    const again = builtIndex([...inventedCollection, restricted, listed]);
    for (const index of [found, again]) index.table.columns.kind.push(1);
    expect(found.table.columns.kind.length).toBe(data.table.size + 1);
    expect(found.numberOf("tresor")).toBe(3);
  });
});

describe("an index of an earlier version", () => {
  const older = { ...header, format: formatVersion - 1 };

  it("may lack what came later", async () => {
    const noContexts = contextColumns.reduce(withoutColumn, withHeader(blocks, older));
    const read1 = await read(noContexts);
    expect(read1.contexts.size).toBe(new ContextTable().size);
    expect(read1.contexts.size).toBeLessThan(data.contexts.size);
    expect(read1.table.size).toBe(data.table.size);
    const [name = ""] = passageColumns.filter((column) => column !== "document").slice(-1);
    const read2 = await read(withoutColumn(withHeader(blocks, older), name));
    expect(Array.from({ length: read2.table.size }, (_, id) => read2.table.passage(id, "key").paragraph)).toEqual(
      Array.from({ length: data.table.size }, (_, id) => data.table.passage(id, "key").paragraph),
    );
  });

  it("has its lines where they were written", async () => {
    expect((await read(withHeader(blocks, older))).contexts.size).toBe(data.contexts.size);
  });
});

describe("blocks that are no index", () => {
  it.each(Object.keys(sections))("are refused without any of %s", async (name) => {
    const kind = Object.entries(sections).find(([key]) => key === name)?.[1] ?? 0;
    await expect(read(without(kind))).rejects.toThrow(
      name === "header" ? `Section ${sections.header} is incomplete.` : "is incomplete.",
    );
    await expect(read(without(kind))).rejects.toBeInstanceOf(DamagedError);
  });

  it("are refused without any one of them, and with any one twice", async () => {
    for (const [index, block] of blocks.entries()) {
      await expect(read(blocks.filter((_, at) => at !== index)), `without ${index}`).rejects.toThrow();
      await expect(read(blocks.toSpliced(index, 0, block)), `twice ${index}`).rejects.toThrow();
    }
  });

  it("are refused with anything behind the end", async () => {
    const end = { kind: sections.end, content: new Uint8Array(0) };
    await expect(read([...blocks, end])).rejects.toThrow("Something follows the end of the index.");
  });

  it("are refused where counts do not agree", async () => {
    const refusedFor = (others: Partial<typeof header>, as: readonly SealedBlock[] = blocks) =>
      expect(read(withHeader(as, { ...header, ...others }))).rejects;
    const { sums } = header;
    await refusedFor({ documents: header.documents - 1 }).toThrow(
      `Section ${sections.documents} has too many entries.`,
    );
    await refusedFor({ documents: header.documents + 1 }).toThrow(`Section ${sections.documents} is incomplete.`);
    await refusedFor({ sectionNames: header.sectionNames + 1 }).toThrow("is incomplete.");
    await refusedFor({ terms: header.terms - 1 }).toThrow(`Section ${sections.terms} has too many entries.`);
    await refusedFor({ words: header.words - 1 }).toThrow("The vocabulary has too many words.");
    await refusedFor({ sums: { ...sums, passages: sums.passages + 1 } }).toThrow("has not one entry a passage.");
  });

  it("are refused with an empty block of entries, and with passages that nobody has", async () => {
    const empty = changed(sections.documents, "[]");
    await expect(read(empty)).rejects.toThrow(`Section ${sections.documents} has an empty block.`);
    const [entries] = blocks.filter(({ kind }) => kind === sections.documents).map(jsonOf);
    if (!Array.isArray(entries)) throw new Error("There are no documents");
    const [first, ...others] = entries;
    const more = changed(sections.documents, JSON.stringify([{ ...first, passages: first.passages - 1 }, ...others]));
    await expect(read(more)).rejects.toThrow("The documents' passages do not add up.");
  });

  it("are refused where a column is missing, or has another length", async () => {
    await expect(read(withoutColumn(blocks, "kind"))).rejects.toThrow("Column kind is missing.");
    await expect(read(withoutColumn(blocks, "words"))).rejects.toThrow("Column words is missing.");
    await expect(read(withoutColumn(blocks, "contextStart"))).rejects.toThrow("Column contextStart is missing.");
    const [first] = header.columns;
    if (first === undefined) throw new Error("There is no column");
    const message = `Column ${first.name} has not the length that the header says.`;
    const wide = { ...header, columns: [{ ...first, bytes: 4 } as const, ...header.columns.slice(1)] };
    for (const content of [new Uint8Array(0), new Uint8Array(first.length * first.bytes + first.bytes)]) {
      await expect(read(changed(sections.columns, content))).rejects.toThrow(message);
    }
    await expect(read(withHeader(changed(sections.columns, new Uint8Array(3)), wide))).rejects.toThrow(message);
  });
});
