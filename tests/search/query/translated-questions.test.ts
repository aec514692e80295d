import { describe, expect, it } from "vitest";
import { englishLemmas, translateEnglish } from "../../../src/analysis/english/translate.ts";
import { compileLexicon } from "../../../src/analysis/lexicon/building/compile.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../../src/analysis/lexicon/read-lexicon.ts";

const lexicon = createLexicon(readLexicon());

/** Stems of the translations of a question's words from the first one on. */
function translated(text: string): string[] {
  return translateEnglish(text.split(" "), 0, lexicon)?.translations.map(({ stems }) => stems.join(" ")) ?? [];
}

describe("englishLemmas", () => {
  it.each([
    ["cities", "city"],
    ["boxes", "box"],
    ["ships", "ship"],
    ["stopped", "stop"],
    ["baked", "bake"],
    ["running", "run"],
    ["lying", "lie"],
    ["happier", "happy"],
    ["largest", "large"],
    ["bigger", "big"],
    ["economically", "economical"],
    ["easily", "easy"],
    ["simply", "simple"],
    ["went", "go"],
  ])("knows that %s may be %s", (form, lemma) => {
    expect(englishLemmas(form, lexicon)).toContain(lemma);
  });

  it("begins with the word itself, each lemma once, and cuts nothing to pieces", () => {
    expect(englishLemmas("glasses", lexicon)[0]).toBe("glasses");
    expect(new Set(englishLemmas("studies", lexicon)).size).toBe(englishLemmas("studies", lexicon).length);
    expect(englishLemmas("s", lexicon)).toEqual(["s"]);
    expect(englishLemmas("", lexicon)).toEqual([""]);
    expect(englishLemmas("glass", lexicon)).not.toContain("glas");
  });
});

describe("translateEnglish", () => {
  it.each([
    ["ship", "schiff"],
    ["ships", "schiff"],
    ["went", "geh"],
    ["bridges", "bruck"],
  ])("translates %s, with %s among its meanings", (text, stem) => {
    expect(translated(text)).toContain(stem);
  });

  it("takes the longest headword, inflected at its end", () => {
    expect(translateEnglish(["prime", "ministers", "resigned"], 0, lexicon)).toMatchObject({ words: 2 });
    expect(translateEnglish(["prime", "time"], 0, lexicon)?.words).not.toBe(3);
    expect(translateEnglish(["prime", "ministers", "resigned"], 2, lexicon)).toMatchObject({ words: 1 });
  });

  it("keeps both meanings of a word that is an irregular form as well", () => {
    const left = translated("left");
    expect(left).toEqual(expect.arrayContaining(translated("leave")));
    expect(left.length).toBeGreaterThan(translated("leave").length);
  });

  it.each([
    [["qwertzing"], 0],
    [[], 0],
    [["ship"], 4],
    [["constructor"], 0],
    [["__proto__"], 0],
  ])("has nothing for %j at %d", (words, at) => {
    const translations = translateEnglish(words, at, lexicon)?.translations ?? [];
    expect(Array.isArray(translations)).toBe(true);
    if (words[0] !== "constructor") expect(translations).toEqual([]);
  });

  it("reads any lexicon", () => {
    const own = createLexicon(compileLexicon([{ path: "en-de/x.txt", content: "foghorn = Nebelhorn\n" }]).lexicon);
    expect(translateEnglish(["foghorns"], 0, own)?.words).toBe(1);
  });
});
