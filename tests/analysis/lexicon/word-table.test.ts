import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatEntries, LineTable } from "../../../src/analysis/lexicon/word-table.ts";

const word = fc.string({ unit: fc.constantFrom(..."abcß-'"), minLength: 1, maxLength: 4 });
const key = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const value = fc.string({ unit: fc.constantFrom(..."xyz |="), maxLength: 6 });

describe("a table of words in a text", () => {
  it("has what was put in, under its key alone, in the order of the keys", () => {
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 60 }), fc.array(key, { maxLength: 20 }), (entries, others) => {
        const expected = new Map(Object.entries(entries));
        const table = new LineTable(formatEntries(expected));
        for (const asked of [...expected.keys(), ...others]) expect(table.get(asked)).toBe(expected.get(asked));
        expect([...table.entries()]).toEqual([...expected].sort(([a], [b]) => (a < b ? -1 : 1)));
      }),
    );
  });

  it("knows which words its keys begin with", () => {
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 60 }), fc.array(word, { maxLength: 20 }), (entries, others) => {
        const table = new LineTable(formatEntries(Object.entries(entries)));
        const starts = new Set(Object.keys(entries).map((name) => name.split(" ")[0] ?? ""));
        for (const start of [...starts, ...others]) expect(table.hasStart(start)).toBe(starts.has(start));
      }),
    );
  });

  it("passes over what is no entry", () => {
    const table = new LineTable("nothing\na\t1\n\nb c\t2\nno end");
    expect([...table.entries()]).toEqual([
      ["a", "1"],
      ["b c", "2"],
    ]);
    expect(["a", "b c", "b", "nothing", "a\t1", ""].map((asked) => table.get(asked))).toEqual([
      "1",
      "2",
      ...Array(4).fill(undefined),
    ]);
    expect(table.hasStart("b")).toBe(true);
  });
});
