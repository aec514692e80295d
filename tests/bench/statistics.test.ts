import { describe, expect, it } from "vitest";
import { acrossRounds, median, percentile } from "../../bench/statistics.ts";

describe("percentile", () => {
  it("is the value that the share does not exceed", () => {
    const values = Array.from({ length: 200 }, (_, i) => 200 - i);
    expect(percentile(values, 0.5)).toBe(100);
    expect(percentile(values, 0.99)).toBe(198);
    expect(percentile(values, 1)).toBe(200);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it("is no number where there is nothing", () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe("latencies across rounds", () => {
  it("are each question's median", () => {
    expect(
      acrossRounds([
        [1, 20],
        [90, 2],
        [3, 4],
      ]),
    ).toEqual([3, 4]);
  });

  it("use the rounds that came as far as the question", () => {
    expect(acrossRounds([[1, 2, 3], [1]])).toEqual([1, 2, 3]);
    expect(median([2, 1, 3])).toBe(2);
  });
});
