import { describe, expect, it } from "vitest";
import { english } from "../../../src/analysis/english/english.ts";
import { german } from "../../../src/analysis/german/german.ts";
import { compileLexicon, stemsOf } from "../../../src/analysis/lexicon/building/compile.ts";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { sensesOf } from "../../../src/analysis/lexicon/senses.ts";

describe("which of the lemmas of one stem is meant", () => {
  it("is told by the ending", () => {
    expect([...sensesOf({ folded: "gaste", isNoun: undefined }, ["Gast", "Gas"], german)]).toEqual([["Gast", 1]]);
  });

  it("is told by the capital, and the verb of the same root counts a little", () => {
    expect([...sensesOf({ folded: "krieg", isNoun: true }, ["Krieg", "kriegen"], german)]).toEqual([
      ["Krieg", 1],
      ["kriegen", 0.6],
    ]);
    expect(sensesOf({ folded: "kriegt", isNoun: false }, ["Krieg", "kriegen"], german).get("kriegen")).toBe(1);
  });

  it("is left open where no lemma fits", () => {
    expect([...sensesOf({ folded: "glaser", isNoun: true }, ["Glasur", "Glasier"], german).keys()]).toEqual([
      "Glasur",
      "Glasier",
    ]);
  });

  it("is the very word in English", () => {
    expect([...sensesOf({ folded: "arms", isNoun: undefined }, ["arm", "arms"], english).keys()]).toEqual(["arms"]);
  });

  it("take an acronym for what is written in capitals, and for nothing else", () => {
    const meant = (isAcronym: boolean | undefined): string[] => [
      ...sensesOf({ folded: "ram", isNoun: undefined, isAcronym }, ["RAM", "ram"], english).keys(),
    ];
    expect(meant(true)).toEqual(["RAM"]);
    expect(meant(false)).toEqual(["ram"]);
    expect(meant(undefined)).toContain("ram");
  });
});

describe("relations of words that share a stem", () => {
  const lexicon = createLexicon(
    compileLexicon([
      { path: "de/synonyms.txt", content: "Gas, Erdgas\nGast, Besucher\nlang, ausgedehnt\n" },
      { path: "de/forms.txt", content: "gelingen: gelang\n" },
      { path: "en-de/g.txt", content: "guest = Gast\n" },
    ]).lexicon,
  );
  const key = (word: string): string => stemsOf(word, "de").join(" ");
  const related = (word: string, isNoun?: boolean): string[] =>
    lexicon.relations("de", key(word), { folded: word.toLowerCase(), isNoun }).map(({ stems }) => stems.join(" "));

  it("are those of the word that is written", () => {
    expect(key("Gast")).toBe(key("Gas"));
    expect(related("Gast", true)).toEqual([key("Besucher")]);
    expect(related("Gas", true)).toEqual([key("Erdgas")]);
    expect(related("lang", false)).toEqual([key("ausgedehnt")]);
  });

  it("are those of all of them where nobody says which is written", () => {
    expect(lexicon.relations("de", key("Gast")).map(({ stems }) => stems.join(" "))).toEqual([
      key("Erdgas"),
      key("Besucher"),
    ]);
  });

  it("come with the word that they name, so that its own entries can be looked up", () => {
    expect(lexicon.translations("en", "guest")).toEqual([
      {
        kind: "translation",
        stems: [key("Gast")],
        strength: 1,
        word: { folded: "gast", isNoun: true, isAcronym: false },
      },
    ]);
  });
});
