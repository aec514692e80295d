import { describe, expect, it } from "vitest";
import { components } from "../../src/discord/components/components.ts";
import { splitCustomId } from "../../src/discord/custom-ids/custom-id.ts";
import * as ids from "../../src/discord/custom-ids/ids.ts";

const kinds = Object.values(ids).map(({ kind }) => kind);

describe("buttons, menus and forms", () => {
  it("have one handler a custom id, and a custom id each", () => {
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(components.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
  });
});

describe.each(Object.entries(ids))("%s", (_name, id) => {
  it("takes nothing for its own but what it has written", () => {
    for (const fields of [[""], ["x", "y", "z"], ["-1"], Array.from({ length: 20 }, () => "0"), ["\u0000"]]) {
      expect(() => id.decode(fields)).not.toThrow();
    }
    expect(id.decode(Array.from({ length: 20 }, () => "0"))).toBeUndefined();
  });

  it("is told by its kind, of lower-case letters, which says nothing to anybody else", () => {
    expect(id.kind).toMatch(/^[a-z0-9]{1,3}$/);
    expect(splitCustomId(`old|${id.kind}|0`)).toBeUndefined();
  });
});
