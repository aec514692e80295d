import { describe, expect, it } from "vitest";
import { analyze } from "../../src/analysis/analyze.ts";
import { englishStopWords } from "../../src/analysis/english/stop-words.ts";
import { foldCase } from "../../src/analysis/folding.ts";
import { foldGerman } from "../../src/analysis/german/folding.ts";
import { germanStopWords } from "../../src/analysis/german/stop-words.ts";
import { languageByCode } from "../../src/analysis/languages.ts";

describe("stop words", () => {
  it("are listed as folding leaves them", () => {
    for (const word of germanStopWords) expect(foldGerman(word)).toBe(word);
    for (const word of englishStopWords) expect(foldCase(word)).toBe(word);
  });

  it.each(["Präsident", "Krieg", "Jahr", "neu", "erster", "gehen", "Stadt"])("%s is no German one", (word) => {
    expect(germanStopWords.has(foldGerman(word))).toBe(false);
  });

  it.each(["president", "war", "year", "new", "city"])("%s is no English one", (word) => {
    expect(englishStopWords.has(word)).toBe(false);
  });

  it("are marked in a text and kept", () => {
    const tokens = analyze("Wer ist der Präsident, und für wen?", languageByCode("de"));
    expect(tokens.filter(({ isStopWord }) => !isStopWord).map(({ text }) => text)).toEqual(["Präsident"]);
    expect(tokens).toHaveLength(7);
  });

  it("are not the United States, however these are written in English", () => {
    const tokens = analyze("The US, the U.S. and the USA told us.", languageByCode("en"));
    expect(tokens.filter(({ isStopWord }) => !isStopWord).map(({ stem }) => stem)).toEqual([
      "usa",
      "usa",
      "usa",
      "told",
    ]);
    expect(tokens.find(({ text }) => text === "us")?.isStopWord).toBe(true);
  });

  it("of one letter are names in upper case only", () => {
    const [upper] = analyze("X", languageByCode("de"));
    const [lower] = analyze("x", languageByCode("de"));
    expect([upper?.isStopWord, lower?.isStopWord]).toEqual([false, true]);
  });
});
