import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FrequencyTable } from "../../src/analysis/frequency-table.ts";
import { german } from "../../src/analysis/german/german.ts";

const letters = fc.string({ unit: fc.constantFrom(..."abenrs"), minLength: 1, maxLength: 12 });

describe("FrequencyTable", () => {
  it("knows the stretches of a word that were added, and no others", () => {
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 40 }), letters, (words, text) => {
        const table = new FrequencyTable(words.length);
        for (const [i, word] of words.entries()) table.add(word, i);
        table.begin(text);
        for (let start = 0; start < text.length; start++) {
          for (let end = start + 1; end <= text.length; end++) {
            const position = words.indexOf(text.slice(start, end));
            expect(table.zipf(start, end)).toBe(position < 0 ? undefined : position);
          }
        }
      }),
    );
  });

  it("keeps the first frequency of a word", () => {
    const table = new FrequencyTable(2);
    table.add("hafen", 4);
    table.add("hafen", 2);
    table.begin("hafenmauer");
    expect(table.zipf(0, 5)).toBe(4);
  });

  it("has no use for words longer than any that is split", () => {
    expect(() => new FrequencyTable(1).add("x".repeat(100_000), 1)).not.toThrow();
  });

  it("changes no compound's parts", () => {
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 20 }),
        fc.array(letters, { minLength: 1, maxLength: 4 }),
        (words, parts) => {
          const known = new Map(words.concat(parts).map((word) => [word, 5]));
          const compound = parts.join("s");
          known.delete(compound);
          const table = new FrequencyTable(known.size);
          for (const [word, zipf] of known) table.add(word, zipf);
          const zipf = (word: string): number | undefined => known.get(word);
          expect(german.splitCompound(compound, zipf, table)).toEqual(german.splitCompound(compound, zipf));
        },
      ),
    );
  });
});
