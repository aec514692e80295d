import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compileLexicon, stemsOf } from "../../../../src/analysis/lexicon/building/compile.ts";
import { cachedText } from "../../../../src/analysis/lexicon/building/source-cache.ts";
import { formatCompiled, parseCompiled, partsOfMember } from "../../../../src/analysis/lexicon/compiled.ts";
import { createLexicon } from "../../../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon, readLexiconSources } from "../../../../src/analysis/lexicon/read-lexicon.ts";

const folderOfLists = `${path.join(import.meta.dirname, "../../../../src/analysis")}/`;
const sources = [
  { path: "en-de/c.txt", content: "# comment\ncar = Wagen, Auto; Karre\ncar park = Parkplatz\nnonsense\n" },
  { path: "de/families.txt", content: "Japan, japanisch\nkaufen, Kauf, Käufer\n" },
  { path: "de/synonyms.txt", content: "Vereinte Nationen, UNO\n" },
  { path: "de/broader.txt", content: "Getreide > Weizen, Roggen\n" },
  { path: "de/roles.txt", content: "Kreml ~ Moskau, russische Regierung\n" },
  { path: "de/strong-verbs.txt", content: "reisen: gerissen\nsprechen: spricht, sprach, gesprochen\n" },
  { path: "de/frequencies.txt", content: "6.0 sprechen versprechen\n5.0 ansprechen Haus\n" },
  { path: "en/forms.txt", content: "go: went, gone\n" },
];
const { lexicon: compiled, problems } = compileLexicon(sources);
const lexicon = createLexicon(compiled);
const key = (expression: string): string => stemsOf(expression, "de").join(" ");
/** What a German expression is related to, as pairs of kind and stems. */
const related = (expression: string): string[][] =>
  lexicon.relations("de", key(expression)).map(({ kind, stems }) => [kind, stems.join(" ")]);

