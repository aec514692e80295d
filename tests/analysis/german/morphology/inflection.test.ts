import { describe, expect, it } from "vitest";
import { mayBeFormOf, rootOf } from "../../../../src/analysis/german/morphology/inflection.ts";

describe("a regular form of a lemma", () => {
  it.each([
    ["gaste", "Gast"],
    ["hauser", "Haus"],
    ["partnern", "Partner"],
    ["kenntnisse", "Kenntnis"],
    ["freundinnen", "Freundin"],
    ["museen", "Museum"],
    ["firmen", "Firma"],
    ["besuchte", "besuchen"],
    ["besucht", "besuchen"],
    ["gekauft", "kaufen"],
    ["eingekauften", "einkaufen"],
    ["einzukaufen", "einkaufen"],
    ["machtiger", "machtig"],
    ["schnellsten", "schnell"],
    ["lang", "lang"],
  ])("%s may be one of %s", (word, lemma) => {
    expect(mayBeFormOf(word, lemma)).toBe(true);
  });

  it.each([
    ["gaste", "Gas"],
    ["partnern", "Part"],
    ["lang", "gelang"],
    ["stunde", "stand"],
    ["betriebe", "betreiben"],
    ["haus", "Maus"],
  ])("%s is none of %s", (word, lemma) => {
    expect(mayBeFormOf(word, lemma)).toBe(false);
  });
});

describe("the root of a lemma", () => {
  it("is what a noun and its verb have in common", () => {
    expect(rootOf("Besuch")).toBe(rootOf("besuchen"));
    expect(rootOf("Rede")).toBe(rootOf("reden"));
    expect(rootOf("Gast")).not.toBe(rootOf("Gas"));
  });
});
