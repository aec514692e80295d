import { describe, expect, it } from "vitest";
import { joinRuns, type TextRun, textOf } from "../../../../src/documents/parsers/pdf/layout/lines.ts";
import { pdfFile } from "../../files/pdf-file.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

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

  it("has the marks of a word that stand by themselves where they are read", () => {
    // As browsers print them: every mark a run of its own, in the order of the page.
    const line = words(
      700,
      [".", 60],
      [deep, 66],
      [" ", 90],
      [',"', 96],
      [thePort, 108],
      ['"', 132],
      [" ", 138],
      ["25%-", 144],
      ["ב", 168],
    );
    expect(lines(line)).toEqual([`ב-25% "${thePort}", ${deep}.`]);
  });

  it("has numbers beside each other in its own order", () => {
    const row = words(700, ["120", 60], [" ", 78], ["2023", 84], [" ", 108], [deep, 114], [thePort, 140]);
    expect(lines(row)).toEqual([`${thePort} ${deep} 2023 120`]);
  });

  it("closes brackets behind what they hold, whichever shape the file names", () => {
    const turned = words(700, ["(", 60], [big, 66], [")", 96], [" ", 102], [thePort, 108]);
    const named = words(680, [")", 60], [big, 66], ["(", 96], [" ", 102], [thePort, 108]);
    expect(lines(turned)).toEqual([`${thePort} (${big})`]);
    expect(lines(named)).toEqual([`${thePort} (${big})`]);
  });

  it("keeps the parts of a number together, as its script does", () => {
    const [number, day] = ["040-123456", "3.5.2024"];
    expect(lines(words(700, [number, 60], [" ", 120], [thePort, 126]))).toEqual([`${thePort} ${number}`]);
    const arabicPort = "\u0627\u0644\u0645\u064a\u0646\u0627\u0621";
    const line = words(700, [day, 60], [" ", 108], ["123456-040", 114], [" ", 174], [arabicPort, 180]);
    expect(lines(line)).toEqual([`${arabicPort} ${number} ${day}`]);
  });

  it("keeps vowel signs with their letters that the page sets apart", () => {
    const line = words(700, [deep, 60], [" \u05b8", 84], ["ש", 90], [thePort, 100]);
    expect(lines(line)[0]).toContain("ש\u05b8");
  });

  it("keeps the letters of ligatures in their order", async () => {
    // "The port is deep, said the man": one code of the font stands for the two letters lam and alef.
    const letters = { a: "\u0627", b: "\u0644\u0627", c: "\u0645", d: "\u0633", e: "\u0644" };
    const shown = "cbdea edeca cbdea";
    const bytes = pdfFile({ pages: [[{ text: shown, x: 60, y: 700 }]], letters });
    const text = outlineOf(await documentOf(bytes, { file: "a.pdf" })).join("\n");
    const word = "\u0627\u0644\u0633\u0644\u0627\u0645";
    expect(text).toBe(`text: ${word} \u0627\u0645\u0644\u0633\u0644 ${word}`);
  });
});
