import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchTerms } from "../../src/answering/search-terms.ts";
import { suggestCitations, suggestQuestions, suggestSources } from "../../src/answering/suggest.ts";
import { AppError } from "../../src/errors.ts";
import { askIsland, detect, index } from "./island.ts";

const slowestMs = 1000;
const anyQuestion = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 400 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        "Leuchtturm",
        "Insel",
        "im",
        "1887",
        "😀",
        "\u202E",
        "__proto__",
        "constructor",
        "-",
        "…",
        "z. B.",
        "ﷺ",
        "e\u0301\u0301",
        "und",
      ),
      { maxLength: 200 },
    )
    .map((words) => words.join(" ")),
);
const worst = [
  "a".repeat(4000),
  "ä".repeat(4000),
  "\u0301".repeat(4000),
  `x${"\u0301".repeat(3999)}`,
  "Donaudampfschifffahrts".repeat(180),
  "1.".repeat(2000),
  "1".repeat(4000),
  "-".repeat(4000),
  "a-".repeat(2000),
  "A.".repeat(2000),
  "ﷺ".repeat(4000),
  "😀".repeat(2000),
  "Insel, ".repeat(570),
  "und ".repeat(1000),
  "([{*+?\\".repeat(570),
  "19.06.2024 ".repeat(360),
  "i".repeat(2000) + "j".repeat(2000),
];

async function inTime<T>(work: () => Promise<T>): Promise<T | undefined> {
  const started = performance.now();
  const result = await work().catch((error: unknown) => {
    if (error instanceof AppError && /^question-/.test(error.code)) return undefined;
    throw error;
  });
  expect(performance.now() - started).toBeLessThan(slowestMs);
  return result;
}

describe("any question", () => {
  it("is answered or refused, in time, with highlights inside the passages", async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (question) => {
        const judged = await inTime(() => askIsland(question));
        for (const { highlight, passage } of judged?.answer.passages ?? []) {
          expect(highlight.start >= passage.range.start && highlight.end <= passage.range.end).toBe(true);
        }
        if (judged === undefined) return;
        expect(judged.answer.confidence >= 0 && judged.answer.confidence <= 1).toBe(true);
        expect(Object.values(judged.features).every((feature) => feature >= 0 && feature <= 1)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it.each(worst.map((question) => [question.slice(0, 12), question]))(
    "is answered in time: %s…",
    async (_, question) => {
      await inTime(() => askIsland(question));
      await inTime(() => askIsland("Und dann?", { previousQuestion: question }));
      await inTime(() => searchTerms(index, question, detect));
    },
  );

  it("may be a search, or half typed", async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (text) => {
        const page = await inTime(() => searchTerms(index, text, detect));
        for (const { highlights, snippet, passage } of page?.hits ?? []) {
          for (const range of [snippet, ...highlights]) {
            expect(
              range.start >= passage.range.start && range.end <= passage.range.end && range.end >= range.start,
            ).toBe(true);
          }
        }
        for (const suggest of [suggestQuestions, suggestSources, suggestCitations])
          expect(suggest(index, text, { limit: 5 }).length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 100 },
    );
  });
});
