import { describe, expect, it } from "vitest";
import { mergeTranslations, parseDing } from "../../../../src/analysis/lexicon/building/ding.ts";
import { emptyLexicon, formatCompiled, parseCompiled } from "../../../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../../../src/analysis/lexicon/create-lexicon.ts";
import { formatEntries, LineTable, type WordTable } from "../../../../src/analysis/lexicon/word-table.ts";

/** What a word's translations are, without their strengths. */
function targets(table: WordTable, key: string): string[] {
  return (table.get(key) ?? "")
    .split("|")
    .filter(Boolean)
    .map((item) => item.slice(item.indexOf(" ") + 1));
}

describe("reading Ding's word list", () => {
  it("takes synonyms on both sides, without grammar, fields and explanations", () => {
    const { en, de } = parseDing([
      "# Version :: 1.9",
      "Flimmel {m} [techn.]; Glummer {f} (aus Holz) | Flimmel {pl} :: blorb; twizzle (rare) /TWZ/ | blorbs",
    ]);
    expect(targets(en, "blorb")).toEqual(["flimmel", "glumm"]);
    expect(targets(en, "twizzle")).toEqual(["flimmel", "glumm"]);
    expect(targets(de, "flimmel")).toEqual(["blorb", "twizzl"]);
    expect([...en.entries()].map(([key]) => key)).toEqual(["blorb", "twizzle"]);
  });

  it("pairs the forms of a line one by one", () => {
    const { en } = parseDing(["quaxen {vi} | quaxend | überquaxen :: to quax | quaxing | to overquax"]);
    expect(targets(en, "quax")).toEqual(["quax"]);
    expect(targets(en, "overquax")).toEqual(["uberquax"]);
  });

  it("drops placeholders, articles and to", () => {
    const { en } = parseDing(["etw. verflimmeln {vt}; sich (mit jdm.) glummern :: to blorb sth.; to make a twizzle"]);
    expect([...en.entries()].map(([key]) => key)).toEqual(["blorb", "make twizzle"]);
    expect(targets(en, "blorb")).toEqual(
      ["verflimmeln", "glumm"].map((stem) => expect.stringContaining(stem.slice(0, 5))),
    );
  });

  it("gives the first and most frequent translation strength 1, and others less", () => {
    const { en } = parseDing(["Flimmel {m}; Glummer {f} :: blorb", "Flimmel {m} :: blorb"]);
    expect(en.get("blorb")).toMatch(/^1\.00 flimmel\|0\.\d\d glumm$/);
  });

  it.each([
    "no separator",
    "zu viele :: too many :: parts",
    "zwei | Formen :: one form",
    " :: ",
    "Das ist ein ganzer Satz mit vielen Wörtern. :: This is a whole sentence of many words.",
    "()[{]}; :: ;;|",
    "",
  ])("passes over %j", (line) => {
    expect(parseDing([line])).toEqual({ de: {}, en: {} });
  });

  it("does not trip over names that objects have", () => {
    const { en } = parseDing(["Flimmel {m} :: constructor"]);
    expect(targets(en, "constructor")).toEqual(["flimmel"]);
  });

  it("keeps at most twelve translations", () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `Flimmel${"abcdefghijklmnopqrstuvwxyzäöüß".charAt(index)}k {m} :: blorb`,
    );
    expect(targets(parseDing(lines).en, "blorb")).toHaveLength(12);
  });
});

describe("adding translations", () => {
  const translations = {
    de: new LineTable(""),
    en: new LineTable(
      formatEntries([
        ["park", "1 park"],
        ["car", "1 wag"],
      ]),
    ),
  };
  const own = { ...emptyLexicon(), translations };
  const merged = mergeTranslations(
    own,
    parseDing(["Flimmel {m} :: blorb", "Karre {f} :: car", "Autohof {m} :: car park", "Glummer {m} :: car blorb"]),
  );

  it("takes words that were not there, and expressions with such a word", () => {
    const lexicon = createLexicon(merged);
    expect(lexicon.translations("en", "blorb")).toEqual([{ kind: "translation", stems: ["flimmel"], strength: 1 }]);
    expect(lexicon.translations("en", "car blorb").map(({ stems }) => stems)).toEqual([["glumm"]]);
    expect(lexicon.translations("de", "flimmel").map(({ stems }) => stems)).toEqual([["blorb"]]);
  });

  it("leaves alone what was there", () => {
    const { en } = merged.translations;
    expect(en?.get("car")).toBe("1 wag");
    expect(en?.get("car park")).toBeUndefined();
  });

  it("survives being written and read", () => {
    const { en, de } = parseCompiled(formatCompiled(merged)).translations;
    expect([...(en?.entries() ?? [])]).toEqual([
      ["blorb", "1.00 flimmel"],
      ["car", "1 wag"],
      ["car blorb", "1.00 glumm"],
      ["park", "1 park"],
    ]);
    expect(de?.get("flimmel")).toBe("1.00 blorb");
    expect(formatCompiled(parseCompiled(formatCompiled(merged)))).toBe(formatCompiled(merged));
  });
});
