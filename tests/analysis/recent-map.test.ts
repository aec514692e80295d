import { expect, it } from "vitest";
import { RecentMap } from "../../src/analysis/recent-map.ts";

it("keeps what is asked for and at most two halves", () => {
  const map = new RecentMap<number>(10);
  for (let i = 0; i < 1000; i++) {
    map.set(`word ${i}`, i);
    expect(map.get("word 0")).toBe(0);
  }
  const kept = Array.from({ length: 1000 }, (_, i) => map.get(`word ${i}`)).filter((value) => value !== undefined);
  expect(kept.length).toBeLessThanOrEqual(20);
  expect(map.get("never set")).toBeUndefined();
});
