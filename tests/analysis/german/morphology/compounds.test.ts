import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { german } from "../../../../src/analysis/german/german.ts";
import { createLexicon } from "../../../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../../../src/analysis/lexicon/read-lexicon.ts";

const lexicon = createLexicon(readLexicon());
const split = (word: string): readonly string[] =>
  german.splitCompound(german.fold(word), (part) => lexicon.zipf("de", part));
/** Parts as stems, so that linking letters and inflection do not matter. */
const stems = (words: readonly string[]): string[] => words.map((word) => german.stem(german.fold(word)));

describe("compounds", () => {
  it.each([
    ["Waffenlieferungen", ["Waffe", "Lieferung"]],
    ["Verteidigungsminister", ["Verteidigung", "Minister"]],
    ["Bundesregierung", ["Bundes", "Regierung"]],
    ["Lebensmittellieferungen", ["Lebensmittel", "Lieferung"]],
    ["Außenminister", ["außen", "Minister"]],
    ["Weltkrieg", ["Welt", "Krieg"]],
    ["Sicherheitsrat", ["Sicherheit", "Rat"]],
    ["Menschenrechte", ["Mensch", "Recht"]],
    ["Klimawandel", ["Klima", "Wandel"]],
    ["Wirtschaftskrise", ["Wirtschaft", "Krise"]],
    ["Grenzkontrolle", ["Grenz", "Kontrolle"]],
    ["Munitionsfabrik", ["Munition", "Fabrik"]],
    ["Friedensverhandlungen", ["Frieden", "Verhandlung"]],
    ["Staatsbesuch", ["Staat", "Besuch"]],
  ])("%s holds its parts", (word, parts) => {
    expect(stems(split(word))).toEqual(expect.arrayContaining(stems(parts)));
  });

  it("of three words hold the parts of their parts", () => {
    expect(split("Atomwaffenarsenal")).toEqual(["atomwaffen", "atom", "waffen", "arsenal"]);
  });

  it.each([
    ["Hundesteuerbescheid", ["hundesteuer", "bescheid"]],
    ["Wohngeldantrag", ["wohngeld", "antrag"]],
    ["Fahrtkostenzuschüsse", ["fahrtkosten", "zuschusse"]],
  ])("of three words of which no list has two together: %s", (word, parts) => {
    expect(split(word)).toEqual(expect.arrayContaining(parts));
  });

  it.each(["Wählerinnen", "Stellvertreterinnen"])("do not end with an ending: %s", (word) => {
    expect(split(word)).not.toContain("innen");
  });

  it.each([
    ["zweitägig", ["zwei", "tag"]],
    ["dreistufige", ["drei", "stufe"]],
  ])("of number and measure: %s", (word, parts) => {
    expect(split(word)).toEqual(parts);
  });

  it.each(
    "Präsident Universität Regierung Minister Information Politiker Wissenschaft Gesellschaft Verwaltung Europa Amerika Beziehung Entwicklung Erfahrung Mannschaft Freiheit Nachbarschaft Veränderung Unternehmen Verhandlung Vereinigung Demokratie Bevölkerung Möglichkeit Wahrscheinlichkeit Pjöngjang Washington Abgeordneter Vorsitzender".split(
      " ",
    ),
  )("%s is none", (word) => {
    expect(split(word)).toEqual([]);
  });

  it("are looked for in time, whatever stands there", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abenrst"), maxLength: 64 }), (word) => {
        for (const part of split(word)) expect(german.fold(word)).toContain(part);
      }),
      { numRuns: 300 },
    );
  });
});
