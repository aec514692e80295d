import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partName, partNumber } from "../../../src/documents/passages/part-names.ts";

describe("part names", () => {
  it.each([
    ["", 0],
    ["a", 1],
    ["z", 26],
    ["aa", 27],
    ["az", 52],
    ["zz", 702],
    ["aaa", 703],
  ])("%j is %d", (name, number) => {
    expect(partNumber(name)).toBe(number);
    expect(partName(number)).toBe(name);
  });

  it("come back from their numbers", () => {
    fc.assert(fc.property(fc.nat(1e6), (number) => partNumber(partName(number)) === number));
  });
});
