import { describe, expect, it } from "vitest";
import { shareOut } from "../../../../src/discord/render/parts/budget.ts";

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
});
