import { describe, expect, it } from "vitest";
import { analyze } from "../../../../src/analysis/analyze.ts";
import { tellingCapitals } from "../../../../src/analysis/german/questions/telling-capitals.ts";
import { languageByCode } from "../../../../src/analysis/languages.ts";

function told(question: string): Record<string, boolean> {
  const capitals = tellingCapitals(question, analyze(question, languageByCode("de")));
  return Object.fromEntries([...capitals].map(([token, isCapital]) => [token.text, isCapital]));
}

describe("capitals in a German question", () => {
  it("tell nouns, but not at the beginning of a sentence", () => {
    expect(told("Krieg oder Frieden? Wer will das?")).toEqual({ oder: false, Frieden: true, will: false, das: false });
  });

  it("tell nothing where there are none inside", () => {
    expect(told("Wann war der krieg?")).toEqual({});
    expect(told("wann war der krieg")).toEqual({});
  });

  it("tell nothing in words that are in capitals throughout", () => {
    expect(told("Wann war der KRIEG in Korea?")).toEqual({ war: false, der: false, in: false, Korea: true });
    expect(told("WANN WAR DER KRIEG?")).toEqual({});
  });
});
