import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldCase } from "../../src/analysis/folding.ts";
import { foldGerman } from "../../src/analysis/german/folding.ts";
import { proportional, slowdownOf } from "../support/slowdown.ts";

describe("folding of every language", () => {
  it.each([
    ["Straße", "strasse"],
    ["ÉCOLE", "ecole"],
    ["naïve", "naive"],
    ["ﬁnal", "final"],
    ["Łódź", "lodz"],
    ["Søren", "soren"],
    ["O’Brien", "obrien"],
    ["İstanbul", "istanbul"],
    ["ＡＢＣ", "abc"],
  ])("%s → %s", (word, folded) => {
    expect(foldCase(word)).toBe(folded);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (word) => {
        expect(foldCase(foldCase(word))).toBe(foldCase(word));
      }),
    );
  });

  it("is the same for composed and decomposed letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (word) => {
        expect(foldCase(word.normalize("NFD"))).toBe(foldCase(word.normalize("NFC")));
      }),
    );
  });

  it("takes off any number of marks, in proportion to their number", async () => {
    const work = (repeats: number) => expect(foldCase(`e${"\u0301".repeat(repeats)}x`)).toBe("ex");
    expect(await slowdownOf(work, 100_000)).toBeLessThan(proportional);
  });
});

describe("folding of German", () => {
  it.each([
    ["Präsident", "Praesident", "Prasident"],
    ["Größe", "Groesse", "Grosse"],
    ["Übung", "Uebung", "Ubung"],
    ["Müller", "MUELLER", "muller"],
    ["für", "fuer", "fur"],
  ])("makes one word of %s, %s and %s", (...spellings) => {
    expect(new Set(spellings.map(foldGerman)).size).toBe(1);
  });

  it.each([
    ["Quelle", "quelle"],
    ["Bauer", "bauer"],
    ["neue", "neue"],
    ["Steuer", "steuer"],
  ])("leaves ue in %s, where it is no umlaut", (word, folded) => {
    expect(foldGerman(word)).toBe(folded);
  });
});
