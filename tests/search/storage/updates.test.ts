import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compacted, isWorthCompacting } from "../../../src/search/index/compact.ts";
import { CompoundChanges } from "../../../src/search/index/compounds/compound-changes.ts";
import { IndexData } from "../../../src/search/index/index-data.ts";
import { type DocumentInput, IndexWriter } from "../../../src/search/index/index-writer.ts";
import { removeDocument } from "../../../src/search/index/remove-document.ts";
import { encodeIndex } from "../../../src/search/storage/encoding/encode-index.ts";
import { BlockSealer } from "../../../src/search/storage/encoding/sealed-blocks.ts";
import {
  allFindings,
  bees,
  builtIndex,
  compactedAtOnce,
  findings,
  harbour,
  inventedCollection,
  inventedDocument,
  lexicon,
} from "./invented.ts";

function put(data: IndexData, inputs: readonly DocumentInput[]): void {
  changing(data, () => {
    const writer = new IndexWriter(data, lexicon);
    for (const input of inputs) writer.addDocument(input);
    writer.finish();
  });
}

function remove(data: IndexData, key: string): boolean {
  return changing(data, () => removeDocument(data, key));
}

function changing<T>(data: IndexData, change: () => T): T {
  const compounds = new CompoundChanges(data, lexicon);
  const result = change();
  for (const _ of compounds.finish());
  return result;
}

function bytesOf(data: IndexData): string {
  const sealer = new BlockSealer();
  const chunks = [...encodeIndex(data)]
    .filter(({ kind }) => kind !== 0)
    .map((block) => Buffer.concat(sealer.seal(block)));
  return Buffer.concat(chunks).toString("base64");
}

/** The posting lists of parts, passages by their names, and the parts of every word that is there. */
function partsOf(data: IndexData): Record<string, readonly string[]> {
  const nameOf = (id: number): string =>
    `${data.documents[data.table.documentOf(id)]?.metadata.key} ${data.table.columns.paragraph.at(id)}`;
  const parts: Record<string, readonly string[]> = {};
  for (let word = 0; word < data.vocabulary.size; word++) {
    for (const term of data.vocabulary.parts(word)) {
      const lists = data.parts.list(term).map((slot, at) => (slot ?? []).map((id) => `${nameOf(id)} ${at + 1}`));
      if (lists.flat().length > 0) parts[term] = lists.flat().sort();
    }
    if (data.vocabulary.passageCount(word) > 0) {
      parts[`word ${JSON.stringify(data.vocabulary.storedWord(word))} ${data.vocabulary.audience(word)}`] =
        data.vocabulary.parts(word);
    }
  }
  return parts;
}

/** Two of the documents are for some servers only: their words are words of their own. */
function documentOf(key: string, text: string): DocumentInput {
  const { document, passages } = inventedDocument(key, text);
  if (key < "d") return { document, passages };
  return { document: { ...document, metadata: { ...document.metadata, guilds: ["80351110224678912"] } }, passages };
}

function byFile(documents: Iterable<DocumentInput>): DocumentInput[] {
  return [...documents].sort((a, b) => (a.document.file < b.document.file ? -1 : 1));
}

// No list has any of these words here: each compound is split by those that the documents have at the time.
const nouns = ["Hafen", "Mauer", "Boot", "Fischer", "Honig", "Biene", "Ernte", "Werft", "Segel", "Lampe", "Turm"];
const noun = fc.constantFrom(...nouns);
const written = fc.oneof(
  fc
    .tuple(noun, fc.constantFrom("s", "", "en"), noun)
    .map(([first, link, second]) => `${first}${link}${second.toLowerCase()}`),
  fc.tuple(noun, noun, noun).map(([first, second, third]) => `${first}${second.toLowerCase()}${third.toLowerCase()}`),
  fc.tuple(noun, noun).map(([first, second]) => `${first}${second}`),
  fc.tuple(noun, noun).map(([first, second]) => `${first}_${second}`),
  noun,
);
const paragraph = fc
  .tuple(fc.boolean(), fc.array(written, { minLength: 1, maxLength: 12 }))
  .map(([isHeading, words]) => (isHeading ? `# ${words.join(" ")}` : `${words.join(", ")}.`));
