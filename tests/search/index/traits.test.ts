import { describe, expect, it } from "vitest";
import { packTraits, traitsOf, unpackTraits } from "../../../src/search/index/traits.ts";

describe("traitsOf", () => {
  it.each([
    "Die Kaution beträgt 15 €.",
    "(2) Der Ausschuss tagt zweimal im Semester.",
    "Die Absauganlage läuft mit 2,5 bar.",
    "Ideally, at least 16 _cores_.",
    "It takes three days.",
    "§ 7 Abs. 2: Die Frist endet am 3. Mai.",
    "Timeout: `30s`",
    "Die Frist beträgt vierundzwanzig Stunden.",
  ])("sees the number in %j", (text) => {
    expect(traitsOf(text, "text").hasQuantity).toBe(true);
  });

  it.each([
    "(1) Wer ein Schließfach entleiht, haftet nach § 6 Abs. 2.",
    "3. Der Vorsitz leitet die Sitzungen.",
    "1.2 Geltungsbereich",
    "Siehe Kapitel 4 und Tabelle 2.",
    "See https://example.org/v2/page/17 for more.",
    "Der Standard heißt OAuth2, die Datei K4.",
  ])("sees none in %j", (text) => {
    expect(traitsOf(text, "text").hasQuantity).toBe(false);
  });

  it.each([
    "Bring:\n\n- gloves\n- a jacket\n- shoes",
    "Nicht verarbeitet werden\n1. Platten\n2. nasses Holz\n3. Nägel",
    "a) Vorstand\nb) Kasse\nc) Beirat",
  ])("sees the list in %j", (text) => {
    expect(traitsOf(text, "text").isList).toBe(true);
  });

  it("takes a table for a list, and neither two items nor dashes inside sentences", () => {
    expect(traitsOf("| a | b |\n| - | - |", "table").isList).toBe(true);
    expect(traitsOf("- gloves\n- shoes", "text").isList).toBe(false);
    expect(traitsOf("Er kam - sah - und ging - heim.", "text").isList).toBe(false);
  });

  it.each([
    "§ 28 Bußgeldvorschriften",
    "Straf- und Bußgeldvorschriften",
    "§ 52 Übergangs- und Anwendungsbestimmungen",
    "Inkrafttreten, Außerkrafttreten",
    "Transitional provisions",
    "Commencement",
  ])("sees under “%s” that it stands beside the rules", (heading) => {
    expect(traitsOf("Some text.", "text", ["Section 7", heading]).isSideProvision).toBe(true);
  });

  it.each([
    "Erhebung der Beiträge",
    "Evaluation der Lehre",
    "Straftaten gegen das Leben",
    "Penalty kicks",
    "Übergang der Rechte",
  ])("takes “%s” for a rule", (heading) => {
    expect(traitsOf("Some text.", "text", [heading]).isSideProvision).toBe(false);
  });

  it("is the same after it was packed", () => {
    for (const hasQuantity of [false, true]) {
      for (const isList of [false, true]) {
        for (const isSideProvision of [false, true]) {
          const traits = { hasQuantity, isList, isSideProvision };
          expect(unpackTraits(packTraits(traits))).toEqual(traits);
        }
      }
    }
  });
});
