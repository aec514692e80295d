import { describe, expect, it } from "vitest";
import { analyze } from "../../../../src/analysis/analyze.ts";
import { separatedVerbs } from "../../../../src/analysis/german/questions/separated-verbs.ts";
import { languageByCode } from "../../../../src/analysis/languages.ts";
import { createLexicon } from "../../../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../../../src/analysis/lexicon/read-lexicon.ts";

const lexicon = createLexicon(readLexicon());

function verbsOf(question: string): string[] {
  const words = analyze(question, languageByCode("de"));
  return [...separatedVerbs(question, words, lexicon, languageByCode("de").stem)].map(
    ([{ text }, verb]) => `${text}: ${verb}`,
  );
}

describe("verbs whose prefix stands apart", () => {
  it("are put together", () => {
    expect(verbsOf("Wann kam der Zug an?")).toEqual(["kam: ankam"]);
    expect(verbsOf("Was hat er vor?")).toEqual(["hat: vorhat"]);
  });

  it.each([
    ["Was kündigte der Minister an?", "kündigte: ankundigte"],
    ["Wer gab auf?", "gab: aufgab"],
    ["Wer hielt wen auf?", "hielt: aufhielt"],
    ["Wie griff das Heer die Stadt an?", "griff: angriff"],
    ["Wann kehrten sie zurück?", "kehrten: zuruckkehrten"],
  ])("begin with no question word and no pronoun: %s", (question, verb) => {
    expect(verbsOf(question)).toEqual([verb]);
  });

  it("end their clause before a conjunction, too", () => {
    expect(verbsOf("Wer nahm an dem Treffen teil und wer sagte ab?")).toEqual(["nahm: teilnahm", "sagte: absagte"]);
  });
});
