import { describe, expect, it } from "vitest";
import { NearWords } from "../../../src/analysis/lexicon/near-words.ts";

const near = new NearWords(
  new Map([
    ["gross", 5.9],
    ["grass", 3.4],
    ["groll", 2.1],
    ["armee", 4.8],
    ["haus", 5.6],
  ]),
);

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
});
