import { describe, expect, it } from "vitest";
import { humpsOf } from "../../../src/analysis/tokens/humps.ts";

describe("the words of a name that capitals part", () => {
  it.each([
    ["maxViewDistance", ["max", "View", "Distance"]],
    ["HTMLParser2Go", ["HTML", "Parser2", "Go"]],
    ["onSave", ["on", "Save"]],
  ])("are told in %s", (word, humps) => {
    expect(humpsOf(word)).toEqual(humps);
  });

  it.each(["Distance", "HTML", "LehrerInnen", "lehrerIn", "abc"])("are none in %s", (word) => {
    expect(humpsOf(word)).toEqual([]);
  });
});
