import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitTrees } from "../../../scripts/evaluation/tuning/answering/boosting.ts";
import { formatTree, parseTree, sumOfTrees, type Tree } from "../../../src/answering/judging/confidence/trees.ts";

const names = ["gap", "found.gap", "missingWord"];
const trees: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    fc.integer({ min: -900, max: 900 }).map((value) => value / 1000),
    fc.record({
      feature: fc.nat(names.length - 1),
      bound: fc.integer({ min: 0, max: 100 }).map((value) => value / 100),
      below: tie("tree"),
      above: tie("tree"),
    }),
  ),
})).tree;

describe("trees", () => {
  it("are read as they are written", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(parseTree(formatTree(tree, names), names)).toEqual(tree);
      }),
    );
  });

  it("part the ways where a value reaches the bound", () => {
    const tree = parseTree("gap<0.5 missingWord<0.2 -0.1 -0.3 0.4", names);
    const at = (gap: number, missing: number): number => sumOfTrees([tree, 0.1], [gap, 0, missing]);
    expect(at(0.49, 0.1)).toBeCloseTo(0);
    expect(at(0.49, 0.2)).toBeCloseTo(-0.2);
    expect(at(0.5, 1)).toBeCloseTo(0.5);
  });

  it.each(["", "gap<0.5 1", "gap<x 1 2", "nothing<0.5 1 2", "1 2"])("refuses %j", (line) => {
    expect(() => parseTree(line, names)).toThrow(/no (?:tree|feature)/);
  });
});

describe("fitTrees", () => {
  const settings = { trees: 20, depth: 2, rate: 0.3, leastShare: 0.01, ridge: 1 };
  const rows = Array.from({ length: 400 }, (_, row) => {
    const x = [(row % 20) / 20, ((row * 7) % 20) / 20];
    return { x, y: (x[0] ?? 0) > 0.5 && (x[1] ?? 0) < 0.5, weight: 1 + (row % 3), start: -1 };
  });

  it("learns what holds together, and the same each time", () => {
    const fitted = fitTrees(rows, [1, -1], settings);
    expect(fitTrees(rows, [1, -1], settings)).toEqual(fitted);
    const at = (...x: number[]): number => -1 + sumOfTrees(fitted, x);
    expect(at(0.9, 0.1)).toBeGreaterThan(1);
    for (const x of [
      [0.9, 0.9],
      [0.1, 0.1],
      [0.1, 0.9],
    ])
      expect(at(...x)).toBeLessThan(-1);
  });

  it("keeps each feature to its sign, whatever the examples say", () => {
    const fitted = fitTrees(rows, [-1, 1], settings);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        expect(sumOfTrees(fitted, [a, b])).toBeGreaterThanOrEqual(sumOfTrees(fitted, [1, b]));
        expect(sumOfTrees(fitted, [a, b])).toBeLessThanOrEqual(sumOfTrees(fitted, [a, 1]));
      }),
    );
  });
});
