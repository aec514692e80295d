import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../../src/analysis/edit-distance.ts";
import { Vocabulary } from "../../../src/search/index/vocabulary.ts";
import { allowedDistance, SpellingIndex, sameSound, soundKey } from "../../../src/search/query/spelling.ts";

/** Optimal string alignment by its recursion, remembered. */
function slowDistance(a: string, b: string): number {
  const known = new Map<string, number>();
  const distance = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i},${j}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    let best = Math.min(
      distance(i - 1, j) + 1,
      distance(i, j - 1) + 1,
      distance(i - 1, j - 1) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1),
    );
    if (i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1)) {
      best = Math.min(best, distance(i - 2, j - 2) + 1);
    }
    known.set(key, best);
    return best;
  };
  return distance(a.length, b.length);
}

describe("editDistance", () => {
  it.each([
    ["hafen", "hafen", 0],
    ["hafen", "hafn", 1],
    ["hafen", "ahfen", 1],
    ["container", "contianer", 1],
    ["boot", "brot", 1],
    ["", "ab", 2],
  ])("%s to %s is %d", (a, b, expected) => {
    expect(editDistance(a, b, 5)).toBe(expected);
  });

  it("agrees with its recursion, and gives up beyond what is asked", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.nat(10), (a, b, most) => {
        const expected = slowDistance(a, b);
        const actual = editDistance(a, b, most);
        expect(expected <= most ? actual === expected : actual > most).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("soundKey", () => {
  it.each([
    ["schoigu", "shoigu", "schojgu"],
    ["kiew", "kyjiw", "kyiv"],
    ["pjongjang", "pyongyang"],
    ["lusjanin", "lusyanin"],
    ["selenskyj", "zelensky", "zelenskyy", "selenski"],
    ["tschaikowski", "tchaikovsky", "chaikovsky"],
    ["gorbatschow", "gorbachov"],
    ["schtschukin", "shchukin"],
  ])("is the same for %s, %s, …", (first, ...others) => {
    for (const other of others) expect([other, soundKey(other)]).toEqual([other, soundKey(first)]);
  });

  it.each([
    ["china", "cia"],
    ["boot", "brot"],
    ["wien", "wein"],
    ["hafen", "hafer"],
    ["prag", "riga"],
  ])("tells %s from %s", (a, b) => {
    expect(soundKey(a)).not.toBe(soundKey(b));
  });
});

describe("SpellingIndex", () => {
  const vocabulary = new Vocabulary();
  const add = (word: string, language: "de" | "en" = "de", passages = 1): void => {
    const id = vocabulary.add({ word, language, term: word, parts: [] });
    for (let i = 0; i < passages; i++) vocabulary.countPassage(id, 1);
  };
  for (const word of [
    "schoigu",
    "kiew",
    "cia",
    "container",
    "hafen",
    "hafer",
    "rakete",
    "2024",
    "pjongjang",
    "verhandlungen",
    "tschaikowski",
    "schtschukin",
  ])
    add(word);
  add("gestorben", "de", 0); // of a document that was removed
  add("kettle", "en");
  add("hafel", "de", 3);
  const index = new SpellingIndex(vocabulary);
  const everything = { hasWord: () => true };
  const find = (word: string, withErrors = true, language: "de" | "en" = "de") =>
    index.candidates(word, language, withErrors, everything).map((candidate) => vocabulary.word(candidate.word));

  it("finds other transliterations, surely", () => {
    expect(index.candidates("shoigu", "de", false, everything)).toEqual([
      { word: vocabulary.find("schoigu", "de"), likeness: sameSound },
    ]);
    expect(find("tchaikovsky", false)).toEqual(["tschaikowski"]);
    expect(find("shchukin", false)).toEqual(["schtschukin"]);
    expect(find("pyongyang", false)).toEqual(["pjongjang"]);
  });

  it("never takes China for the CIA", () => {
    expect(find("china")).not.toContain("cia");
    expect(find("china", false)).toEqual([]);
  });

  it("forgives one wrong letter in short words and two in long ones, where asked", () => {
    expect([3, 4, 6, 7, 20].map(allowedDistance)).toEqual([0, 1, 1, 2, 2]);
    expect(find("contianer")).toEqual(["container"]);
    expect(find("cotnaienr")).toEqual(["container"]);
    expect(find("rakede")).toEqual(["rakete"]);
    expect(find("rakdee")).toEqual([]);
    expect(find("verhndlunge")).toEqual(["verhandlungen"]);
    expect(find("contianer", false)).toEqual([]);
  });

  it("gives the likeliest first: fewer errors, then words of more passages, then by letter", () => {
    expect(find("hafem")).toEqual(["hafel", "hafen", "hafer"]);
    expect(index.candidates("hafem", "de", true, everything, 2)).toHaveLength(2);
    const [first] = index.candidates("verhandlunge", "de", true, everything);
    const [second] = index.candidates("verhndlunge", "de", true, everything);
    expect(first?.likeness).toBeGreaterThan(second?.likeness ?? 1);
  });

  it("knows only words that a passage of the language has, and no numbers", () => {
    expect(find("gestorbne")).toEqual([]);
    expect(find("kettel")).toEqual([]);
    expect(find("kettel", true, "en")).toEqual(["kettle"]);
    expect(find("2023")).toEqual([]);
  });

  it("notices words that came later", () => {
    expect(find("leuchttrum")).toEqual([]);
    add("leuchtturm");
    expect(find("leuchttrum")).toEqual(["leuchtturm"]);
  });

  it("gives likenesses from 0 to 1 for any word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (word) => {
        const found = index.candidates(word, "de", true, everything);
        expect(found.length).toBeLessThanOrEqual(4);
        expect(found.every(({ likeness }) => likeness > 0 && likeness <= 1)).toBe(true);
      }),
    );
  });
});
