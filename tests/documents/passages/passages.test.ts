import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Passage, SourceDocument } from "../../../src/documents/document.ts";
import { passagesOf } from "../../../src/documents/passages/passages.ts";
import { proportional, slowdownOf } from "../../support/slowdown.ts";
import { documentOf } from "../make-document.ts";

const sentence = "Die Fähre legte am frühen Morgen im alten Hafen an und blieb dort bis zum Abend liegen.";

const textOf = (document: SourceDocument, { range }: Passage) => document.canonicalText.slice(range.start, range.end);

/** What everyone may rely on, for the bytes that the document was made of. */
function expectSound(document: SourceDocument, bytes: Uint8Array): void {
  const decoder = new TextDecoder(document.encoding === "utf-16le" ? "utf-16le" : "utf-8", { ignoreBOM: true });
  const passages = passagesOf(document);
  let last = 0;
  for (const passage of passages) {
    const text = textOf(document, passage);
    expect(text).toBe(text.trim());
    expect(text).not.toBe("");
    expect(text.length).toBeLessThanOrEqual(1_000);
    expect(passage.range.start).toBeGreaterThanOrEqual(last);
    last = passage.range.end;
    const slice = bytes.subarray(passage.bytes.start, passage.bytes.end);
    const decoded =
      document.encoding === "windows-1252" ? Buffer.from(slice).toString("latin1") : decoder.decode(slice);
    expect(decoded).toBe(text);
    const { sentences } = passage;
    expect(sentences[0]?.start).toBe(passage.range.start);
    expect(sentences.at(-1)?.end).toBe(passage.range.end);
    for (const [i, { start, end }] of sentences.entries()) {
      expect(end).toBeGreaterThan(start);
      if (i > 0) expect(start).toBe(sentences[i - 1]?.end);
    }
  }
  // What is in no paragraph is white space, or Markdown's own marks.
  const uncovered = document.paragraphs.reduce((text, { range }) => {
    return text.slice(0, range.start) + " ".repeat(range.end - range.start) + text.slice(range.end);
  }, document.canonicalText);
  expect(uncovered).toMatch(document.file.endsWith(".md") ? /^[\s>*+\-\d.)]*$/ : /^\s*$/);
  expect(document.paragraphs.map(({ number }) => number)).toEqual(document.paragraphs.map((_, i) => i + 1));
}

describe("passagesOf", () => {
  it("gives texts, captions and tables, and nothing that is hidden", async () => {
    const document = await documentOf(
      `# Hafen\n\n${sentence}\n\nWeiterlesen nach der Anzeige\n\n## Fahrplan\n\n| Ab | An |\n| - | - |\n| 8 | 9 |\n\nFoto: Jansen`,
      { file: "a.md" },
    );
    expect(passagesOf(document).map(({ paragraph, kind, headingPath }) => [paragraph, kind, headingPath])).toEqual([
      [2, "text", []],
      [5, "table", ["Fahrplan"]],
      [6, "caption", ["Fahrplan"]],
    ]);
    expect(passagesOf(document)[1]?.sentences).toHaveLength(3);
  });

  it("splits a long paragraph at sentence ends into parts of like length", async () => {
    const paragraph = Array.from({ length: 30 }, () => sentence).join(" ");
    const document = await documentOf(`${sentence}\n\n${paragraph}`);
    const passages = passagesOf(document);
    expect(passages.map(({ paragraph, part }) => `${paragraph}${part ?? ""}`)).toEqual(["1", "2a", "2b", "2c"]);
    const parts = passages.slice(1).map((passage) => textOf(document, passage));
    expect(parts.join(" ")).toBe(paragraph);
    expect(parts.every((part) => part.endsWith(sentence))).toBe(true);
    const lengths = parts.map((part) => part.length);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(sentence.length + 1);
  });

  it("keeps a paragraph of 1,000 characters whole, whatever the letters take in bytes", async () => {
    const words = "ä".repeat(999);
    expect(passagesOf(await documentOf(`${words}.`))).toHaveLength(1);
    expect(passagesOf(await documentOf(`${words} a.`))).toHaveLength(2);
  });

  it("splits a sentence of more than 1,000 characters at a space", async () => {
    const document = await documentOf(`Lang ${"Hafenbecken und ".repeat(150)}Ende.`);
    const parts = passagesOf(document).map((passage) => textOf(document, passage));
    expect(parts.length).toBe(3);
    expect(parts.join(" ")).toBe(document.canonicalText);
  });

  it("splits a word of any length without tearing a character", async () => {
    const document = await documentOf(`${"👩‍🚀".repeat(600)} ${"e\u0301".repeat(3_000)}`);
    const parts = passagesOf(document).map((passage) => textOf(document, passage));
    expect(parts.every((part) => part.isWellFormed())).toBe(true);
    expect(parts.every((part) => !/^[\p{M}\u200d]/u.test(part))).toBe(true);
    expect(parts.join("")).toBe(document.canonicalText.replace(" ", ""));
  });

  it.each(["x", `${sentence}\n\n`, `${" ".repeat(500)}a `])(
    "takes time in proportion to the length: %#",
    async (unit) => {
      const documents = new Map<number, Awaited<ReturnType<typeof documentOf>>>();
      const repeats = Math.ceil(50_000 / unit.length);
      for (const size of [repeats, repeats * 4]) documents.set(size, await documentOf(unit.repeat(size)));
      const work = (size: number) => {
        const document = documents.get(size);
        if (document !== undefined) expect(passagesOf(document).length).toBeGreaterThan(0);
      };
      expect(await slowdownOf(work, repeats)).toBeLessThan(proportional);
    },
  );
});

