import { describe, expect, it } from "vitest";
import { NearWords } from "../../../src/analysis/lexicon/near-words.ts";

const near = new NearWords(["5.9 gross", "5.6 haus", "4.8 armee", "3.4 grass", "2.1 groll"]);

describe("the word that a misspelt one may be", () => {
  it.each([
    ["gros", "gross"],
    ["armeee", "armee"],
    ["amree", "armee"],
    ["amrme", undefined],
    ["armme", "armee"],
    ["hasu", "haus"],
    ["graas", "grass"],
  ])("%s: %s", (word, expected) => {
    expect(near.nearest(word)).toBe(expected);
  });

  it("is the more frequent of two", () => {
    expect(near.nearest("griss")).toBe("gross");
    expect(near.nearest("groass")).toBe("gross");
  });

  it("is no rare word, and nothing is made of very short ones", () => {
    expect(near.nearest("grolls")).toBeUndefined();
    expect(near.nearest("hau")).toBeUndefined();
  });

  it("knows the first and the last word of a line, and nothing where there are none", () => {
    const inLines = new NearWords(["5 erste mitte letzte", "4 garten", "2.9 rarer"]);
    expect(["erstte", "mite", "letze", "gartten", "rarerr"].map((word) => inLines.nearest(word))).toEqual([
      "erste",
      "mitte",
      "letzte",
      "garten",
      undefined,
    ]);
    expect(new NearWords([]).nearest("erste")).toBeUndefined();
  });
});
