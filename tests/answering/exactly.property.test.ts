import { describe, expect, it } from "vitest";
import { askExactly } from "../../scripts/evaluation/exactly/ask-exactly.ts";
import { exactKinds } from "../../scripts/evaluation/exactly/kinds.ts";

/** Few made-up collections a kind; `npm run evaluate:exactly` asks for a thousand values of each. */
const rounds = 2;
const seed = 7;

describe("what is asked for to the letter comes first, and its neighbours are never sure", () => {
  it.each(exactKinds.map((kind) => [kind.name, kind] as const))(
    "%s",
    async (_, kind) => {
      const { asked, failures } = await askExactly(kind, rounds, seed);
      expect(asked).toBeGreaterThan(0);
      expect(failures).toEqual([]);
    },
    60_000,
  );
});
