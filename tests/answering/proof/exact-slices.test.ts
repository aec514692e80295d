import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderAnswerJson } from "../../../src/answering/json/answer-json.ts";
import { readClaims } from "../../../src/answering/proof/claims/read-claims.ts";
import type { Fundstelle } from "../../../src/answering/service.ts";
import type { SourceDocument, TextRange } from "../../../src/documents/document.ts";
import { documentOf } from "../../documents/make-document.ts";
import { createCollection } from "../collection.ts";
import { asked, randomFiles } from "./random-files.ts";

type Documents = ReadonlyMap<string, SourceDocument>;

function slice(documents: Documents, file: string, { start, end }: TextRange): string | undefined {
  return documents.get(file)?.canonicalText.slice(start, end);
}

async function expectExactAnswers(fundstelle: Fundstelle, documents: Documents, question: string): Promise<void> {
  const answer = await fundstelle.ask(`Was ist mit ${question}?`, { limit: 10 });
  for (const { file, passage, text, highlight } of answer.passages) {
    expect(text).toBe(slice(documents, file, passage.range));
    expect(passage.range.start).toBeLessThanOrEqual(highlight.start);
    expect(highlight.end).toBeLessThanOrEqual(passage.range.end);
    expect(slice(documents, file, highlight)?.trim()).not.toBe("");
  }
  if (answer.passages.length === 0) return;
  const proofs = await fundstelle.verify(readClaims(renderAnswerJson(answer), () => true));
  expect(proofs.filter(({ state }) => state !== "proven")).toEqual([]);
  expect(proofs.length).toBeGreaterThanOrEqual(answer.passages.length);
}

async function expectExactHits(fundstelle: Fundstelle, documents: Documents, terms: string): Promise<void> {
  const { hits } = await fundstelle.search(terms);
  for (const { file, passage, text, snippet, highlights } of hits) {
    expect(text).toBe(slice(documents, file, passage.range));
    for (const range of [snippet, ...highlights]) {
      expect(range.start).toBeGreaterThanOrEqual(passage.range.start);
      expect(range.end).toBeLessThanOrEqual(passage.range.end);
      expect(slice(documents, file, range)?.trim()).not.toBe("");
    }
  }
}

/** Each paragraph on its own, as it is read, and each passage between its neighbours, as it is looked up. */
async function expectExactReading(fundstelle: Fundstelle, documents: Documents, file: string): Promise<void> {
  const { paragraphs } = await fundstelle.read(file, { charsPerPage: 1_000_000 });
  for (const { paragraph, text } of paragraphs) expect(text).toBe(slice(documents, file, paragraph.range));
  const [cited] = paragraphs.filter(({ citation }) => citation !== undefined);
  if (cited === undefined) return;
  const documentKey = cited.citation?.split(":")[0] ?? "";
  const found = await fundstelle.lookUp({ documentKey, paragraph: cited.paragraph.number }, { neighbours: 3 });
  for (const { passage, text } of [found, ...found.before, ...found.after]) {
    expect(text).toBe(slice(documents, file, passage.range));
  }
}

describe("random documents of every format", () => {
  it("are quoted as exact slices of their text, each proven by the file", async () => {
    await fc.assert(
      fc.asyncProperty(
        randomFiles,
        fc.shuffledSubarray(asked, { minLength: 2, maxLength: 2 }),
        async (files, words) => {
          const folder = createCollection();
          const documents = new Map<string, SourceDocument>();
          for (const [number, { text, extension, bytes }] of files.entries()) {
            const file = `document-${number}.${extension}`;
            const document = await documentOf(bytes, { file });
            if (text !== undefined) expect(document.canonicalText).toBe(text);
            documents.set(file, document);
            folder.write(file, bytes);
          }
          const app = await folder.open();
          for (const word of words) {
            await expectExactAnswers(app.fundstelle, documents, word);
            await expectExactHits(app.fundstelle, documents, word);
          }
          for (const file of documents.keys()) await expectExactReading(app.fundstelle, documents, file);
          await app.close();
          folder.remove();
        },
      ),
      { numRuns: 3 },
    );
  }, 120_000);
});
