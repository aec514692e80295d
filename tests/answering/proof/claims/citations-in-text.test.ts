import { describe, expect, it } from "vitest";
import { citationsInLine } from "../../../../src/answering/proof/claims/citations-in-text.ts";

const labelsIn = (line: string, known: readonly string[] = []) =>
  citationsInLine(line, (key) => known.includes(key)).map(({ label }) => label);

describe("citations in a line", () => {
  it("are told with what they name, and where they stand", () => {
    const range = { documentKey: "turm", paragraph: 5, lastParagraph: 6, fingerprint: "0123abcd" };
    expect(citationsInLine("Siehe turm:4 und Turm:5-6@0123ABCD.", (key) => key === "turm")).toEqual([
      { label: "turm:4", reference: { documentKey: "turm", paragraph: 4 }, start: 6, end: 12 },
      { label: "Turm:5-6@0123ABCD", reference: range, start: 17, end: 34 },
    ]);
  });

  it("are those with a fingerprint, and those of documents that are known", () => {
    expect(labelsIn("zug:57@0123abcd, zug:58, turm:4 um 11:57", ["turm"])).toEqual(["zug:57@0123abcd", "turm:4"]);
    expect(labelsIn("Um 11:57 stand es 11:58", ["11"])).toEqual(["11:57", "11:58"]);
  });

  it.each([
    ["Die Abfahrt `zug:57` ist es", ["zug:57"]],
    ["Die Abfahrt `zug:57 ist es", []],
    ["Die Abfahrt zug:57` ist es", []],
    ["Die Abfahrt zug:57", []],
    ["Abfahrt · zug:57", ["zug:57"]],
    ["Abfahrt · zug:57  ", ["zug:57"]],
    ["Abfahrt · zug:57.", []],
    ["Abfahrt · zug:57 ist es", []],
    ["Abfahrt ·zug:57", []],
    ["Die Abfahrt um `11:57` ist es", []],
    ["Abfahrt · 11:57", []],
  ])("of no known document are set apart as citations are: %s", (line, labels) => {
    expect(labelsIn(line)).toEqual(labels);
  });

  it("are none where no citation could be that long", () => {
    expect(labelsIn(`${"a".repeat(290)}:1`, ["a".repeat(290)])).toHaveLength(1);
    expect(labelsIn(`${"a".repeat(310)}:1`, ["a".repeat(310)])).toEqual([]);
  });
});
