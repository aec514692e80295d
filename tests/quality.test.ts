import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { evaluateOn, readForEvaluation, readJudgments } from "../scripts/evaluation/evaluation-setup.ts";
import { rankingFigures } from "../src/evaluation/figures.ts";
import { type Judgment, parseJudgments } from "../src/evaluation/judgments.ts";
import type { Outcome } from "../src/evaluation/run.ts";
import { root } from "./support/program.ts";

const gold = path.join(root, "..", "shared", "gold");
const xquadFile = path.join(gold, "xquad.jsonl");
const xquadFolder = path.join(gold, "xquad");

const of = (outcomes: readonly Outcome[], lang: Judgment["lang"]) =>
  rankingFigures(outcomes.filter(({ judgment }) => judgment.lang === lang));

/** Well below what is reached, so that only a step back fails; the figures themselves are for `npm run evaluate`. */
describe("answers on the judged questions", () => {
  let outcomes: readonly Outcome[];
  beforeAll(async () => {
    const collection = await readForEvaluation(path.join(root, "seeds"));
    outcomes = await evaluateOn(
      collection,
      readJudgments(path.join(root, "tests", "judgments", "seeds.jsonl")),
      "passage",
    );
  }, 60_000);

  it("find the right passage for German questions", () => {
    const { recall1, recall3 } = of(outcomes, "de");
    expect(recall1.value).toBeGreaterThanOrEqual(0.72);
    expect(recall3.value).toBeGreaterThanOrEqual(0.82);
  });

  it("find the right passage for English questions", () => {
    expect(of(outcomes, "en").recall3.value).toBeGreaterThanOrEqual(0.88);
  });

  it("are hardly ever given to questions off the topic", () => {
    const offTopic = outcomes.filter(({ judgment }) => judgment.note === "off-topic");
    expect(offTopic.length).toBeGreaterThan(5);
    const answered = offTopic.filter(({ certainty }) => certainty !== "none");
    expect(answered.length / offTopic.length).toBeLessThanOrEqual(0.25);
  });
});

const hasXquad = existsSync(xquadFile) && existsSync(xquadFolder);
describe.skipIf(!hasXquad)("answers on XQuAD, every eighth question", () => {
  let outcomes: readonly Outcome[];
  beforeAll(async () => {
    const byLanguage = (lang: Judgment["lang"]) =>
      judgments.filter((judgment) => judgment.lang === lang).filter((_, index) => index % 8 === 0);
    const judgments = parseJudgments(readFileSync(xquadFile, "utf8"), "xquad.jsonl");
    outcomes = await evaluateOn(
      await readForEvaluation(xquadFolder),
      [...byLanguage("de"), ...byLanguage("en")],
      "paragraph",
    );
  }, 60_000);

  it("find the right paragraph for German questions", () => {
    expect(of(outcomes, "de").recall1.value).toBeGreaterThanOrEqual(0.94);
  });

  it("find the right paragraph for English questions", () => {
    expect(of(outcomes, "en").recall1.value).toBeGreaterThanOrEqual(0.87);
  });
});
