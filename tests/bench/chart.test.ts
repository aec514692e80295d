import { describe, expect, it } from "vitest";
import { renderChart } from "../../bench/chart.ts";

describe("a chart", () => {
  const chart = renderChart("Cost <of> a question", "passages", "ms", [
    {
      name: "A & B",
      points: [
        { x: 1000, y: 10 },
        { x: 10, y: 0.1 },
        { x: 100, y: 1 },
      ],
    },
    { name: "nothing", points: [{ x: 10, y: 0 }] },
  ]);

  it("has equal distances for equal ratios, points from left to right", () => {
    const points =
      /points="([^"]+)"/
        .exec(chart)?.[1]
        ?.split(" ")
        .map((point) => point.split(",").map(Number)) ?? [];
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = [], [x3 = 0, y3 = 0] = []] = points;
    expect(points).toHaveLength(3);
    expect(x2 - x1).toBeCloseTo(x3 - x2, 0);
    expect(y2 - y1).toBeCloseTo(y3 - y2, 0);
    expect(x2).toBeGreaterThan(x1);
    expect(y2).toBeLessThan(y1);
  });

  it("escapes what is XML, names its axes and leaves empty series out", () => {
    expect(chart).toContain("Cost &lt;of&gt; a question");
    expect(chart).toContain("A &amp; B");
    expect(chart).toContain(">passages<");
    expect(chart).not.toContain("nothing");
    expect(chart).toContain(">1,000<");
  });

  it("stands even where there is nothing to draw", () => {
    expect(renderChart("Empty", "x", "y", [])).toMatch(/^<svg[\s\S]*<\/svg>\n$/);
  });
});
