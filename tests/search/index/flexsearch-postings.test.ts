import { beforeEach, describe, expect, it } from "vitest";
import { FlexSearchPostings, maxTermFrequency } from "../../../src/search/index/flexsearch-postings.ts";

let postings: FlexSearchPostings;
beforeEach(() => {
  postings = new FlexSearchPostings();
});

/** Passage to frequency. */
function frequencies(term: string): Record<number, number> {
  return Object.fromEntries(postings.list(term).flatMap((ids, slot) => (ids ?? []).map((id) => [id, slot + 1])));
}

describe("FlexSearchPostings", () => {
  it("keeps how often each term occurs in each passage", () => {
    postings.add(0, ["hafen", "boot"], [1, 3]);
    postings.add(1, ["boot"], [1]);
    postings.add(5, ["hafen", "boot", "meer"], [2, 3, 1]);
    expect(frequencies("boot")).toEqual({ 0: 3, 1: 1, 5: 3 });
    expect(frequencies("hafen")).toEqual({ 0: 1, 5: 2 });
    expect([postings.has("boot"), postings.has("mole")]).toEqual([true, false]);
    expect(postings.termCount).toBe(3);
  });

  it("takes frequencies beyond the largest as the largest", () => {
    postings.add(0, ["ach"], [maxTermFrequency + 40]);
    expect(frequencies("ach")).toEqual({ 0: maxTermFrequency });
  });

  it("keeps terms as they are, whatever they look like", () => {
    const terms = [
      "constructor",
      "__proto__",
      "hasOwnProperty",
      "toString",
      "en:gift",
      "10.000",
      "Ünter wegs",
      "-",
      "🐻",
    ];
    postings.add(
      3,
      terms,
      terms.map((_, index) => index + 1),
    );
    terms.forEach((term, index) => {
      expect(frequencies(term)).toEqual({ 3: index + 1 });
    });
    expect(postings.termCount).toBe(terms.length);
  });

  it.each(["constructor", "__proto__", "valueOf", "", " "])("knows no passage with %j that was never added", (term) => {
    postings.add(0, ["hafen"], [1]);
    expect(postings.list(term)).toHaveLength(0);
    expect(postings.has(term)).toBe(false);
  });

  it("recounts a term in a passage, shares no list with other terms, and forgets a term without passages", () => {
    postings.restore("allein", [[4]]);
    postings.restore("einzeln", [[4]]);
    postings.restore("boot", [[1, 9], undefined, [5]]);
    postings.recount(4, "allein", 1, 2);
    postings.recount(7, "einzeln", 0, 1);
    postings.recount(5, "boot", 3, 1);
    postings.recount(9, "boot", 1, 0);
    postings.recount(2, "boot", 0, maxTermFrequency + 3);
    expect(frequencies("allein")).toEqual({ 4: 2 });
    expect(postings.list("einzeln")).toEqual([[4, 7]]);
    expect(postings.list("boot")[0]).toEqual([1, 5]);
    expect(frequencies("boot")).toEqual({ 1: 1, 2: maxTermFrequency, 5: 1 });
    postings.recount(4, "allein", 2, 0);
    expect(postings.has("allein")).toBe(false);
  });

  it("takes a passage without terms without harm", () => {
    postings.add(0, [], []);
    expect(postings.termCount).toBe(0);
  });

  it("removes the passages of a range from the terms given, and terms that nothing is left of", () => {
    for (let id = 0; id < 6; id++) postings.add(id, ["boot", id === 3 ? "drei" : "sonst"], [1 + (id % 2), 1]);
    postings.removeRange(2, 5, ["boot", "drei", "sonst", "nie"]);
    expect(frequencies("boot")).toEqual({ 0: 1, 1: 2, 5: 2 });
    expect(frequencies("drei")).toEqual({});
    expect(postings.termCount).toBe(2);
    postings.add(6, ["drei", "boot"], [4, 1]);
    expect(frequencies("drei")).toEqual({ 6: 4 });
    expect(frequencies("boot")).toEqual({ 0: 1, 1: 2, 5: 2, 6: 1 });
  });

  it("gives back what was stored", () => {
    postings.add(0, ["boot"], [2]);
    postings.add(1, ["boot"], [1]);
    const restored = new FlexSearchPostings();
    restored.restore(
      "boot",
      postings.list("boot").map((ids) => (ids === undefined ? undefined : [...ids])),
    );
    expect(restored.has("boot")).toBe(true);
    expect(restored.stored("boot")?.map((ids) => ids ?? [])).toEqual([[1], [0]]);
    expect(restored.stored("meer")).toBeUndefined();
  });

  it("keeps terms of one passage apart when one of them comes again or goes", () => {
    for (const term of ["boot", "meer", "hafen"]) postings.restore(term, [[7]]);
    postings.add(8, ["boot", "meer"], [1, 2]);
    expect(["boot", "meer", "hafen"].map(frequencies)).toEqual([{ 7: 1, 8: 1 }, { 7: 1, 8: 2 }, { 7: 1 }]);
    postings.removeRange(7, 8, ["boot", "hafen"]);
    expect(["boot", "meer", "hafen"].map(frequencies)).toEqual([{ 8: 1 }, { 7: 1, 8: 2 }, {}]);
    postings.restore("mole", [[7]]);
    expect(["meer", "mole"].map(frequencies)).toEqual([{ 7: 1, 8: 2 }, { 7: 1 }]);
  });
});
