import { describe, expect, it } from "vitest";
import { readClaims } from "../../../src/answering/proof/claims/read-claims.ts";
import { proportional, slowdownOf } from "../../support/slowdown.ts";

/** What a text may be made of that reading it could take more than its share of time for. */
const pieces = [
  "a:1 ",
  "> a:1\n",
  "    a: »x«\n",
  '"a:1" ',
  "· also in a:1 ",
  "a:1, ",
  "a:1@abcdef12 ",
  "`",
  "-# x\n> y\n",
  "> x\n",
  "“",
  " ",
];

describe("reading the claims of a text", () => {
  it.each(pieces)("takes time in proportion to its length: %j", async (piece) => {
    const read = (repeats: number) => readClaims(`a:1 ${piece.repeat(repeats)}\na:1`, () => true);
    expect(await slowdownOf(read, 2_000)).toBeLessThan(proportional);
  });

  it.each([
    ["Ebenso in `a:1`, `b:2@abcdef12` · Ähnlich in `c:3`", ["elsewhere", "elsewhere", "similar"]],
    ["Also in a:1, b:2", ["elsewhere", "elsewhere"]],
    ["Auch inseln a:1", [undefined]],
    ["Das steht auch in a:1", [undefined]],
    ["**Titel** · Much the same in a:1 · Also in x, b:2", ["similar", "elsewhere"]],
  ] as const)("tells lists of other places from citations of their own: %j", (line, kinds) => {
    const claims = readClaims(`> Wörter\nd:9@0123456789ab\n${line}`, () => true).slice(1);
    expect(
      claims.map(({ isLookUp, quotes }) =>
        isLookUp === true ? "similar" : quotes.length > 0 ? "elsewhere" : undefined,
      ),
    ).toEqual(kinds);
  });
});
