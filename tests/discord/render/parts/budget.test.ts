import { describe, expect, it } from "vitest";
import { shareEqually, shareOut, wholeLines } from "../../../../src/discord/render/parts/budget.ts";

describe("characters that texts share", () => {
  it.each([
    [100, [30, 40, 30], [30, 40, 30]],
    [99, [30, 40, 30], [30, 34, 30]],
    [100, [80, 40, 40], [50, 25, 25]],
    [100, [80, 10, 40], [50, 10, 40]],
    [100, [80, 10, 10], [80, 10, 10]],
    [101, [80, 60, 60], [50, 25, 26]],
    [100, [20, 60, 60], [20, 40, 40]],
    [100, [20, 10, 200], [20, 10, 70]],
    [100, [200], [100]],
    [100, [20], [20]],
    [0, [20, 30], [0, 0]],
    [-5, [20, 30], [0, 0]],
    [-5, [20], [0]],
    [10, [], []],
  ])("of %i, where they want %j: %j", (total, wanted, shares) => {
    expect(shareOut(total, wanted)).toEqual(shares);
  });

  it("are shared equally where no text comes first", () => {
    expect(shareEqually(100, [80, 10, 80])).toEqual([33, 10, 57]);
    expect(shareEqually(100, [30, 70])).toEqual([30, 70]);
    expect(shareEqually(100, [])).toEqual([]);
  });

  it("hold whole lines, each with its line break", () => {
    const lines = ["ab", "cde", "f"];
    expect([2, 3, 6, 7, 8, 9].map((room) => wholeLines(lines, room).length)).toEqual([0, 1, 1, 2, 2, 3]);
    expect(wholeLines(["abc", "d"], 3)).toEqual([]);
  });
});
