import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cistem } from "../../../../src/analysis/german/morphology/cistem.ts";

describe("CISTEM", () => {
  // Published with the reference implementation, for its case-insensitive form.
  it.each([
    ["Speicherbehältern", "speicherbehal"],
    ["Grenzpostens", "grenzpo"],
    ["Ausgefeiltere", "ausgefeil"],
  ])("stems the published %s to %s", (word, stem) => {
    expect(cistem(word)).toBe(stem);
  });

  // Worked out by hand from the algorithm in the paper: prefix, digraphs, doubled letters, the order of suffixes, lengths.
  it.each([
    ["laufen", "lauf"],
    ["gesprochen", "sproch"],
    ["gehen", "geh"],
    ["geben", "geb"],
    ["Häuser", "hau"],
    ["Sieben", "sieb"],
    ["kommen", "komm"],
    ["Menschen", "mensch"],
    ["Reisen", "reis"],
    ["laufend", "lauf"],
    ["ein", "ein"],
    ["See", "see"],
    ["", ""],
  ])("follows the algorithm: %s", (word, stem) => {
    expect(cistem(word)).toBe(stem);
  });

  it.each([
    ["Lieferung", "Lieferungen"],
    ["Präsident", "Präsidenten"],
    ["Waffe", "Waffen"],
    ["Staates", "Staat"],
    ["russische", "russischen"],
    ["große", "großes"],
    ["liefert", "liefern"],
    ["Vertrag", "Verträge"],
    ["Ausschuss", "Ausschusses"],
  ])("gives %s and %s the same stem", (one, other) => {
    expect(cistem(one)).toBe(cistem(other));
  });

  it("does not depend on case, umlauts or ß", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abcdeghinrstuäöüß"), maxLength: 16 }), (word) => {
        const folded = word.replaceAll("ä", "a").replaceAll("ö", "o").replaceAll("ü", "u").replaceAll("ß", "ss");
        expect(cistem(word)).toBe(cistem(folded));
        expect(cistem(word.toUpperCase())).toBe(cistem(word));
      }),
    );
  });

  it("leaves at least three letters or digraphs of a word that has them", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abdehilmnorstu"), minLength: 6, maxLength: 20 }), (word) => {
        expect(cistem(word).length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
