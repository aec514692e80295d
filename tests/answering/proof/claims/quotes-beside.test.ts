import { describe, expect, it } from "vitest";
import { quotesBeside } from "../../../../src/answering/proof/claims/quotes-beside.ts";
import { citedLine } from "./cited-line.ts";

function beside(text: string, beginning = ""): readonly (readonly string[])[] {
  const { lines, at, citations, isCitation } = citedLine(text, beginning);
  return quotesBeside(lines, at, citations, isCitation);
}

describe("words in quote marks", () => {
  it.each([
    ["„A b“ (d:1)", ["A b"]],
    ["„A b” (d:1)", ["A b"]],
    ["“A b” (d:1)", ["A b"]],
    ["»A b« (d:1)", ["A b"]],
    ["«A b» (d:1)", ["A b"]],
    ['"A b" (d:1)', ["A b"]],
    ['„A b" (d:1)', ["A b"]],
    ["Es heißt „A b“ – (`d:1`)", ["A b"]],
    ["»A »b« c« (d:1)", ["A »b« c"]],
    ["»A »b« und »c« d« (d:1)", ["A »b« und »c« d"]],
    ["»x« und »A b« (d:1)", ["A b"]],
    ["»A »b« (d:1)", ["b"]],
    ["A b« (d:1)", []],
    ["»A b« heißt es (d:1)", []],
    ["»A b« (d:1) »C«", ["A b"]],
  ])("belong to the citation after them: %s", (text, readings) => {
    expect(beside(text)).toEqual([readings]);
  });

  it.each([
    ["d:1: „A b“", ["A b"]],
    ["d:1: „A b”", ["A b"]],
    ["(d:1) “A b”", ["A b"]],
    ["d:1 »A b«", ["A b"]],
    ["d:1 «A b»", ["A b"]],
    ['d:1: "A b"', ["A b"]],
    ["d:1: »A »b« c« d«", ["A »b« c"]],
    ["d:1: »A b« und »c«", ["A b"]],
    ["d:1: »A b", []],
    ["d:1 sagt: »A b«", []],
    ["d:1:  ", []],
    ['d:1: "A b', []],
    ['d:1: " "', []],
  ])("belong to the citation before them, where none stand before it: %s", (text, readings) => {
    expect(beside(text)).toEqual([readings]);
  });

  it("may end at any of the typed marks around them, the nearest first, up to the sixth", () => {
    expect(beside('"A" b "C" (d:1)')).toEqual([["C", ' b "C', 'A" b "C']]);
    expect(beside('d:1: "A" b "C"')).toEqual([["A", 'A" b ', 'A" b "C']]);
    expect(beside('„A "b" c" (d:1)')).toEqual([[" c", 'b" c', 'A "b" c']]);
    expect(beside('"x" „A" (d:1)')).toEqual([[" „A", 'x" „A', "A"]]);
    expect(beside('"" (d:1)')).toEqual([[]]);
    expect(beside('x " " (d:1)')).toEqual([[]]);
    const eight = '"1"2"3"4"5"6"7"';
    const readings = ["7", '6"7', '5"6"7', '4"5"6"7', '3"4"5"6"7', '2"3"4"5"6"7'];
    expect(beside(`${eight} (d:1)`)).toEqual([readings]);
    expect(beside(`d:1: ${eight}`)).toEqual([["1", '1"2', '1"2"3', '1"2"3"4', '1"2"3"4"5', '1"2"3"4"5"6']]);
  });
});

describe("words in quote marks over lines", () => {
  it.each([
    ["Es heißt „A\nb\nc“ (d:1)", "", ["A\nb\nc"]],
    ["„A\n“ (d:1)", "", ["A\n"]],
    ["„A d:9 b\nc“ (d:1)", "c", ["A d:9 b\nc"]],
    ["„A\nb d:9\nc“ (d:1)", "c", []],
    ["„A\n\nb“ (d:1)", "", []],
    ["„A\n  \nb“ (d:1)", "", []],
    ["„A\n> b\nc“ (d:1)", "", []],
    ["„A\n > b\nc“ (d:1)", "", []],
    ["„A\nb > c\nd“ (d:1)", "", ["A\nb > c\nd"]],
    ["„A“ (d:9)\nb“ (d:1)", "b", []],
    ["d:1: „A\nb\nc“", "", ["A\nb\nc"]],
    ['d:1: "A\nb"', "", ["A\nb"]],
    ["d:1: „A\nb d:9“", "d:1", []],
    ["d:1: „A\n\nb“", "", []],
    ["d:1: „A\n  \nb“", "", []],
    ["d:1: „A\n> b\nc“", "", []],
    ["d:1:\n„A“", "", []],
    ["„A“\n(d:1)", "", []],
  ])("are those of one block of text: %j", (text, beginning, readings) => {
    expect(beside(text, beginning)).toEqual([readings]);
  });
});

describe("words in quote marks among several citations", () => {
  it.each([
    ["„A“ (d:1), „B“ (d:2)", [["A"], ["B"]]],
    ["d:1: „A“ d:2: „B“", [["A"], ["B"]]],
    ["siehe d:1, „A“ (d:2)", [[], ["A"]]],
    ["d:1: „A“ (d:2)", [["A"], []]],
    ["(d:1): „A“ (d:2)", [["A"], []]],
    ["d:1 „A“ und d:2", [["A"], []]],
    ["d:1 und d:2: „A“", [[], ["A"]]],
    ["„A“ (d:1, d:2)", [["A"], []]],
    ['d:1: "A" "B" d:2', [["A", 'A" ', 'A" "B'], ["B"]]],
    ["„A\nb d:1 c“ (d:2)", [[], []]],
    ["d:1 „A d:2\nB“", [[], []]],
    ["d:1, d:2: „A\nB“", [[], ["A\nB"]]],
    ["„A“ (d:1) d:2 „B“ d:3", [["A"], [], ["B"]]],
  ])("belong to one of them each: %j", (text, readings) => {
    expect(beside(text)).toEqual(readings);
  });
});
