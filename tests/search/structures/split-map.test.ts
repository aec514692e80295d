import { expect, it } from "vitest";
import { SplitMap } from "../../../src/search/structures/split-map.ts";

const texts = ["", "a", "é", "🐻", "constructor", "__proto__", ...Array.from({ length: 5000 }, (_, i) => `wort${i}`)];

it("keeps what each text stands for, until it is deleted", () => {
  const map = new SplitMap<number>();
  for (const [i, text] of texts.entries()) {
    expect(map.has(text)).toBe(false);
    map.set(text, -1).set(text, i);
  }
  expect(map.size).toBe(texts.length);
  expect(texts.map((text) => map.get(text))).toEqual(texts.map((_, i) => i));
  expect([map.delete("wort7"), map.delete("wort7"), map.has("wort7"), map.get("wort7")]).toEqual([
    true,
    false,
    false,
    undefined,
  ]);
  expect(map.size).toBe(texts.length - 1);
});

it("lets no single map grow with all of the texts", () => {
  const map = new SplitMap<number>();
  for (const [i, text] of texts.entries()) map.set(text, i);
  expect(map.largest).toBeLessThan(texts.length / 16);
});
