import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxQuestionChars } from "../../src/answering/question.ts";
import { searchTerms } from "../../src/answering/search-terms.ts";
import { suggestCitations, suggestQuestions, suggestSources } from "../../src/answering/suggest.ts";
import { AppError } from "../../src/errors.ts";
import { proportional, slowdownOf } from "../support/slowdown.ts";
import { askIsland, detect, index } from "./island.ts";

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
/** What questions are made of that mean to take long. */
const hostile = [
  "a",
  "ä",
  "\u0301",
  "Donaudampfschifffahrts",
  "1.",
  "1",
  "-",
  "a-",
  "A.",
  "ﷺ",
  "😀",
  "Insel, ",
  "und ",
  "([{*+?\\",
  "19.06.2024 ",
  "ij",
];

/** What comes of a question; undefined where it may not be asked at all. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | undefined> {
  return work().catch((error: unknown) => {
    if (error instanceof AppError && /^question-/.test(error.code)) return undefined;
    throw error;
  });
}

describe("any question", () => {
  it("is answered or refused, with highlights inside the passages", async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (question) => {
        const judged = await unlessRefused(() => askIsland(question));
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

  it.each(hostile)("takes time in proportion to its length: %j", async (unit) => {
    const work = async (repeats: number) => {
      const question = unit.repeat(repeats);
      await unlessRefused(() => askIsland(question));
      await unlessRefused(() => askIsland("Und dann?", { previousQuestion: question }));
      await unlessRefused(() => searchTerms(index, question, detect));
    };
    expect(await slowdownOf(work, Math.floor(maxQuestionChars / 4 / unit.length))).toBeLessThan(proportional);
  });

  it("may be a search, or half typed", async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (text) => {
        const page = await unlessRefused(() => searchTerms(index, text, detect));
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
