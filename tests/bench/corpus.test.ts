import { describe, expect, it } from "vitest";
import { generatePassages, generateQuestions } from "../../bench/corpus.ts";

const passages = [...generatePassages(1500)];

describe("the made-up collection", () => {
  it("is the same for the same seed, and begins alike at every size", () => {
    expect([...generatePassages(20)]).toEqual(passages.slice(0, 20));
    expect([...generatePassages(5, 2)]).not.toEqual(passages.slice(0, 5));
  });

  it("has about 80 words a passage", () => {
    const words = passages.reduce((sum, { text }) => sum + text.split(" ").length, 0);
    expect(words / passages.length).toBeGreaterThan(76);
    expect(words / passages.length).toBeLessThan(84);
  });

  it("has words as a language has: frequency falls about as the inverse of the rank, and many stand once", () => {
    const counts = new Map<string, number>();
    for (const { text } of passages) {
      for (const word of text.toLowerCase().split(/[ .]+/))
        if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const frequencies = [...counts.values()].sort((a, b) => b - a);
    const at = (rank: number): number => Math.log(frequencies[rank - 1] ?? 1);
    const slope = (at(1000) - at(10)) / (Math.log(1000) - Math.log(10));
    expect(slope).toBeLessThan(-0.7);
    expect(slope).toBeGreaterThan(-1.3);
    expect(frequencies.filter((count) => count === 1).length).toBeGreaterThan(frequencies.length * 0.4);
  });

  it("has more and more words the larger it is", () => {
    const distinct = (count: number): number =>
      new Set(passages.slice(0, count).flatMap(({ text }) => text.toLowerCase().split(/[ .]+/))).size;
    expect(distinct(1500)).toBeGreaterThan(distinct(500) * 1.5);
  });

  it("is asked about words that it holds", () => {
    const questions = generateQuestions(passages, 30);
    expect(questions).toEqual(generateQuestions(passages, 30));
    const text = passages.map((passage) => passage.text.toLowerCase()).join(" ");
    for (const question of questions) {
      const words = question.replace(/^Was ist mit |\?$/g, "").split(" ");
      expect(words.length).toBeGreaterThanOrEqual(3);
      for (const word of words) expect(text).toContain(word.toLowerCase());
    }
  });
});
