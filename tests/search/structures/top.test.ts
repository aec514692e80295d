import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { topIds } from "../../../src/search/structures/top.ts";

describe("topIds", () => {
  it("gives what sorting everything gives, equal scores by id, whatever the order of the ids", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 60 });
    fc.assert(
      fc.property(scores, fc.nat(70), fc.boolean(), (values, limit, isReversed) => {
        const scoreOf = (id: number): number => values[id] ?? 0;
        const ids = [...values.keys()];
        const sorted = [...ids].sort((a, b) => scoreOf(b) - scoreOf(a) || a - b).slice(0, limit);
        expect(topIds(isReversed ? ids.reverse() : ids, scoreOf, limit)).toEqual(sorted);
      }),
    );
  });
});