const text = fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((paragraphs) => paragraphs.join("\n\n"));
const key = fc.constantFrom("a", "b", "c", "d", "e");
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("put"), key, text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove"), key, text: fc.constant("") }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("compact"), key, text: fc.constant("") }) },
);

describe("an index after updates", () => {
  it("is, compacted, the same to the byte as one built afresh", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        let data = new IndexData();
        const present = new Map<string, DocumentInput>();
        for (const { kind, key, text } of changes) {
          if (kind === "compact") data = compactedAtOnce(data);
          else if (kind === "remove") expect(remove(data, key)).toBe(present.delete(key));
          else {
            present.set(key, documentOf(key, text));
            put(data, [documentOf(key, text)]);
          }
        }
        expect(bytesOf(compactedAtOnce(data))).toBe(bytesOf(builtIndex(byFile(present.values()))));
      }),
      { numRuns: 150 },
    );
  });

  it("finds what one built afresh finds, with the same scores, before it is compacted", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 15 }), async (changes) => {
        const data = new IndexData();
        let present = new Map<string, DocumentInput>();
        for (const { kind, key, text } of changes) {
          if (kind === "compact") continue;
          present = new Map([...present].filter(([other]) => other !== key));
          if (kind === "put") present.set(key, documentOf(key, text));
          const input = present.get(key);
          if (input === undefined) remove(data, key);
          else put(data, [input]);
        }
        const fresh = new IndexData();
        put(fresh, byFile(present.values()));
        expect(partsOf(data)).toEqual(partsOf(fresh));
        for (const question of [
          "Wo ist der Hafen mit der Mauer?",
          "Fischerboot und Segel",
          "Honigernte",
          "Turmlampe Werft",
          "HonigErnte in der Hafen_Mauer",
        ]) {
          expect(await findings(data, question)).toEqual(await findings(fresh, question));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("has the same figures as if a document had never come", async () => {
    const data = builtIndex(inventedCollection);
    const extra = inventedDocument("extra", "Die Windmühle mahlt Korn für Nordersiel und den Hafen.");
    put(data, [extra]);
    expect(await findings(data, "Windmühle")).not.toEqual([]);
    expect(removeDocument(data, "extra")).toBe(true);
    expect(removeDocument(data, "extra")).toBe(false);
    const fresh = builtIndex(inventedCollection);
    expect(data.sums).toEqual(fresh.sums);
    expect(data.vocabulary.liveCount).toBe(fresh.vocabulary.liveCount);
    expect(data.stems.termCount).toBe(fresh.stems.termCount);
    expect(data.parts.termCount).toBe(fresh.parts.termCount);
    expect(await allFindings(data)).toEqual(await allFindings(fresh));
  });

  it("serves the old document until the new one is complete", async () => {
    const data = builtIndex([bees, harbour]);
    const writer = new IndexWriter(data, lexicon);
    writer.addDocument(inventedDocument("hafen", "Der Hafen von Nordersiel heißt jetzt Südersiel."));
    const during = await findings(data, "Hafenmauer");
    expect(during.length).toBeGreaterThan(0);
    expect(during.filter(({ document }) => document === "hafen").map(({ paragraph }) => paragraph)).toContain(2);
    writer.finish();
    expect((await findings(data, "Südersiel")).map(({ document }) => document)).toContain("hafen");
    expect(data.documentCount).toBe(2);
  });

  it("can be copied without gaps while it changes", async () => {
    const data = builtIndex(inventedCollection);
    const before = bytesOf(compactedAtOnce(data));
    const steps = compacted(data, lexicon);
    let step = steps.next();
    removeDocument(data, "hafen");
    put(data, [inventedDocument("neu", "Etwas Neues kommt hinzu.")]);
    while (step.done !== true) step = steps.next();
    expect(bytesOf(step.value)).toBe(before);
  });

  it("says when removed documents take too much room", () => {
    const data = builtIndex(inventedCollection);
    expect(isWorthCompacting(data)).toBe(false);
    for (let i = 0; i < 250; i++) put(data, [harbour]);
    expect(isWorthCompacting(data)).toBe(true);
    expect(isWorthCompacting(compactedAtOnce(data))).toBe(false);
  });
});
