import { describe, expect, it } from "vitest";
import { TextNumbers } from "../../../src/search/structures/text-numbers.ts";

describe("TextNumbers", () => {
  it("numbers texts in their order and finds them again", () => {
    const texts = Array.from({ length: 5000 }, (_, i) => `wort${i}`);
    const numbers = new TextNumbers((number, text) => texts[number] === text);
    for (const [i, text] of texts.entries()) {
      expect(numbers.find(text)).toBeUndefined();
      expect(numbers.add(text)).toBe(i);
    }
    for (const [i, text] of texts.entries()) expect(numbers.find(text)).toBe(i);
    expect(numbers.find("anderes")).toBeUndefined();
    expect(numbers.size).toBe(5000);
  });

  it("tells varieties of one text apart", () => {
    const entries = ["de", "en"];
    const numbers = new TextNumbers((number, _, variety) => entries[number] === variety);
    numbers.add("gift");
    expect([numbers.find("gift", "de"), numbers.find("gift", "en")]).toEqual([0, undefined]);
    numbers.add("gift");
    expect(numbers.find("gift", "en")).toBe(1);
  });

  it("finds every text, and each once, however far those before have moved into larger slots", () => {
    const texts = Array.from({ length: 3000 }, (_, i) => `wort${i}`);
    const numbers = new TextNumbers((number, text) => texts[number] === text);
    for (const [i, text] of texts.entries()) {
      expect(numbers.find(text)).toBeUndefined();
      numbers.add(text);
      for (const known of [0, i >> 1, i - 9, i])
        expect(numbers.find(texts[known] ?? "")).toBe(known < 0 ? undefined : known);
    }
  });
});
