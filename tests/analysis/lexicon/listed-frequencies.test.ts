import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ListedFrequencies } from "../../../src/analysis/lexicon/listed-frequencies.ts";

const word = fc.string({ unit: fc.constantFrom(..."abcß7"), minLength: 1, maxLength: 5 });

describe("ListedFrequencies", () => {
  it("knows every word of its lines, and nothing else", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), fc.nat({ max: 5 }), word, (words, perLine, other) => {
        const lines: string[] = [];
        const expected = new Map<string, number>();
        for (let i = 0; i < words.length; i += perLine + 1) {
          const zipf = 7 - lines.length / 10;
          const listed = words.slice(i, i + perLine + 1);
          for (const one of listed) expected.set(one, Number(String(zipf)));
          lines.push([zipf, ...listed].join(" "));
        }
        const frequencies = new ListedFrequencies(lines);
        for (const one of [...words, other, `${other}${other}`]) expect(frequencies.get(one)).toBe(expected.get(one));
        expect(new Map(frequencies.entries())).toEqual(expected);
      }),
    );
  });

  it("takes no frequency, no two words and no nothing for a word", () => {
    const frequencies = new ListedFrequencies(["7.2 der", "7.1 die ich"]);
    expect(["7.1", "die ich", "der\n7.1", ""].map((text) => frequencies.get(text))).toEqual(Array(4).fill(undefined));
    expect(new ListedFrequencies([]).get("der")).toBeUndefined();
  });
});