describe("a lexicon", () => {
  it("names lines that are no entries, with their place", () => {
    expect(problems).toEqual([{ path: "en-de/c.txt", line: 4, text: "nonsense" }]);
  });

  it("translates both ways, weaker senses with less strength", () => {
    expect(lexicon.translations("en", "car").map(({ stems, strength }) => [stems.join(" "), strength])).toEqual([
      ["wag", 1],
      ["auto", 1],
      ["karr", 0.5],
    ]);
    expect(lexicon.translations("de", "parkplatz").map(({ stems }) => stems)).toEqual([["car", "park"]]);
    expect(lexicon.isHeadwordStart("en", "car")).toBe(true);
    expect(lexicon.isHeadwordStart("en", "park")).toBe(false);
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("knows nothing of %s", (word) => {
    expect(lexicon.translations("en", word)).toEqual([]);
    expect(lexicon.baseForms("en", word)).toEqual([]);
    const inText = createLexicon(parseCompiled(formatCompiled(compiled)));
    expect([...inText.translations("en", word), ...inText.relations("de", word)]).toEqual([]);
  });

  it("knows the verb of an expression that has a preposition beside it", () => {
    const { lexicon: own } = compileLexicon([
      { path: "en-de/w.txt", content: "warn of = warnen vor" },
      { path: "de/forms.txt", content: "sein: war, ist\n" },
      { path: "de/families.txt", content: "warnen, Warnung\n" },
    ]);
    const [translation] = createLexicon(own).translations("en", "warn of");
    expect(translation).toMatchObject({ stems: ["war"], word: { folded: "warnen", isNoun: false } });
    const relations = createLexicon(own).relations("de", "war", translation?.word);
    expect(relations.map(({ stems }) => stems.join(" "))).toEqual(["warnung"]);
  });

  it("gives a prefixed strong verb its forms wherever its infinitive is listed", () => {
    const { lexicon: own } = compileLexicon([
      { path: "en-de/s.txt", content: "shoot down = abschießen" },
      { path: "de/synonyms.txt", content: "beschießen, feuern" },
      { path: "de/strong-verbs.txt", content: "schießen: schoss, geschossen" },
    ]);
    const formsOf = (stem: string) =>
      createLexicon(own)
        .relations("de", stem)
        .flatMap(({ kind, stems }) => (kind === "form" ? stems : []));
    expect(formsOf("abschoss")).toEqual(["abschiess"]);
    expect(formsOf("beschoss")).toEqual(["beschiess"]);
    expect(formsOf("anschoss")).toEqual([]);
  });

  it("takes such words as entries", () => {
    const { lexicon: own } = compileLexicon([
      { path: "en-de/c.txt", content: "constructor = Konstrukteur" },
      { path: "en/forms.txt", content: "constructor: toString" },
    ]);
    expect(createLexicon(own).translations("en", "constructor")).toHaveLength(1);
    expect(createLexicon(own).baseForms("en", "tostring")).toEqual(["constructor"]);
  });

  it("relates words by their kind, and only to their head where there is one", () => {
    expect(related("Japan")).toEqual([["family", key("japanisch")]]);
    expect(related("Vereinten Nationen")).toEqual([["synonym", key("UNO")]]);
    expect(related("Getreide")).toEqual([
      ["narrower", key("Weizen")],
      ["narrower", key("Roggen")],
    ]);
    expect(related("Weizen")).toEqual([["broader", key("Getreide")]]);
    expect(related("Kreml")).toEqual([
      ["role", key("Moskau")],
      ["role", key("russische Regierung")],
    ]);
    expect(related("Moskau")).toEqual([["role", key("Kreml")]]);
  });

  it("leaves out groups whose words have one stem anyway", () => {
    expect(related("Kauf")).toEqual([]);
  });

  it("knows the irregular forms of verbs, with the prefixes of known ones", () => {
    expect(related("sprach")).toContainEqual(["form", key("sprechen")]);
    expect(related("ansprach")).toContainEqual(["form", key("ansprechen")]);
    expect(related("versprochen")).toContainEqual(["form", key("versprechen")]);
    expect(lexicon.baseForms("en", "went")).toEqual(["go"]);
  });

  it("knows how frequent words and stems are, folded", () => {
    expect(lexicon.zipf("de", "haus")).toBe(5);
    expect(lexicon.zipfOfStem("de", "versprech")).toBe(6);
    expect(lexicon.zipf("de", "unbekannt")).toBeUndefined();
  });

  it("leaves out the lists that it is told to leave out", () => {
    const without = createLexicon(compiled, ["translation", "synonym", "frequency"]);
    expect(without.translations("en", "car")).toEqual([]);
    expect(without.relations("de", key("UNO"))).toEqual([]);
    expect(without.zipf("de", "haus")).toBeUndefined();
    expect(without.relations("de", key("Getreide"))).toHaveLength(2);
  });

  it("is the same after it was written and read", () => {
    const text = formatCompiled(compiled);
    const read = parseCompiled(text);
    for (const code of ["de", "en"] as const) {
      expect(read.groups[code]).toEqual(compiled.groups[code]);
      expect(read.frequencies[code]).toEqual(compiled.frequencies[code]);
      for (const table of ["translations", "kinds", "baseForms"] as const) {
        expect([...(read[table][code]?.entries() ?? [])]).toEqual([...(compiled[table][code]?.entries() ?? [])]);
      }
    }
    expect(formatCompiled(parseCompiled(text))).toBe(text);
    expect(() => parseCompiled("no lexicon\n")).toThrow(/section/);
    expect(() => parseCompiled("# A heading\n\nand a page of Markdown\n")).toThrow(/section/);
  });

  it("finds the same groups in the text as in the tables", () => {
    const own = compileLexicon(readLexiconSources(folderOfLists)).lexicon;
    const inTables = createLexicon(own);
    const inText = createLexicon(parseCompiled(formatCompiled(own)));
    for (const code of ["de", "en"] as const) {
      const members = [
        ...new Set(own.groups[code]?.flatMap((group) => group.members.map((member) => partsOfMember(member).stems))),
      ];
      expect(members.length).toBeGreaterThan(1000);
      for (const member of members.filter((_, index) => index % 97 === 0 || index < 20)) {
        expect(inText.relations(code, member)).toEqual(inTables.relations(code, member));
      }
      expect(inText.relations(code, "\u0001")).toEqual([]);
      expect(inText.relations(code, "\uffff")).toEqual([]);
    }
  });

  it("comes with the program", () => {
    const own = createLexicon(readLexicon());
    expect(own.translations("en", "government").map(({ stems }) => stems.join(" "))).toContain(key("Regierung"));
    expect(own.baseForms("en", "bought")).toEqual(["buy"]);
    expect(own.zipf("de", "und")).toBeGreaterThan(6.5);
  });
});

describe("what is kept of a compiled lexicon", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "fundstelle-lexicon-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const never = (): string => {
    throw new Error("It was made although it was kept");
  };

  it("is used while nothing has changed, and made anew when something has", () => {
    const file = path.join(folder, "below", "kept");
    expect(cachedText(file, "one", () => "text of one\n")).toBe("text of one\n");
    expect(cachedText(file, "one", never)).toBe("text of one\n");
    expect(cachedText(file, "two", () => "text of two\n")).toBe("text of two\n");
    expect(cachedText(file, "two", never)).toBe("text of two\n");
  });

  it("is not needed: where no file can be written, the text is there all the same", () => {
    const blocked = path.join(folder, "a-file");
    writeFileSync(blocked, "");
    expect(cachedText(path.join(blocked, "kept"), "one", () => "text")).toBe("text");
    expect(readFileSync(blocked, "utf8")).toBe("");
  });
});
