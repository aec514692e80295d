import { describe, expect, it } from "vitest";
import { compareQuantities } from "../../../src/analysis/exact/compare.ts";
import { numberOfRoman, numberOfWord, romanOf, wordsOfNumber } from "../../../src/analysis/exact/number-words.ts";
import { findQuantities, type Quantity } from "../../../src/analysis/exact/quantities.ts";

function only(text: string): Quantity {
  const [quantity, ...more] = findQuantities(text);
  if (quantity === undefined || more.length > 0) throw new Error(`${text} has ${more.length + 1} numbers, or none.`);
  return quantity;
}

function compare(asked: string, found: string): string | number {
  const comparison = compareQuantities(only(asked), only(found));
  return comparison.kind === "same" ? comparison.share : comparison.kind;
}

describe("numbers", () => {
  it.each([
    ["14.000 Euro", "14 000 Euro"],
    ["14000 Euro", "vierzehntausend Euro"],
    ["14,000 euros", "fourteen thousand euros"],
    ["1.250,50 €", "1,250.50 EUR"],
    ["7 Dollar", "$7"],
    ["3 Mio. Euro", "3.000.000 Euro"],
    ["two hundred and five days", "205 Tage"],
    ["20kg", "20 Kilogramm"],
    ["35 %", "35 Prozent"],
    ["18:45", "18.45 Uhr"],
    ["3pm", "15 Uhr"],
    ["half past seven", "7:30"],
    ["noon", "12 pm"],
    ["3rd floor", "third floor"],
    ["im dritten Stock", "im 3. Stock"],
    ["Karl der 5.", "Karl V."],
    ["Kapitel 4", "Kapitel IV"],
    ["einundzwanzig Leute", "21 Leute"],
  ])("%s and %s are the same", (a, b) => {
    expect(compare(a, b)).toBe(1);
    expect(compare(b, a)).toBe(1);
  });

  it.each([
    ["3 pm", "3 am"],
    ["18:45", "8.45 Uhr"],
    ["5 Euro", "5 Dollar"],
    ["5 Euro", "6 €"],
    ["20 kg", "2 kg"],
    ["2nd floor", "third floor"],
    ["Karl IV.", "Karl V."],
    ["Zimmer 12", "Zimmer 1"],
    ["Hausordnung 2022", "Hausordnung 2019"],
  ])("%s stands where %s is asked for", (a, b) => {
    expect(compare(a, b)).toBe("other");
    expect(compare(b, a)).toBe("other");
  });

  it.each([
    ["18:45", "18,45 Euro"],
    ["2nd floor", "2 Türen"],
    ["5 Euro", "5 Leute"],
    ["Ausgabe 1.10", "Ausgabe 1.1"],
  ])("%s is not %s", (a, b) => {
    expect(["apart", "other", 0.3]).toContain(compare(a, b));
  });

  it("of names and dates are none", () => {
    expect(findQuantities("Die K-4 und v2.1.3 vom 19.06.2024, Tel. 040 7654321")).toEqual([]);
  });
});

describe("numbers in words", () => {
  it("are read as they are written, in both languages", () => {
    for (const value of [...Array(1200).keys(), 14_000, 99_999, 123_456]) {
      const words = wordsOfNumber(value);
      for (const { cardinal, ordinal } of words.values()) {
        if (cardinal !== undefined) expect(numberOfWord(cardinal)).toEqual({ value, isOrdinal: false });
        if (ordinal !== undefined) expect(numberOfWord(ordinal)).toEqual({ value, isOrdinal: true });
      }
    }
  });

  it("and Roman figures are read back", () => {
    for (let value = 1; value < 4000; value += 7) expect(numberOfRoman(romanOf(value))).toBe(value);
    for (const word of ["IIII", "VX", "MIXA", "", "IC"]) expect(numberOfRoman(word)).toBeUndefined();
  });
});
