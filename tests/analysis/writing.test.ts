import { describe, expect, it } from "vitest";
import { analyze } from "../../src/analysis/analyze.ts";
import { languageByCode } from "../../src/analysis/languages.ts";
import { writingOf } from "../../src/analysis/writing.ts";

const content = (text: string, code: string): string[] =>
  analyze(text, languageByCode(code)).flatMap(({ folded, isStopWord }) => (isStopWord ? [] : [folded]));

describe("how a word is written", () => {
  it.each([
    ["weg", "small"],
    ["Weg", "capitalised"],
    ["A", "capitalised"],
    ["WHO", "capitals"],
    ["ÖPNV", "capitals"],
  ])("is told of %s", (word, writing) => {
    expect(writingOf(word)).toBe(writing);
  });

  it("tells acronyms from function words", () => {
    expect(content("Who is the WHO?", "en")).toEqual(["who"]);
    expect(content("It is with IT.", "en")).toEqual(["it"]);
  });

  it("tells the UN from the end of a name", () => {
    expect(content("Die UN lud Kim Jong Un ein.", "de")).toEqual(["uno", "lud", "kim", "jong", "un"]);
  });

  it("tells nothing in a text that is in capitals throughout", () => {
    expect(content("WHO IS THE CHAIR?", "en")).toEqual(["chair"]);
  });
});
