import { describe, expect, it } from "vitest";
import { Vocabulary } from "../../../src/search/index/vocabulary.ts";

const entry = (word: string, language: "de" | "en" = "de", parts: string[] = []) => ({
  word,
  language,
  term: `${word}!`,
  parts,
});

describe("Vocabulary", () => {
  it("numbers words in the order in which they come, and finds them by word and language", () => {
    const vocabulary = new Vocabulary();
    expect(
      [entry("gift"), entry("gift", "en"), entry("hafenmauer", "de", ["hafen", "mauer"])].map((one) =>
        vocabulary.add(one),
      ),
    ).toEqual([0, 1, 2]);
    expect(vocabulary.find("gift", "de")).toBe(0);
    expect(vocabulary.find("gift", "en")).toBe(1);
    expect(vocabulary.find("hafenmauer", "en")).toBeUndefined();
    expect(vocabulary.parts(2)).toEqual(["hafen", "mauer"]);
    expect([vocabulary.word(1), vocabulary.term(1), vocabulary.language(1)]).toEqual(["gift", "gift!", "en"]);
  });

  it.each(["constructor", "__proto__", "toString", ""])("does not know %j until it comes", (word) => {
    const vocabulary = new Vocabulary();
    expect(vocabulary.find(word, "de")).toBeUndefined();
    vocabulary.add(entry(word));
    expect(vocabulary.find(word, "de")).toBe(0);
  });

  it("counts the passages of a word, and the words that stand in any", () => {
    const vocabulary = new Vocabulary();
    const [boot, see] = [vocabulary.add(entry("boot")), vocabulary.add(entry("see"))];
    vocabulary.countPassage(boot, 1);
    vocabulary.countPassage(boot, 1);
    vocabulary.countPassage(see, 1);
    expect([vocabulary.passageCount(boot), vocabulary.liveCount]).toEqual([2, 2]);
    vocabulary.countPassage(see, -1);
    vocabulary.countPassage(boot, -1);
    expect([vocabulary.passageCount(boot), vocabulary.liveCount, vocabulary.size]).toEqual([1, 1, 2]);
  });

  it("finds restored words like added ones", () => {
    const vocabulary = new Vocabulary();
    vocabulary.restoreTerms(["", "wort", "rest"]);
    for (let i = 0; i < 5000; i++)
      vocabulary.restore({ word: `wort${i}`, language: "de", term: 1, parts: i === 7 ? [2] : [] }, i % 2);
    expect([vocabulary.term(7), vocabulary.parts(7), vocabulary.parts(8)]).toEqual(["wort", ["rest"], []]);
    expect(vocabulary.liveCount).toBe(2500);
    expect([...vocabulary.indexWords()].length).toBeGreaterThan(0);
    expect(vocabulary.find("wort4999", "de")).toBe(4999);
    expect(vocabulary.add(entry("neu"))).toBe(5000);
    expect(vocabulary.find("neu", "de")).toBe(5000);
  });

  it("knows nothing of numbers that it has not given", () => {
    const vocabulary = new Vocabulary();
    expect([vocabulary.word(3), vocabulary.term(3), vocabulary.passageCount(3)]).toEqual(["", "", 0]);
  });
});
