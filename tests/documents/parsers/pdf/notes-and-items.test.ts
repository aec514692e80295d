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

describe("notes below the text", () => {
  it("stand behind their raised numbers, each as a paragraph of its own, however long they are", async () => {
    const shown = await outline([
      ...linesDown(left),
      { text: "*", x: 60, y: 122.8, size: 6 },
      { text: "Hafenamt Nordstadt", x: 63.5, y: 120, size: 8 },
      { text: "1", x: 60, y: 113.8, size: 6 },
      { text: "Siehe den Jahresbericht des Hafenamtes von 2023", x: 63.5, y: 111, size: 8 },
      { text: "2", x: 60, y: 104.8, size: 6 },
      { text: "Vgl. dort die Seite 12.", x: 63.5, y: 102, size: 8 },
    ]);
    expect(shown.slice(-3)).toEqual([
      "text: * Hafenamt Nordstadt",
      "text: [1] Siehe den Jahresbericht des Hafenamtes von 2023",
      "text: [2] Vgl. dort die Seite 12.",
    ]);
  });
});

describe("lists of PDF files whose markers are drawn behind all of the text", () => {
  it("have each marker in front of its item", async () => {
    const item = (text: string, y: number): PdfText => ({ text, x: 80, y });
    const shown = await outline([
      ...linesDown(left),
      item("Der erste Punkt ist, dass der Hafen im Norden der Stadt liegt und zwar", 580),
      item("am Fluss.", 566),
      item("Der zweite Punkt ist kürzer.", 552),
      item("Eins steht fest.", 530),
      item("Zwei auch, wie man hört.", 516),
      { text: "-", x: 70, y: 580 },
      { text: "-", x: 70, y: 552 },
      { text: "1.", x: 66, y: 530 },
      { text: "2.", x: 66, y: 516 },
    ]);
    expect(shown.slice(-4)).toEqual([
      "text: - Der erste Punkt ist, dass der Hafen im Norden der Stadt liegt und zwar am Fluss.",
      "text: - Der zweite Punkt ist kürzer.",
      "text: 1. Eins steht fest.",
      "text: 2. Zwei auch, wie man hört.",
    ]);
  });
});
