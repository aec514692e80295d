import { describe, expect, it } from "vitest";
import type { IndexedPassage } from "../../../src/search/index/passage-table.ts";
import { PassageTable } from "../../../src/search/index/passage-table.ts";

const passage: IndexedPassage = {
  documentKey: "hafen",
  paragraph: 7,
  part: "b",
  kind: "caption",
  range: { start: 120, end: 340 },
  bytes: { start: 125, end: 351 },
  headingPath: ["Der Hafen", "Die Werft"],
  page: 3,
};

describe("PassageTable", () => {
  it("gives passages back as they were added", () => {
    const table = new PassageTable();
    const { part: _part, page: _page, ...plain } = passage;
    expect(table.add(4, passage, 99)).toBe(0);
    expect(table.add(5, { ...plain, kind: "table", headingPath: [] }, 0xffffffff)).toBe(1);
    expect(table.passage(0, "hafen")).toEqual(passage);
    expect(table.passage(1, "hafen")).toEqual({ ...plain, kind: "table", headingPath: [] });
    expect([table.size, table.documentOf(0), table.documentOf(1)]).toEqual([2, 4, 5]);
    expect(table.columns.checksum.at(1)).toBe(0xffffffff);
  });

  it("keeps the last of several paragraphs, and the numbers of context lines", () => {
    const table = new PassageTable();
    const context = { title: 1, heading: 2, leadIn: 3, tableHead: 4, question: 5 };
    table.add(0, { ...passage, lastParagraph: 9 }, 0, context);
    expect(table.passage(0, "hafen")).toEqual({ ...passage, lastParagraph: 9 });
    expect(table.contextOf(0)).toEqual(context);
  });

  it("keeps each section once, and reads them back", () => {
    const table = new PassageTable();
    for (let i = 0; i < 6; i++) table.add(0, { ...passage, headingPath: i % 2 === 0 ? ["A"] : ["A", "B"] }, 0);
    table.add(0, { ...passage, headingPath: [], anchor: "a-1" }, 0);
    table.add(0, { ...passage, headingPath: ["A"], anchor: "a-1" }, 0);
    expect(table.sectionNames).toHaveLength(5);
    const restored = new PassageTable(table.columns);
    restored.restoreSectionNames(table.sectionNames);
    expect(restored.passage(3, "hafen")).toEqual({ ...passage, headingPath: ["A", "B"] });
    expect(restored.passage(6, "hafen")).toEqual({ ...passage, headingPath: [], anchor: "a-1" });
    expect(restored.passage(7, "hafen")).toEqual({ ...passage, headingPath: ["A"], anchor: "a-1" });
    restored.add(0, { ...passage, headingPath: ["A"] }, 0);
    expect(restored.sectionNames).toHaveLength(5);
  });

  it("copies a passage from another table under another document", () => {
    const [from, to] = [new PassageTable(), new PassageTable()];
    from.add(0, { ...passage, headingPath: ["X"] }, 1);
    from.add(0, { ...passage, anchor: "werft" }, 17);
    to.addFrom(from, 1, 9);
    expect(to.passage(0, "hafen")).toEqual({ ...passage, anchor: "werft" });
    expect([to.documentOf(0), to.columns.checksum.at(0)]).toEqual([9, 17]);
  });
});
