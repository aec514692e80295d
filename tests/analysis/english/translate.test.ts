import { describe, expect, it } from "vitest";
import { englishLemmas, translateEnglish } from "../../../src/analysis/english/translate.ts";
import { compileLexicon } from "../../../src/analysis/lexicon/building/compile.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";

const lexicon = createLexicon(
  compileLexicon([
    {
      path: "en-de/a.txt",
      content: [
        "big = groß",
        "bomb = Bombe",
        "city = Stadt",
        "find = finden",
        "found = gründen",
        "leaf = Blatt",
        "nuclear weapon = Atomwaffe",
        "prime minister of state = Staatsminister",
        "run = laufen",
        "take place = stattfinden",
        "tie = binden",
        "weapon = Waffe",
      ].join("\n"),
    },
    { path: "en/forms.txt", content: "find: found\ntake: took, taken\nleaf: leaves\nrun: ran" },
  ]).lexicon,
);
const translated = (question: string, at = 0): [number, string[]] | undefined => {
  const span = translateEnglish(question.split(" "), at, lexicon);
  return span && [span.words, span.translations.map(({ stems }) => stems.join(" "))];
};

describe("lemmas of English words", () => {
  it.each([
    ["cities", "city"],
    ["boxes", "box"],
    ["stopped", "stop"],
    ["hoped", "hope"],
    ["running", "run"],
    ["making", "make"],
    ["untying", "untie"],
    ["bigger", "big"],
    ["happiest", "happy"],
    ["happily", "happy"],
    ["went", "went"],
  ])("%s → %s", (word, lemma) => {
    expect(englishLemmas(word, lexicon)).toContain(lemma);
  });

  it("leave short words and double s alone", () => {
    expect(englishLemmas("as", lexicon)).toEqual(["as"]);
    expect(englishLemmas("class", lexicon)).not.toContain("clas");
  });
});

describe("translating at a position", () => {
  it.each([
    ["weapons", [1, ["waff"]]],
    ["nuclear weapons", [2, ["atomwaff"]]],
    ["took place", [2, ["stattfi"]]],
    ["taking place", [2, ["stattfi"]]],
    ["cities", [1, ["stad"]]],
    ["leaves", [1, ["blatt"]]],
    ["ran", [1, ["lauf"]]],
    ["prime minister of state", [4, ["staatsmini"]]],
  ])("takes the longest headword: %s", (question, expected) => {
    expect(translated(question)).toEqual(expected);
  });

  it("keeps both meanings of an irregular form that is a word itself", () => {
    expect(translated("found")).toEqual([1, ["grund", "find"]]);
  });

  it("finds nothing where there is nothing", () => {
    expect(translated("xylem")).toBeUndefined();
    expect(translated("nuclear")).toBeUndefined();
    expect(translated("weapon", 5)).toBeUndefined();
    expect(translated("constructor")).toBeUndefined();
  });
});
