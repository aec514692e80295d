import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readClaims } from "../../../src/answering/proof/read-claims.ts";
import { renderAnswerJson } from "../../../src/terminal/answer-json.ts";
import { createCollection } from "../collection.ts";

const asked = ["Brücke", "Zürich", "Überschwemmung", "café", "Munition", "people"];
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...asked) },
  { weight: 3, arbitrary: fc.constantFrom("der", "alte", "baute", "1893", "und", "Ufer", "Pjöngjang", "with", "many") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "🏗️",
      "👩‍👩‍👧",
      "𝔘",
      "Привет",
      "北京",
      "*fett*",
      "`x`",
      "…",
      "„so“",
      "\u00a0",
      "\u00ad",
      "a\u0308o\u0302",
    ),
  },
);
const sentence = fc
  .tuple(fc.array(word, { minLength: 3, maxLength: 25 }), fc.constantFrom(".", "?", "!", " …"))
  .map(([words, end]) => words.join(" ") + end);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((sentences) => sentences.join(" "));
const sourceFile = fc
  .record({
    paragraphs: fc.array(
      fc.oneof({ weight: 5, arbitrary: paragraph }, fc.constantFrom("# Über die Brücke", "- eins\n- zwei")),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
    lineBreak: fc.constantFrom("\n", "\r\n"),
    form: fc.constantFrom("NFC", "NFD"),
    encoding: fc.constantFrom("utf-8", "utf-8 with mark", "utf-16le"),
    extension: fc.constantFrom("txt", "md"),
  })
  .map(({ paragraphs, lineBreak, form, encoding, extension }) => {
    const text = paragraphs.join("\n\n").replaceAll("\n", lineBreak).normalize(form);
    const mark = encoding === "utf-8" ? "" : "\ufeff";
    return { text, extension, bytes: Buffer.from(mark + text, encoding === "utf-16le" ? "utf16le" : "utf8") };
  });

describe("random documents", () => {
  it("are quoted as exact slices of their text, each proven by the file", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sourceFile, { minLength: 4, maxLength: 12 }), async (files) => {
        const folder = createCollection();
        const texts = new Map<string, string>();
        for (const [number, { text, extension, bytes }] of files.entries()) {
          const file = `document-${number}.${extension}`;
          texts.set(file, text);
          folder.write(file, bytes);
        }
        const { fundstelle } = await folder.open();
        const slice = (file: string, { start, end }: { start: number; end: number }) =>
          texts.get(file)?.slice(start, end);
        for (const question of asked) {
          const answer = await fundstelle.ask(`Was ist mit ${question}?`, { limit: 10 });
          for (const { file, passage, text, highlight } of answer.passages) {
            expect(text).toBe(slice(file, passage.range));
            expect(passage.range.start).toBeLessThanOrEqual(highlight.start);
            expect(highlight.end).toBeLessThanOrEqual(passage.range.end);
            expect(slice(file, highlight)?.trim()).not.toBe("");
          }
          const { hits } = await fundstelle.search(question);
          const fileOf = new Map(fundstelle.sources().map(({ metadata, file }) => [metadata.key, file]));
          for (const { metadata, passage, text, snippet, highlights } of hits) {
            const file = fileOf.get(metadata.key) ?? "";
            expect(text).toBe(slice(file, passage.range));
            for (const { start, end } of [snippet, ...highlights]) {
              expect(start).toBeGreaterThanOrEqual(passage.range.start);
              expect(end).toBeLessThanOrEqual(passage.range.end);
              expect(start).toBeLessThan(end);
            }
          }
          if (answer.passages.length === 0) continue;
          const proofs = await fundstelle.verify(readClaims(renderAnswerJson(answer), () => true));
          const failures = proofs.filter(({ state }) => state !== "proven");
          expect(failures).toEqual([]);
          expect(proofs.length).toBeGreaterThanOrEqual(answer.passages.length);
        }
        folder.remove();
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