describe("offsets", () => {
  const text = `\u201eGr\u00fc\u00dfe\u201c aus dem Hafen, 1\u00a0\u20ac f\u00fcr ein Boot \ud83d\ude80.\n\n${sentence}\n\nGru\u0308\u00dfe.`;

  it.each([
    ["LF", text],
    ["CRLF", text.replaceAll("\n", "\r\n")],
    ["CR", text.replaceAll("\n", "\r")],
    ["NFC", text.normalize("NFC")],
    ["NFD", text.normalize("NFD")],
    ["a byte-order mark", `\ufeff${text}`],
  ])("hold in UTF-8 with %s", async (_what, content) => {
    const bytes = new TextEncoder().encode(content);
    const document = await documentOf(bytes);
    expect(document.canonicalText).toBe(content.replace("\ufeff", ""));
    expectSound(document, bytes);
  });

  it("hold in UTF-16 and windows-1252", async () => {
    const utf16 = Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"));
    const wide = await documentOf(utf16);
    expect(wide).toMatchObject({ encoding: "utf-16le", byteOrderMarkBytes: 2, canonicalText: text });
    expectSound(wide, utf16);
    const latin = Uint8Array.from(Buffer.from("Grüße aus Köln.\r\n\r\nÄpfel für alle.", "latin1"));
    const narrow = await documentOf(latin);
    expect(narrow).toMatchObject({ encoding: "windows-1252", canonicalText: "Grüße aus Köln.\r\n\r\nÄpfel für alle." });
    expectSound(narrow, latin);
  });

  it("hold for any document in any format", async () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.string({ unit: "binary", maxLength: 30 }).map((words) => words.replaceAll("\0", "")),
      fc.constantFrom(
        sentence,
        sentence.repeat(14),
        "Neue Fahrt",
        "# Kopf",
        "- Punkt\n- Punkt",
        "> Zitat\n> weiter",
        "| a | b |\n|---|---|\n| c | d |",
        "```\ncode\n\ncode\n```",
        "Überschrift\n===========",
        "------\nKopf\n------",
        "\ttab",
        "Anzeige",
        "* * *",
        "Die Fähre bei ihrer Einfahrt in den...",
        "👩‍👩‍👧‍👦 e\u0301",
        " ".repeat(1_200),
      ),
    );
    const lineEnd = fc.constantFrom("\n", "\r\n", "\n\n", "\r\n\r\n", "\n \n");
    const content = fc
      .array(fc.tuple(piece, lineEnd), { minLength: 1, maxLength: 12 })
      .map((pieces) => `Anfang. ${pieces.flat().join("")}`.toWellFormed())
      .filter((words) => !words.includes("\0") && words !== "");
    await fc.assert(
      fc.asyncProperty(
        content,
        fc.constantFrom("a.txt", "a.md"),
        fc.constantFrom("", "\ufeff"),
        fc.constantFrom("utf8", "utf16"),
        fc.boolean(),
        async (words, file, mark, encoding, boilerplate) => {
          const bytes =
            encoding === "utf8"
              ? new TextEncoder().encode(mark + words)
              : Uint8Array.from(Buffer.from(`\ufeff${words}`, "utf16le"));
          fc.pre(!hasManyControls(words));
          const document = await documentOf(bytes, { file, source: { file, boilerplate } });
          expect(document.canonicalText).toBe(words);
          expectSound(document, bytes);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Such a text is refused as binary. */
function hasManyControls(text: string): boolean {
  return (text.match(/\p{Cc}/gu) ?? []).filter((char) => !/\s/.test(char)).length > 1;
}
