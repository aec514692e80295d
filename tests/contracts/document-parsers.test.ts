import { describe, expect, it } from "vitest";
import { parserFor, parsers } from "../../src/documents/parsers/parsers.ts";
import { passagesOf } from "../../src/documents/passages/passages.ts";
import { AppError } from "../../src/errors.ts";
import { documentOf } from "../documents/make-document.ts";
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

  it("has a sample", () => {
    expect(Object.keys(documentSamples).sort()).toEqual(parsers.map((parser) => parser.name).sort());
  });
});

describe.each(parsers)("$name", (parser) => {
  const sample = documentSamples[parser.name];
  if (sample === undefined) return;

  it("gives ascending paragraphs that are exact slices of the canonical text", async () => {
    const document = await parser.parse(sample.bytes, sample.file);
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
    const document = await parser.parse(sample.bytes, sample.file);
    const texts = document.paragraphs.map(({ range }) => document.canonicalText.slice(range.start, range.end));
    for (const words of sample.words) expect(texts.some((text) => text.includes(words))).toBe(true);
  });

  it("gives passages that are exact slices, with the bytes that they have in the file or in the canonical text", async () => {
    const document = await documentOf(sample.bytes, { file: sample.file });
    const { canonicalText, isPlainText } = document;
    const bytes = isPlainText ? sample.bytes : new TextEncoder().encode(canonicalText);
    if (!isPlainText) expect(document.encoding).toBe("utf-8");
    const passages = passagesOf(document);
    expect(passages.length).toBeGreaterThan(0);
    for (const passage of passages) {
      const text = canonicalText.slice(passage.range.start, passage.range.end);
      expect(new TextDecoder().decode(bytes.subarray(passage.bytes.start, passage.bytes.end))).toBe(text);
    }
  });

  it("gives the same result every time", async () => {
    expect(await parser.parse(sample.bytes, sample.file)).toEqual(await parser.parse(sample.bytes, sample.file));
  });

  it("refuses what is not its format with an error that names the file", async () => {
    const bytes = Uint8Array.from({ length: 3_000 }, (_, i) => (i * 7) % 32);
    const parse = async () => parser.parse(bytes, `broken${sample.file}`);
    await expect(parse()).rejects.toThrow(AppError);
    await expect(parse()).rejects.toThrow(`broken${sample.file}`);
  });
});
