import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { TextEncoding } from "../../src/documents/document.ts";
import { readableFiles, shownExtensions } from "../../src/documents/formats.ts";
import { parserFor, parsers } from "../../src/documents/parsers/parsers.ts";
import { passagesOf } from "../../src/documents/passages/passages.ts";
import { AppError } from "../../src/errors.ts";
import { documentOf } from "../documents/make-document.ts";
import { root } from "../support/program.ts";
import { documentSamples } from "./document-samples.ts";

describe("every document format", () => {
  it("has a name and extensions of its own", () => {
    const extensions = parsers.flatMap((parser) => parser.extensions);
    expect(new Set(extensions).size).toBe(extensions.length);
    expect(new Set(parsers.map((parser) => parser.name)).size).toBe(parsers.length);
    for (const extension of extensions) {
      expect(extension).toMatch(/^\.[a-z0-9]+$/);
      expect(parserFor(`Folder/A${extension.toUpperCase()}`)?.extensions).toContain(extension);
    }
    expect(parserFor("a.bin")).toBeUndefined();
  });

  it("is named where people read what they may put into the folder", () => {
    for (const file of ["README.md", "docs/DOCUMENTS.md"]) {
      const text = readFileSync(path.join(root, file), "utf8");
      for (const extension of shownExtensions) expect(text).toContain(`\`${extension}\``);
    }
    for (const extension of shownExtensions) expect(readableFiles).toContain(extension);
  });

  it("has a sample", () => {
    expect(Object.keys(documentSamples).sort()).toEqual(parsers.map((parser) => parser.name).sort());
  });
});

/** More than what a format reads without a thread of its own, wherever it draws that line. */
const many = Array.from(
  { length: 400 },
  (_, i) => `On day ${i} the ferry sailed to the island and came back by night.`,
);

describe.each(parsers)("$name", (parser) => {
  const sample = documentSamples[parser.name];
  if (sample === undefined) return;
  const { file, words } = sample;
  const parse = async (bytes: Uint8Array, name: string) => {
    const read = await parser.load();
    return read(bytes, name);
  };
  const small = sample.bytesWith([]);
  const large = sample.bytesWith(many);

  describe.each([
    { size: "small", bytes: small },
    { size: "large", bytes: large },
  ])("of a $size file", ({ bytes }) => {
    it("gives ascending paragraphs that are exact slices of the canonical text", async () => {
      const document = await parse(bytes, file);
      let last = 0;
      for (const { range, kind, rule, page } of document.paragraphs) {
        const text = document.canonicalText.slice(range.start, range.end);
        expect(text).toBe(text.trim());
        expect(text).not.toBe("");
        expect(range.start).toBeGreaterThanOrEqual(last);
        expect(rule !== undefined).toBe(kind === "boilerplate");
        if (page !== undefined) expect(page).toBeGreaterThanOrEqual(1);
        last = range.end;
      }
    });

    it("finds the sample's words", async () => {
      const document = await parse(bytes, file);
      const texts = document.paragraphs.map(({ range }) => document.canonicalText.slice(range.start, range.end));
      for (const part of words) expect(texts.some((text) => text.includes(part))).toBe(true);
    });

    it("gives passages that are exact slices, with the bytes that they have in the file or in the canonical text", async () => {
      await expectExactBytes(bytes, file, (slice) => new TextDecoder().decode(slice));
    });

    it("gives the same result every time", async () => {
      expect(await parse(bytes, file)).toEqual(await parse(bytes, file));
    });
  });

  it("reads a large file as it reads a small one", async () => {
    const [little, much] = await Promise.all([parse(small, file), parse(large, file)]);
    const { canonicalText, paragraphs, ...rest } = much;
    const { canonicalText: _, paragraphs: __, ...same } = little;
    expect(rest).toEqual(same);
    expect(paragraphs.length).toBeGreaterThanOrEqual(little.paragraphs.length + many.length);
    expect(paragraphs.slice(0, little.paragraphs.length)).toEqual(little.paragraphs);
    expect(canonicalText.startsWith(little.canonicalText.trimEnd())).toBe(true);
  });

  it("reads a text file of either size in every encoding, and says where its bytes are", async () => {
    if (!(await parse(small, file)).isPlainText) return;
    for (const paragraphs of [[], many]) {
      const text = new TextDecoder().decode(sample.bytesWith(paragraphs)).normalize("NFC");
      const marked = Buffer.from(`\ufeff${text}`, "utf8");
      await expectExactBytes(marked, file, (slice) => new TextDecoder().decode(slice), ["utf-8", 3]);
      const wide = Buffer.from(`\ufeff${text}`, "utf16le");
      await expectExactBytes(wide, file, (slice) => Buffer.from(slice).toString("utf16le"), ["utf-16le", 2]);
      const narrow = Buffer.from(text, "latin1");
      await expectExactBytes(narrow, file, (slice) => Buffer.from(slice).toString("latin1"), ["windows-1252", 0]);
    }
  });

  it("refuses what is not its format with an error that names the file", async () => {
    const bytes = Uint8Array.from({ length: 3_000 }, (_, i) => (i * 7) % 32);
    const read = () => documentOf(bytes, { file: `broken${file}` });
    await expect(read()).rejects.toThrow(AppError);
    await expect(read()).rejects.toThrow(`broken${file}`);
  });
});

/** @param encoded what is expected of the encoding: its name and the length of its byte-order mark */
async function expectExactBytes(
  bytes: Uint8Array,
  file: string,
  decode: (slice: Uint8Array) => string,
  encoded?: readonly [TextEncoding, number],
): Promise<void> {
  const document = await documentOf(bytes, { file });
  const { canonicalText, isPlainText, encoding, byteOrderMarkBytes = 0 } = document;
  if (encoded !== undefined) expect([encoding, byteOrderMarkBytes, isPlainText]).toEqual([...encoded, true]);
  if (!isPlainText) expect(encoding).toBe("utf-8");
  const source = isPlainText ? bytes : new TextEncoder().encode(canonicalText);
  const passages = passagesOf(document);
  expect(passages.length).toBeGreaterThan(0);
  for (const passage of passages) {
    const text = canonicalText.slice(passage.range.start, passage.range.end);
    expect(decode(source.subarray(passage.bytes.start, passage.bytes.end))).toBe(text);
  }
}
