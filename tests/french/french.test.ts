import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { readForEvaluation } from "../../scripts/evaluation/evaluation-setup.ts";
import { detectLanguage } from "../../src/analysis/detect-language.ts";
import { ask } from "../../src/answering/ask.ts";
import { indexed } from "../support/indexed.ts";

const judged = z.object({
  question: z.string(),
  gold: z.array(z.object({ doc: z.string(), contains: z.string() })),
});
const questions = readFileSync(path.join(import.meta.dirname, "questions.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => judged.parse(JSON.parse(line)));
const { documents, lexicon } = await readForEvaluation(path.join(import.meta.dirname, "documents"));
const { index } = indexed(documents, lexicon);

describe("French questions on French documents", () => {
  it("are 30, and read as French, as their documents are", () => {
    expect(questions).toHaveLength(30);
    expect(documents.map(({ document }) => document.metadata.language)).toEqual(documents.map(() => "fr"));
    const others = questions.filter(({ question }) => (detectLanguage(question, lexicon) ?? "fr") !== "fr");
    expect(others).toEqual([]);
  });

  it("find their passage first, seven times of ten at least", async () => {
    const missed: string[] = [];
    for (const { question, gold } of questions) {
      const { answer } = await ask(index, question, lexicon);
      const [best] = answer.passages;
      const isRight = gold.some(({ doc, contains }) => best?.file === doc && best.text.includes(contains));
      if (!isRight) missed.push(`${question} ${best?.citation}`);
    }
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(9);
  });
});
