import { describe, expect, it } from "vitest";
import { distinctHits } from "../../../src/answering/choosing/near-duplicates.ts";
import { sidesOf, withVariety } from "../../../src/answering/choosing/variety.ts";
import { noTraits } from "../../../src/search/index/traits.ts";
import type { Concept } from "../../../src/search/query/concept.ts";
import type { Hit } from "../../../src/search/ranking/rank.ts";
import { concept, queryOf } from "../../support/invented-query.ts";
import { noEvidence } from "../../support/no-evidence.ts";

function hit(id: number, { words = [id], document = 0, score = 1 - id / 100, met = [] as number[] } = {}): Hit {
  const evidence = { ...noEvidence, terms: 1, grams: 1, met };
  return {
    id,
    document,
    range: { start: 0, end: 0 },
    score,
    signals: [],
    traits: noTraits,
    meaning: 0,
    words: Uint32Array.from(words),
    evidence,
  };
}

const ids = (distinct: readonly { hit: Hit }[]): number[] => distinct.map((one) => one.hit.id);
const range = (from: number, until: number): number[] => Array.from({ length: until - from }, (_, i) => from + i);

describe("distinctHits", () => {
  it("keeps the better of two that share nearly all of their words", () => {
    const hits = [
      hit(0, { words: range(0, 10) }),
      hit(1, { words: range(100, 110) }),
      hit(2, { words: [...range(0, 9), 77] }),
      hit(3, { words: range(0, 10) }),
    ];
    const distinct = distinctHits(hits, 10);
    expect(ids(distinct)).toEqual([0, 1]);
    expect(distinct[0]?.duplicates.map(({ id }) => id)).toEqual([2, 3]);
  });

  it("keeps those that share only some words, or where one says much more", () => {
    expect(
      ids(
        distinctHits(
          [hit(0, { words: range(0, 10) }), hit(1, { words: range(5, 15) }), hit(2, { words: range(0, 30) })],
          10,
        ),
      ),
    ).toEqual([0, 1, 2]);
  });

  it("takes the order and the number of words for nothing", () => {
    expect(
      ids(distinctHits([hit(0, { words: [1, 2, 3, 4, 5] }), hit(1, { words: [5, 4, 4, 4, 3, 2, 1] })], 10)),
    ).toEqual([0]);
  });

  it("keeps those that differ in a figure alone", () => {
    const hits = [hit(0, { words: range(0, 10) }), hit(1, { words: [...range(0, 9), 77] })];
    expect(ids(distinctHits(hits, 10, (word) => word === 77))).toEqual([0, 1]);
    expect(ids(distinctHits(hits, 10, (word) => word === 5))).toEqual([0]);
  });

  it("gives no more than asked for, but finds the duplicates of those below", () => {
    const distinct = distinctHits([hit(0), hit(1), hit(2), hit(3, { words: [0] })], 2);
    expect(ids(distinct)).toEqual([0, 1]);
    expect(distinct[0]?.duplicates.map(({ id }) => id)).toEqual([3]);
    expect(distinctHits([], 3)).toEqual([]);
  });
});

/** A question's concepts at their places. */
function asked(text: string, words: readonly string[], more: Partial<Concept> = {}) {
  const concepts = words.map((word) => ({
    ...concept(word, undefined, more),
    start: text.indexOf(word),
    end: text.indexOf(word) + word.length,
  }));
  return { ...queryOf(...concepts), text };
}

describe("sidesOf", () => {
  it.each([
    ["Was sagen Seiler und Cha dazu?", ["sagen", "Seiler", "Cha"], [1, 2]],
    ["Harms, Brahms oder Quast?", ["Harms", "Brahms", "Quast"], [1, 2]],
    ["Who is older, Harms or Brahms?", ["older", "Harms", "Brahms"], [1, 2]],
    ["Wie alt sind Harms, die Wärterin, und Brahms?", ["alt", "Harms", "Wärterin", "Brahms"], [2, 3]],
    ["Wann kamen Brot für Kinder?", ["Brot", "Kinder"], []],
    ["kommen und gehen", ["kommen", "gehen"], []],
  ])("%s", (text, words, expected) => {
    expect(sidesOf(asked(text, words))).toEqual(expected);
  });

  it("takes no words of an earlier question", () => {
    expect(sidesOf(asked("Seiler und Cha", ["Seiler", "Cha"], { importance: 0.5 }))).toEqual([]);
  });
});

describe("withVariety", () => {
  const sides = asked("Was sagen Seiler und Cha dazu?", ["sagen", "Seiler", "Cha"]);
  const distinct = (...hits: Hit[]) => hits.map((one) => ({ hit: one, duplicates: [] }));
  const of = (id: number, met: number[], document = 0, score = 1 - id / 100) => hit(id, { met, document, score });

  it("gives each side one of the first places, and the best stays first", () => {
    const hits = distinct(of(0, [1, 1, 0]), of(1, [1, 1, 0]), of(2, [1, 1, 0]), of(3, [1, 1, 0]), of(4, [1, 0, 1]));
    expect(ids(withVariety(hits, sides, 3))).toEqual([0, 1, 4, 2, 3]);
  });

  it("changes nothing where each side has a place, or where its passage is far worse", () => {
    expect(
      ids(withVariety(distinct(of(0, [1, 1, 0]), of(1, [1, 0, 1]), of(2, [0, 1, 0]), of(3, [0, 0, 1])), sides, 3)),
    ).toEqual([0, 1, 2, 3]);
    expect(
      ids(
        withVariety(
          distinct(of(0, [1, 1, 0]), of(1, [1, 1, 0]), of(2, [1, 1, 0]), of(3, [0, 0, 1], 0, 0.01)),
          sides,
          3,
        ),
      ),
    ).toEqual([0, 1, 2, 3]);
  });

  it("brings a second document for a broad question", () => {
    const broad = asked("Leuchtturm", ["Leuchtturm"]);
    expect(ids(withVariety(distinct(of(0, [1]), of(1, [1]), of(2, [1]), of(3, [1]), of(4, [1], 1)), broad, 3))).toEqual(
      [0, 1, 4, 2, 3],
    );
    expect(ids(withVariety(distinct(of(0, [1]), of(1, [1]), of(2, [1]), of(4, [1], 1, 0.1)), broad, 3))).toEqual([
      0, 1, 2, 4,
    ]);
  });

  it("loses and repeats nothing", () => {
    for (const count of [0, 1, 2, 5]) {
      const hits = distinct(...range(0, count).map((id) => of(id, [1, id % 2, 1 - (id % 2)], id % 3)));
      expect(ids(withVariety(hits, sides, 3)).sort()).toEqual(range(0, count));
    }
  });
});
