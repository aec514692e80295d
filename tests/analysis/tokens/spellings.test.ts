import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Spellings } from "../../../src/analysis/tokens/spellings.ts";
import { scan } from "../../../src/analysis/tokens/tokenizer.ts";

interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly hash: number;
}

function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  scan(text, { word: (start, end, hash) => found.push({ text, start, end, hash }), token: () => undefined });
  return found;
}

describe("Spellings", () => {
  it("finds what was added, wherever it stands, and nothing else", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abÄß"), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const spellings = new Spellings();
        const known = new Map<string, number>();
        for (const { text, start, end, hash } of stretches(`${words.join(" ")}!`)) {
          const written = text.slice(start, end);
          expect(spellings.find(text, start, end, hash)).toBe(known.get(written));
          if (known.has(written)) continue;
          known.set(written, known.size - 1);
          spellings.add(text, start, end, hash, known.size - 2);
        }
      }),
    );
  });

  it("tells words of one hash apart", () => {
    const spellings = new Spellings();
    spellings.add("Boot", 0, 4, 7, 1);
    spellings.add("See", 0, 3, 7, 2);
    expect([
      spellings.find("im Boot", 3, 7, 7),
      spellings.find("See", 0, 3, 7),
      spellings.find("Mole", 0, 4, 7),
    ]).toEqual([1, 2, undefined]);
  });

  it("goes on when it is full", () => {
    const spellings = new Spellings();
    let last = "";
    for (let i = 0; i < 200_000; i++) {
      last = `wort${i}`;
      spellings.add(last, 0, last.length, Math.imul(i, 0x9e3779b1), i);
    }
    expect(spellings.find(last, 0, last.length, Math.imul(199_999, 0x9e3779b1))).toBe(199_999);
  });
});
