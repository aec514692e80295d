import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decodeBytes } from "../../../../src/documents/decode.ts";
import { createFlexSearchIndex, type FlexSearchIndex } from "../../../../src/search/flexsearch-index.ts";
import type { IndexData } from "../../../../src/search/index/index-data.ts";
import { removeDocument } from "../../../../src/search/index/remove-document.ts";
import { createFileTextStore, DocumentChangedError } from "../../../../src/search/index/texts/text-store.ts";
import { IndexMovedOnError } from "../../../../src/search/moved-on.ts";
import { type TemporaryFolder, temporaryFolder } from "../../../support/program.ts";
import { bees, builtIndex, harbour, lexicon } from "../../storage/invented.ts";

let folder: TemporaryFolder;
let data: IndexData;
let index: FlexSearchIndex;
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(path.join(folder.path, "extracted"));
  for (const { document } of [bees, harbour]) write(document.file, document.canonicalText);
  data = builtIndex([bees, harbour]);
  index = createFlexSearchIndex(
    data,
    lexicon,
    createFileTextStore((file) => path.join(folder.path, file), path.join(folder.path, "extracted"), decodeBytes),
  );
});
afterEach(() => folder.remove());

const write = (file: string, content: string | Uint8Array) => writeFileSync(path.join(folder.path, file), content);
const all = () => [...index.passagesOf("bienen"), ...index.passagesOf("hafen")];

describe("passages fetched from files", () => {
  it("are the very words, with their sentences, in the order asked for", async () => {
    const ids = all().reverse();
    const fetched = await index.fetch(ids);
    expect(fetched.map(({ id }) => id)).toEqual(ids);
    for (const { passage, text, document } of fetched) {
      const source = document.file === bees.document.file ? bees : harbour;
      expect(text).toBe(source.document.canonicalText.slice(passage.range.start, passage.range.end));
      expect(source.passages).toContainEqual(passage);
    }
    expect(await index.fetch([])).toEqual([]);
  });

  it("are refused where their document is no longer in the index, for what was found with them is out of date too", async () => {
    const found = all();
    removeDocument(data, "hafen");
    await expect(index.fetch(found)).rejects.toBeInstanceOf(IndexMovedOnError);
    expect(() => index.document(data.table.documentOf(found.at(-1) ?? -1))).toThrow(IndexMovedOnError);
  });

  it.each([
    ["is gone", () => rmSync(path.join(folder.path, "hafen.txt"))],
    ["is shorter", () => write("hafen.txt", harbour.document.canonicalText.slice(0, -5))],
    ["is empty", () => write("hafen.txt", "")],
    ["has another letter", () => write("hafen.txt", harbour.document.canonicalText.replace("1887", "1888"))],
    ["has moved by one", () => write("hafen.txt", ` ${harbour.document.canonicalText}`)],
    ["is another file", () => write("hafen.txt", new Uint8Array(10_000).fill(0xff))],
  ])("are refused where their file %s, and others are still given", async (_, change) => {
    change();
    const error: unknown = await index.fetch(all()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DocumentChangedError);
    expect(error).toMatchObject({
      code: "document-changed",
      files: ["hafen.txt"],
      remedy: expect.stringContaining("fundstelle index"),
    });
    expect(await index.fetch(index.passagesOf("bienen"))).toHaveLength(3);
  });
});

describe("createFileTextStore", () => {
  const [document] = builtIndex([harbour]).documents;
  if (document === undefined) throw new Error("The document is missing.");
  const range = { start: 2, end: 6 };
  const store = (again?: () => Promise<Uint8Array>) =>
    createFileTextStore(
      (file) => path.join(folder.path, file),
      path.join(folder.path, "extracted"),
      decodeBytes,
      again,
    );

  it("reads in the document's encoding", async () => {
    write("hafen.txt", Buffer.from([0x44, 0xe4, 0xf6, 0x80, 0x21]));
    expect(await store().read({ ...document, encoding: "windows-1252" }, [{ start: 0, end: 5 }])).toEqual(["Däö€!"]);
    write("hafen.txt", Buffer.from("\uFEFFHär", "utf16le"));
    expect(await store().read({ ...document, encoding: "utf-16le" }, [{ start: 2, end: 8 }])).toEqual(["Här"]);
  });

  it("reads what was extracted, and extracts it again where it is gone", async () => {
    const extracted = { ...document, isPlainText: false };
    write(path.join("extracted", `${document.textSha256}.txt`), "0123456789");
    expect(await store().read(extracted, [range])).toEqual(["2345"]);
    rmSync(path.join(folder.path, "extracted", `${document.textSha256}.txt`));
    expect(await store(async () => Buffer.from("abcdefghi")).read(extracted, [range, range])).toEqual(["cdef", "cdef"]);
    await expect(store().read(extracted, [range])).rejects.toMatchObject({ code: "document-changed" });
  });
});
