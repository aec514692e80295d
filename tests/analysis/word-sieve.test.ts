import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { german } from "../../src/analysis/german/german.ts";
import { WordSieve } from "../../src/analysis/word-sieve.ts";

const letters = fc.string({ unit: fc.constantFrom(..."abenrs"), minLength: 1, maxLength: 12 });

describe("WordSieve", () => {
  it("holds every stretch that is a word that was added", () => {
    fc.assert(
      fc.property(letters, letters, letters, (before, word, after) => {
        const sieve = new WordSieve(10);
        sieve.add(word);
        sieve.begin(before + word + after);
        expect(sieve.mayHold(before.length, before.length + word.length)).toBe(true);
      }),
    );
  });

  it("holds hardly anything else", () => {
    const sieve = new WordSieve(1000);
    for (let i = 0; i < 1000; i++) sieve.add(`wort${i}`);
    let held = 0;
    for (let i = 0; i < 1000; i++) {
      sieve.begin(`anderes${i}`);
      if (sieve.mayHold(0, `anderes${i}`.length)) held++;
    }
    expect(held).toBeLessThan(200);
  });

  it("has no use for words longer than any that is split", () => {
    const sieve = new WordSieve(1);
    expect(() => sieve.add("x".repeat(100_000))).not.toThrow();
  });

  it("changes no compound's parts", () => {
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 20 }),
        fc.array(letters, { minLength: 1, maxLength: 4 }),
        (words, parts) => {
          const known = new Map(words.concat(parts).map((word) => [word, 5]));
          const sieve = new WordSieve(known.size);
          for (const word of known.keys()) sieve.add(word);
          const zipf = (word: string): number | undefined => known.get(word);
          const compound = parts.join("s");
          known.delete(compound);
          expect(german.splitCompound(compound, zipf, sieve)).toEqual(german.splitCompound(compound, zipf));
        },
      ),
    );
  });
});
