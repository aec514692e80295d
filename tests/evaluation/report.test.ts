import { describe, expect, it } from "vitest";
import { makeReport, renderReport } from "../../src/evaluation/report.ts";
import { outcome } from "./outcome.ts";

const outcomes = [
  outcome(0, { isSentenceRight: true, judgment: { id: "a" } }),
  outcome(2, {
    confidence: 0.4,
    certainty: "uncertain",
    judgment: { id: "b", difficulty: "typo", question: "Wo liget es?" },
  }),
  outcome(-1, { confidence: 0.1, certainty: "none", judgment: { id: "c", lang: "en" } }),
  outcome(0, { isSentenceRight: false, judgment: { id: "d", lang: "en" } }),
  outcome(-1, {
    confidence: 0.3,
    certainty: "uncertain",
    judgment: { id: "e", answerable: false, difficulty: "none", note: "off-topic" },
  }),
  outcome(-1, { confidence: 0.1, certainty: "none", judgment: { id: "f", answerable: false, difficulty: "close" } }),
];

describe("makeReport", () => {
  const report = makeReport(outcomes);

  it("groups by language and difficulty, unanswerable questions by their kind", () => {
    expect(Object.keys(report.ranking)).toEqual(["de", "de, lexical", "de, typo", "en", "en, lexical"]);
    expect(report.ranking).toMatchObject({ de: { n: 2, recall1: { value: 0.5 }, recall3: { value: 1 } } });
    expect(Object.keys(report.answering)).toEqual([
      "answerable, de",
      "answerable, en",
      "not answerable: close",
      "not answerable: off-topic",
    ]);
    expect(report.answering["not answerable: off-topic"]?.answered.value).toBe(1);
  });

  it("lists the worst questions first, right ones and unanswerable ones never", () => {
    expect(report.worst.map(({ id }) => id)).toEqual(["c", "b"]);
    expect(makeReport(outcomes, 1).worst.map(({ id }) => id)).toEqual(["c"]);
  });

  it("counts marked sentences where that can be told, and calibrates over all questions", () => {
    expect(report.sentence).toMatchObject({ value: 0.5, n: 2 });
    expect(report.calibration.bins.reduce((sum, { n }) => sum + n, 0)).toBe(6);
    expect(report.calibration.auc).toBe(1);
  });

  it("is data: nothing is lost as JSON", () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe("renderReport", () => {
  it("shows each group with its figures, and the rank of what was worst", () => {
    const text = renderReport(makeReport(outcomes));
    expect(text).toMatch(/^de +2 +0\.50 1\.00 1\.00/m);
    expect(text).toMatch(/not answerable: off-topic +1 +1\.00 +0\.00/);
    expect(text).toMatch(/— +none +c/);
    expect(text).toMatch(/3 +uncertain b +Wo liget es\?/);
  });

  it("has something to say of nothing", () => {
    expect(renderReport(makeReport([]))).toContain("of 0");
  });
});
