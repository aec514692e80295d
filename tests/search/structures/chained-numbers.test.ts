import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChainedNumbers } from "../../../src/search/structures/chained-numbers.ts";

describe("ChainedNumbers", () => {
  it("gives the numbers under a hash in their order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { maxLength: 100 }), (hashes) => {
        const numbers = new ChainedNumbers();
        const expected = new Map<number, number[]>();
        for (const [number, hash] of hashes.entries()) {
          numbers.add(hash, number);
          expected.set(hash, [...(expected.get(hash) ?? []), number]);
        }
        for (let hash = 0; hash <= 51; hash++) expect(numbers.under(hash)).toEqual(expected.get(hash) ?? []);
      }),
    );
  });

  it("grows", () => {
    const numbers = new ChainedNumbers();
    for (let i = 0; i < 20_000; i++) numbers.add(Math.imul(i % 5000, 0x9e3779b1) >>> 0, i);
    expect(numbers.under(Math.imul(4999, 0x9e3779b1) >>> 0)).toEqual([4999, 9999, 14_999, 19_999]);
  });
});
