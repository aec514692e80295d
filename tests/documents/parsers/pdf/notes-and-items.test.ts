import { describe, expect, it } from "vitest";
import { linesDown, type PdfText, pdfFile } from "../../files/pdf-file.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

const outline = async (texts: readonly PdfText[]) =>
  outlineOf(await documentOf(pdfFile({ pages: [texts] }), { file: "report.pdf" }));

const left = [
  "Am Fluss liegen viele alte Lager, und",
  "das Wasser darin ist so tief wie der",
  "Turm hoch, von dem aus man sie sieht.",
  "Der neue Hafen wurde im letzten Jahr",
  "gebaut und danach mehrfach erweitert,",
  "zuletzt mit einem Kran, der bis zu 20",
];
const right = [
  "Tonnen hebt und im Norden des alten",
  "Beckens steht, wie es im Heft heißt.",
  "Danach fahren wieder Schiffe durch",
  "das Becken und das Tor, und alle, die",
  "am Kai stehen, sehen ihnen lange zu.",
];

describe("notes in columns of PDF files", () => {
  it("stand below the text that goes on in the next column", async () => {
    const note = (number: number, x: number, y: number) => [
      { text: `${number}Vgl. Meier, Häfen im Norden, Köln 199${number}, wo auch die`, x, y, size: 9 },
      { text: "Zölle im Süden behandelt werden.", x, y: y - 10, size: 9 },
    ];
    const shown = await outline([
      ...linesDown(left),
      ...note(1, 60, 120),
      ...note(2, 60, 96),
      ...linesDown(right, { x: 320 }),
      ...note(3, 320, 96),
    ]);
    expect(shown).toEqual([
      `text: ${[...left, ...right].join(" ")}`,
      ...[1, 2, 3].map(
        (n) => `text: ${n}Vgl. Meier, Häfen im Norden, Köln 199${n}, wo auch die Zölle im Süden behandelt werden.`,
      ),
    ]);
  });
});

describe("entries of PDF files whose lines hang in", () => {
  it("are one paragraph each, be their first line no sentence", async () => {
    const entry = (year: number, y: number): PdfText[] => [
      { text: "Meier, Anna: Häfen im Norden und ihre Kräne seit dem Jahr", x: 60, y },
      { text: `${year}. Eine Übersicht. Köln ${year + 90}.`, x: 88, y: y - 14 },
    ];
    const shown = await outline([...entry(1900, 700), ...entry(1901, 672), ...entry(1902, 644)]);
    expect(shown).toEqual(
      [1900, 1901, 1902].map(
        (year) =>
          `text: Meier, Anna: Häfen im Norden und ihre Kräne seit dem Jahr ${year}. Eine Übersicht. Köln ${year + 90}.`,
      ),
    );
  });
});
