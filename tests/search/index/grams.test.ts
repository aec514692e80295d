import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GramCounts, gramBits, gramHashes } from "../../../src/search/index/grams.ts";

function grams(word: string): number[] {
  const out = new Uint32Array(word.length + 2);
  return [...out.subarray(0, gramHashes(word, out))];
}

describe("gramHashes", () => {
  it("gives one hash for each 4-gram, word edges marked", () => {
    expect(grams("hafen")).toHaveLength(4); // _haf hafe afen fen_
    expect(grams("see")).toHaveLength(2); // _see see_
    expect(grams("ei")).toHaveLength(1);
    expect(grams("a")).toHaveLength(1);
    expect(grams("")).toHaveLength(1);
  });

  it("gives equal 4-grams equal hashes, wherever they stand", () => {
    const [, , , end] = grams("hafen");
    expect(grams("schlafen").at(-1)).toBe(end);
    expect(grams("hafenmauer")).not.toContain(end);
    expect(grams("hafenmauer").slice(0, 3)).toEqual(grams("hafen").slice(0, 3));
    expect(grams("mauer").slice(1)).toEqual(grams("hafenmauer").slice(-3));
  });

  it("tells beginnings from ends", () => {
    expect(grams("abc")[0]).not.toBe(grams("abc")[1]);
    expect(grams("ab")).not.toEqual(grams("ba"));
  });

  it("stays inside its table for any word", () => {
    const unit = fc.integer({ min: 0, max: 0xffff });
    const anyWord = fc.array(unit, { maxLength: 90 }).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(anyWord, (word) => {
        const hashes = grams(word);
        expect(hashes).toHaveLength(Math.max(1, word.length - 1));
        expect(hashes.every((hash) => hash >= 0 && hash < 1 << gramBits)).toBe(true);
      }),
    );
  });
});

describe("GramCounts", () => {
  it("counts the passages of every word that holds a 4-gram, and takes them back", () => {
    const counts = new GramCounts();
    counts.add("hafen", 3);
    counts.add("hafer", 2);
    const [start = 0, , , end = 0] = grams("hafen");
    expect(counts.of(start)).toBe(5);
    expect(counts.of(end)).toBe(3);
    counts.add("hafen", -1);
    expect(counts.of(start)).toBe(4);
  });
});
