import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceDocument } from "../../../src/documents/document.ts";
import { passagesOf } from "../../../src/documents/passages/passages.ts";
import { docxFile } from "../files/docx-file.ts";
import { linesDown, pdfFile } from "../files/pdf-file.ts";
import { documentOf } from "../make-document.ts";

/** Words in several scripts and normal forms, with characters outside the basic plane and invisible ones. */
const word = fc.constantFrom(
  "Fähre",
  "u\u0308ber",
  "🛳️",
  "שלום",
  "\u202ex\u202c",
  "a\u00adb",
  "漢字",
  "Dr.",
  "3.5",
  "–",
  "и",
  "x & y <z>",
);
const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => `${words.join(" ")}.`);
const texts = fc.array(text, { minLength: 1, maxLength: 8 });
const escaped = (content: string) => content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function expectExactPassages(document: SourceDocument): void {
  const bytes = new TextEncoder().encode(document.canonicalText);
  for (const { range, bytes: place, sentences } of passagesOf(document)) {
    const passage = document.canonicalText.slice(range.start, range.end);
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(place.start, place.end))).toBe(passage);
    expect(sentences.map(({ start, end }) => document.canonicalText.slice(start, end)).join("")).toBe(passage);
  }
}

describe("passages of extracted texts", () => {
  it("are exact slices of what a page says", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (paragraphs) => {
        const html = paragraphs.map((content) => `<p>${escaped(content)}</p>`).join("\n");
        const document = await documentOf(html, { file: "a.html" });
        expect(document.canonicalText).toBe(paragraphs.join("\n\n"));
        expectExactPassages(document);
      }),
      { numRuns: 40 },
    );
  });

  it("are exact slices of what a Word document says", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (paragraphs) => {
        const bytes = docxFile({ blocks: paragraphs.map((content) => ({ text: content })) });
        const document = await documentOf(bytes, { file: "a.docx" });
        expect(document.canonicalText).toBe(paragraphs.join("\n\n"));
        expectExactPassages(document);
      }),
      { numRuns: 40 },
    );
  });

  it("are exact slices of what is extracted from a PDF file", { timeout: 60_000 }, async () => {
    const line = fc.array(fc.constantFrom("Fähre", "well-known", "Hafen-", "3.5", "Ja."), {
      minLength: 1,
      maxLength: 9,
    });
    const pages = fc.array(fc.array(line, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(pages, async (content) => {
        const bytes = pdfFile({ pages: content.map((lines) => linesDown(lines.map((words) => words.join(" ")))) });
        const document = await documentOf(bytes, { file: "a.pdf" });
        const letters = (all: string) => all.replace(/[\s-]+/gu, "");
        expect([...letters(document.canonicalText)].sort()).toEqual([...letters(content.flat(2).join(""))].sort());
        expectExactPassages(document);
      }),
      { numRuns: 30 },
    );
  });
});
