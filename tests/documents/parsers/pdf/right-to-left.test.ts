import { describe, expect, it } from "vitest";
import { joinRuns, type TextRun, textOf } from "../../../../src/documents/parsers/pdf/layout/lines.ts";

/** Words of one line, by where they stand. */
const words = (y: number, ...placed: readonly (readonly [text: string, x: number])[]): TextRun[] =>
  placed.map(([text, x]) => ({
    text,
    x,
    y,
    width: text.length * 6,
    size: 12,
    ...(/[\u0590-\u06ff]/u.test(text) ? { isRightToLeft: true } : {}),
  }));
const lines = (runs: readonly TextRun[]) => joinRuns(runs).map(textOf);

// "The port is deep" and "The ship is big", from right to left.
const [theShip, big, thePort, deep] = ["האונייה", "גדולה", "הנמל", "עמוק"];

describe("writing from right to left in PDF files", () => {
  it.each([
    [
      "as they are read",
      [
        [thePort, 200],
        [deep, 170],
      ] as const,
    ],
    [
      "as they stand on the page",
      [
        [deep, 170],
        [thePort, 200],
      ] as const,
    ],
  ])("is read in its order, wherever its words come %s in the file", (_, placed) => {
    const first = words(700, ...placed);
    const second = words(680, [big, 170], [theShip, 206]);
    expect(lines([...first, ...second])).toEqual([`${thePort} ${deep}`, `${theShip} ${big}`]);
  });

  it("keeps names and days in one piece that run from left to right", () => {
    const line = words(700, [deep, 100], ["MS", 130], ["Anna", 146], ["2024", 174], [thePort, 204]);
    const next = words(680, [big, 60], [theShip, 96], [big, 146], [thePort, 200]);
    expect(lines([...line, ...next])).toEqual([
      `${thePort} MS Anna 2024 ${deep}`,
      `${thePort} ${big} ${theShip} ${big}`,
    ]);
  });

  it("leaves pages as they are that have only a word of it", () => {
    const page = [...words(700, ["The", 60], ["port", 82], [thePort, 112]), ...words(680, ["is", 60], ["deep", 76])];
    expect(lines(page)).toEqual([`The port ${thePort}`, "is deep"]);
  });
});
