import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answeringFigures,
  areaUnderCurve,
  expectedCalibrationError,
  rankingFigures,
  reliability,
  share,
} from "../../src/evaluation/figures.ts";
import { outcome } from "./outcome.ts";

describe("share", () => {
  it("has Wilson's interval", () => {
    const { value, low, high } = share(8, 10);
    expect([value, low, high].map((number) => number.toFixed(3))).toEqual(["0.800", "0.490", "0.943"]);
    expect(share(0, 0)).toEqual({ value: 0, n: 0, low: 0, high: 1 });
  });

  it("lies inside its interval", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (hits, n) => {
        const { value, low, high } = share(Math.min(hits, n), n);
        expect(low >= 0 && high <= 1 && low <= value + 1e-12 && high >= value - 1e-12).toBe(true);
      }),
    );
  });
});

describe("rankingFigures", () => {
  it("counts the places of the right passages among answerable questions", () => {
    const outcomes = [0, 0, 1, 2, 9, 10, -1].map((position) => outcome(position));
    const figures = rankingFigures([...outcomes, outcome(0, { judgment: { answerable: false } })]);
    expect(figures.n).toBe(7);
    expect([figures.recall1, figures.recall3, figures.recall10].map(({ value }) => value * 7)).toEqual([2, 4, 5]);
    expect(figures.mrr10).toBeCloseTo((1 + 1 + 1 / 2 + 1 / 3 + 1 / 10) / 7, 12);
    expect(figures.ndcg10).toBeCloseTo((2 + 1 / Math.log2(3) + 1 / 2 + 1 / Math.log2(11)) / 7, 12);
  });

  it("is 0 for nothing", () => {
    expect(rankingFigures([])).toMatchObject({ n: 0, mrr10: 0, ndcg10: 0 });
  });
});

describe("answeringFigures", () => {
  it("counts what was answered, and as sure", () => {
    const outcomes = (["sure", "sure", "uncertain", "none"] as const).map((certainty) => outcome(0, { certainty }));
    const { answered, sure } = answeringFigures(outcomes);
    expect([answered.value, sure.value, sure.n]).toEqual([0.75, 0.5, 4]);
  });
});

describe("reliability", () => {
  const points = [
    { confidence: 0.05, isRight: false },
    { confidence: 0.07, isRight: true },
    { confidence: 0.95, isRight: true },
    { confidence: 1, isRight: true },
  ];

  it("puts every confidence in its bin, 1 in the last", () => {
    const bins = reliability(points);
    expect(bins.map(({ n }) => n)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins[0]).toMatchObject({ from: 0, until: 0.1, right: 0.5 });
    expect(bins[0]?.confidence).toBeCloseTo(0.06, 12);
  });

  it("gives the calibration error by hand", () => {
    expect(expectedCalibrationError(reliability(points))).toBeCloseTo(0.5 * (0.5 - 0.06) + 0.5 * (1 - 0.975), 12);
    expect(expectedCalibrationError(reliability([]))).toBe(0);
  });
});

describe("areaUnderCurve", () => {
  it.each([
    [[0.9, 0.8], [0.1, 0.2], 1],
    [[0.1], [0.9], 0],
    [[0.5], [0.5], 0.5],
    [[0.9, 0.3], [0.5, 0.3], (1 + 1 + 0 + 0.5) / 4],
    [[], [0.5], 0],
  ])("of %j against %j is %d", (right, wrong, expected) => {
    expect(areaUnderCurve(right, wrong)).toBeCloseTo(expected, 12);
  });
});
