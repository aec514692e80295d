import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bm25, inverseDocumentFrequency } from "../../../src/search/ranking/bm25.ts";
import { informativenessOf } from "../../../src/search/ranking/informativeness.ts";
import { concept } from "../../support/invented-query.ts";

describe("bm25", () => {
  it.each([
    // 1.5 · 2 · 2.2 / (2 + 1.2 · (0.25 + 0.75 · 50 / 100))
    [2, 50, 100, 1.5, { k1: 1.2, b: 0.75 }, 6.6 / 2.75],
    // A passage of average length: the norm is 1.
    [1, 80, 80, 2, { k1: 1.2, b: 0.75 }, (2 * 2.2) / 2.2],
    // Length does not count.
    [3, 999, 10, 1, { k1: 1, b: 0 }, 6 / 4],
    [0, 50, 100, 1.5, { k1: 1.2, b: 0.75 }, 0],
    // Nothing is known of lengths.
    [1, 0, 0, 1, { k1: 1, b: 1 }, 1],
  ])(
    "is as worked out by hand: frequency %d, length %d of %d",
    (frequency, length, average, idf, settings, expected) => {
      expect(bm25(frequency, length, average, idf, settings)).toBeCloseTo(expected, 12);
    },
  );

  it("grows with frequency, falls with length, and never passes its bound", () => {
    const number = fc.double({ min: 0.01, max: 500, noNaN: true });
    const settings = fc.record({
      k1: fc.double({ min: 0.1, max: 3, noNaN: true }),
      b: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(number, number, number, number, settings, (frequency, length, average, idf, { k1, b }) => {
        const score = bm25(frequency, length, average, idf, { k1, b });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(idf * (k1 + 1) * (1 + 1e-9));
        expect(bm25(frequency + 1, length, average, idf, { k1, b })).toBeGreaterThanOrEqual(score * (1 - 1e-9));
        expect(bm25(frequency, length + 10, average, idf, { k1, b })).toBeLessThanOrEqual(score * (1 + 1e-9));
      }),
    );
  });
});

describe("inverseDocumentFrequency", () => {
  it("is as worked out by hand", () => {
    expect(inverseDocumentFrequency(10, 1)).toBeCloseTo(Math.log(1 + 9.5 / 1.5), 12);
    expect(inverseDocumentFrequency(10, 10)).toBeCloseTo(Math.log(1 + 0.5 / 10.5), 12);
  });

  it("takes impossible frequencies as the nearest possible", () => {
    expect(inverseDocumentFrequency(10, 11)).toBe(inverseDocumentFrequency(10, 10));
    expect(inverseDocumentFrequency(10, -1)).toBe(inverseDocumentFrequency(10, 0));
    expect(inverseDocumentFrequency(0, 0)).toBeGreaterThan(0);
  });
});

describe("informativenessOf", () => {
  it("leans on the language in a small collection and on the collection in a large one", () => {
    const [rare, common] = [concept("quarz", undefined, { zipf: 2.5 }), concept("jahr", undefined, { zipf: 6 })];
    const prior = 200;
    expect(informativenessOf(rare, 10, 3, prior)).toBeGreaterThan(2 * informativenessOf(common, 10, 3, prior));
    const [inLarge, commonInLarge] = [rare, common].map((word) => informativenessOf(word, 1e6, 500, prior));
    expect(inLarge).toBeCloseTo(commonInLarge ?? 0, 2);
  });

  it("counts words that no list has as rare, and falls the more passages hold a word", () => {
    const unknown = concept("nordersiel");
    expect(informativenessOf(unknown, 50, 1, 200)).toBeGreaterThan(
      informativenessOf(concept("jahr", undefined, { zipf: 6 }), 50, 1, 200),
    );
    expect(informativenessOf(unknown, 50, 20, 200)).toBeLessThan(informativenessOf(unknown, 50, 2, 200));
  });

  it("knows numbers by the collection alone", () => {
    const year = concept("1962", undefined, { isNumber: true });
    expect(informativenessOf(year, 30, 4, 200)).toBe(inverseDocumentFrequency(30, 4));
  });

  it("is damped by a concept's importance", () => {
    const damped = concept("hafen", undefined, { importance: 0.5 });
    expect(informativenessOf(damped, 30, 4, 200)).toBeCloseTo(informativenessOf(concept("hafen"), 30, 4, 200) / 2, 12);
  });
});
