import { expect, it } from "vitest";
import { figuresOf } from "../../bench/quality.ts";

const passages = [
  { place: "a.txt:1", text: "Der Hafen wurde 1887" },
  { place: "a.txt:1", text: "gebaut und 1901 erweitert." },
  { place: "a.txt:2", text: "Die Werft schloss 1987." },
  { place: "b.txt:1", text: "Der Hafen liegt im Norden." },
];
const judgment = (doc: string, contains: string) => ({ gold: [{ doc, contains }] });

it("counts any passage of the right paragraph, and passages of one paragraph once", () => {
  const judgments = [judgment("a.txt", "1887"), judgment("b.txt", "Norden"), judgment("a.txt", "schloss")];
  const found = [[1], [0, 1, 3], []];
  const { recallAt1, mrrAt10 } = figuresOf(judgments, found, passages);
  expect(recallAt1).toBeCloseTo(1 / 3);
  expect(mrrAt10).toBeCloseTo((1 + 1 / 2) / 3);
});

it("does not take another document's words for the right ones", () => {
  expect(figuresOf([judgment("b.txt", "Hafen wurde")], [[0]], passages)).toEqual({ recallAt1: 0, mrrAt10: 0 });
});
