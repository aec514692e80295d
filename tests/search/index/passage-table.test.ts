import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Passage } from "../../../src/documents/document.ts";
import { partName as givenName } from "../../../src/documents/passages/passages.ts";
import { PassageTable, partName, partNumber } from "../../../src/search/index/passage-table.ts";

const passage: Passage = {
  documentKey: "hafen",
  paragraph: 7,
  part: "b",
  kind: "caption",
  range: { start: 120, end: 340 },
  bytes: { start: 125, end: 351 },
  sentences: [{ start: 120, end: 340 }],
  headingPath: ["Der Hafen", "Die Werft"],
  page: 3,
};
const { sentences: _sentences, ...withoutSentences } = passage;

describe("PassageTable", () => {
  it("gives passages back as they were added, but for their sentences", () => {
    const table = new PassageTable();
    const { part: _part, page: _page, ...plain } = withoutSentences;
    expect(table.add(4, passage, 99)).toBe(0);
    expect(table.add(5, { ...plain, sentences: [], kind: "table", headingPath: [] }, 0xffffffff)).toBe(1);
    expect(table.passage(0, "hafen")).toEqual(withoutSentences);
    expect(table.passage(1, "hafen")).toEqual({ ...plain, kind: "table", headingPath: [] });
    expect([table.size, table.documentOf(0), table.documentOf(1)]).toEqual([2, 4, 5]);
    expect(table.columns.checksum.at(1)).toBe(0xffffffff);
  });

  it("keeps each section once, and reads them back", () => {
    const table = new PassageTable();
    for (let i = 0; i < 6; i++) table.add(0, { ...passage, headingPath: i % 2 === 0 ? ["A"] : ["A", "B"] }, 0);
    table.add(0, { ...passage, headingPath: [], anchor: "a-1" }, 0);
    table.add(0, { ...passage, headingPath: ["A"], anchor: "a-1" }, 0);
    expect(table.sectionNames).toHaveLength(5);
    const restored = new PassageTable(table.columns);
    restored.restoreSectionNames(table.sectionNames);
    expect(restored.passage(3, "hafen")).toEqual({ ...withoutSentences, headingPath: ["A", "B"] });
    expect(restored.passage(6, "hafen")).toEqual({ ...withoutSentences, headingPath: [], anchor: "a-1" });
    expect(restored.passage(7, "hafen")).toEqual({ ...withoutSentences, headingPath: ["A"], anchor: "a-1" });
    restored.add(0, { ...passage, headingPath: ["A"] }, 0);
    expect(restored.sectionNames).toHaveLength(5);
  });

  it("copies a passage from another table under another document", () => {
    const [from, to] = [new PassageTable(), new PassageTable()];
    from.add(0, { ...passage, headingPath: ["X"] }, 1);
    from.add(0, { ...passage, anchor: "werft" }, 17);
    to.addFrom(from, 1, 9);
    expect(to.passage(0, "hafen")).toEqual({ ...withoutSentences, anchor: "werft" });
    expect([to.documentOf(0), to.columns.checksum.at(0)]).toEqual([9, 17]);
  });
});

describe("part names", () => {
  it.each([
    [undefined, 0],
    ["a", 1],
    ["z", 26],
    ["aa", 27],
    ["zz", 702],
  ])("%s is %d", (name, number) => {
    expect(partNumber(name)).toBe(number);
    expect(partName(number)).toBe(name);
  });

  it("are those that documents give their passages", () => {
    for (let position = 0; position < 2_000; position++) expect(partName(position + 1)).toBe(givenName(position));
  });

  it("come back from their numbers", () => {
    fc.assert(fc.property(fc.nat(1e6), (number) => partNumber(partName(number)) === number));
  });
});
