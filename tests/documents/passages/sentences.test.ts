import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LanguageCode } from "../../../src/documents/document.ts";
import { linesAsSentences, sentencesOf } from "../../../src/documents/passages/sentences.ts";
import { proportional, slowdownOf } from "../../support/slowdown.ts";

function split(text: string, language: LanguageCode): string[] {
  return sentencesOf(text, language).map(({ start, end }) => text.slice(start, end).trimEnd());
}

const cases: readonly (readonly [LanguageCode, readonly string[]])[] = [
  ["de", ["Das Boot kam am 19. Juni an.", "Es blieb bis zum 3. Juli."]],
  ["de", ["Im 21. Jahrhundert fahren Züge schneller.", "Das ist z. B. in Japan so."]],
  ["de", ["Es gab u.a. Brot, z.B. Roggenbrot, usw. und Käse.", "Mehr nicht."]],
  ["de", ["Dr. Meyer und Prof. Dr. Schulz trafen Frau K. H. Lorenz.", "Sie sprachen lange."]],
  ["de", ["Er war 2019 dort, sagt man.", "Danach kam niemand."]],
  ["de", ["Das Schiff sank 1912.", "Überlebende berichteten später."]],
  ["de", ["Der Preis stieg um 3,5 Mio. Euro auf 10.000 Mrd. Yen.", "Niemand kaufte."]],
  ["de", ['"Sind es Boote?', 'Sind es Schiffe?", fragt sie.', "Keiner weiß es."]],
  ["de", ["„Wir fahren.“", "Das sagte sie.", "„Warum?“ fragte er."]],
  ["de", ["Er zögerte ... und ging.", "Dann kam sie…", "Alle schwiegen."]],
  ["de", ["Am 1. 2. 2023 begann es.", "Es endete im Jahr 2024."]],
  ["de", ["Wilhelm II. Kaiser der Deutschen dankte ab.", "Das war 1918."]],
  ["de", ["Siehe Abb. 3 und S. 12.", "Dort steht es (vgl. Kap. 4).", "Gut so."]],
  ["de", ["Das mag er.", "Manche mögen diese Art.", "Andere nicht."]],
  ["de", ["Hurra!", "Endlich!", "Es waren genau 12.", "Die anderen fehlten."]],
  ["de", ["Er wohnt in der U.S. Botschaft.", "Sie nicht."]],
  ["de", ["Sie traf Dipl.-Ing. Meier in der Bahnhofstr. 5 (Hinterhaus).", "Gem. § 5 gilt Ziff. 3 nicht."]],
  ["de", ["Die stellv. Vorsitzende nannte die max. Temperatur.", "Man nehme 1 Pck. Backpulver und 1 Msp. Zimt."]],
  ["de", ["Alle heißen Max.", "Das ist der Brauch."]],
  ["de", ["Der Kessel wird geprüft.¹", "Das Rohr auch.[12]", "Die Pumpe (neu).²", "Ende."]],
  ["de", ["Stufe 1 hat 200 W.", "Stufe 2 hat 200 V.", "Salz wiegt 10 g.", "Pfeffer auch."]],
  [
    "de",
    ["Spenden gehen auf DE12 3456 7890 90.", "Beiträge gehen auf DE12 3456 7890 91.", "Tel. 040 12 34 56.", "Küche"],
  ],
  ["en", ["settings.json holds colours.", "settings.local.json holds secrets.", "--wait waits.", "on_save saves."]],
  ["en", ["See Sec. 5 and Ch. 3 of the act.[1]", "It is long."]],
  ["en", ["Mr. Smith met Dr. J. R. Brown on Jan. 5 at 3 p.m. in the U.S. Senate.", "They talked."]],
  ["en", ["He arrived at 5 p.m.", "He left at six."]],
  ["en", ["She lived in the U.S.", "The house was small."]],
  ["en", ["It cost $3.5 million, i.e. too much.", "“Why?” he asked.", "“No.”", "That was all."]],
  ["en", ["He was 12.", "Everyone knew that.", "Apple Inc. sells phones, e.g. Model No. 5."]],
  ["en", ["Wait...", "What was that?!", "Nothing."]],
  ["en", ["Ships, boats, etc. were lost.", "(See p. 4.)", "Nobody cared."]],
];

describe("sentencesOf", () => {
  it.each(cases)("%s: %j", (language, sentences) => {
    expect(split(sentences.join(" "), language)).toEqual(sentences);
  });

  it("takes line breaks inside a sentence for spaces", () => {
    expect(split("Das Boot\nfuhr ab. Der\nHafen blieb.", "de")).toEqual(["Das Boot\nfuhr ab.", "Der\nHafen blieb."]);
  });

  it("begins a sentence at each item of a list", () => {
    expect(split("Es gibt:\n- rote Boote\n- blaue Boote\n1. Kräne", "de")).toHaveLength(4);
  });

  it("begins a sentence at each label where the text begins with one", () => {
    const minutes = "Ort: Vereinsheim\r\nBeginn: 19:30 Uhr\nAnwesend: Karin Böhme,\nUte Krause\n**Ende:** 21 Uhr";
    expect(split(minutes, "de")).toEqual([
      "Ort: Vereinsheim",
      "Beginn: 19:30 Uhr",
      "Anwesend: Karin Böhme,\nUte Krause",
      "**Ende:** 21 Uhr",
    ]);
    expect(split("Es gibt viel Neues.\nOrt: Halle\nZeit: heute", "de")).toHaveLength(2);
    expect(split("Boote fahren bei gutem\nWetter: das ist so.", "de")).toHaveLength(1);
  });

  it("gives white space to the sentence before it and adds the offset", () => {
    expect(sentencesOf("Eins.  Zwei.\n", "de", 10)).toEqual([
      { start: 10, end: 17 },
      { start: 17, end: 23 },
    ]);
  });

  it("covers any text with adjoining ranges", () => {
    const words = fc.array(
      fc.constantFrom("Hafen", "z. B.", "19.", "Dr.", "…", "!\n", '"Ja."', "(usw.)", "- ", "\r\n"),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          words.map((list) => list.join(" ")),
        ),
        (text) => {
          const sentences = sentencesOf(text, "de");
          expect(sentences.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
          expect(sentences.every(({ start, end }) => start < end)).toBe(true);
        },
      ),
    );
  });

  it.each(["a. ", ".", "\n ", "x"])("takes time in proportion to the length: %j", async (unit) => {
    const work = (repeats: number) => sentencesOf(unit.repeat(repeats), "de");
    expect(await slowdownOf(work, Math.ceil(100_000 / unit.length))).toBeLessThan(proportional);
  });
});

describe("linesAsSentences", () => {
  it("gives one range a row", () => {
    const table = "| a | b |\r\n| - | - |\r\n| 1. Eins | 2 |";
    expect(linesAsSentences(table).map(({ start, end }) => table.slice(start, end))).toEqual([
      "| a | b |\r\n",
      "| - | - |\r\n",
      "| 1. Eins | 2 |",
    ]);
  });
});
