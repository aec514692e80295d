import { describe, expect, it } from "vitest";
import { type PdfField, type PdfText, pdfFile } from "../../files/pdf-file.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

const outline = async (texts: readonly PdfText[], fields: readonly PdfField[]) =>
  outlineOf(await documentOf(pdfFile({ pages: [texts], fields }), { file: "form.pdf" }));
const at = (text: string, x: number, y: number): PdfText => ({ text, x, y });

describe("forms in PDF files", () => {
  it("show boxes to tick beside their words, on either side, one under the other or in a row", async () => {
    const shown = await outline(
      [
        at("Ich stimme zu", 80, 700),
        at("Ich lehne ab", 80, 670),
        at("Herr", 80, 640),
        at("Frau", 180, 640),
        at("Versand gewünscht:", 60, 610),
      ],
      [
        { value: true, x: 60, y: 700 },
        { value: false, x: 60, y: 670 },
        { value: false, x: 60, y: 640, isRadio: true },
        { value: true, x: 160, y: 640, isRadio: true },
        { value: true, x: 180, y: 610 },
      ],
    );
    expect(shown).toEqual([
      "text: ☒ Ich stimme zu",
      "text: ☐ Ich lehne ab",
      "text: ☐ Herr ☒ Frau",
      "text: Versand gewünscht: ☒",
    ]);
  });

  it("have no headings and no title that somebody filled in", async () => {
    const shown = await outline(
      [
        at("Name:", 60, 700),
        at("Farbe:", 60, 660),
        at("Die Angaben sind freiwillig und werden nicht weitergegeben.", 60, 620),
      ],
      [
        { value: "Anna Meier", x: 160, y: 700 },
        { value: "Blau", x: 160, y: 660 },
      ],
    );
    expect(shown.slice(0, 2)).toEqual(["text: Name: Anna Meier", "text: Farbe: Blau"]);
  });

  it.each([
    ["above", 724, 700],
    ["below", 684, 700],
  ])("keep values with their words right %s them", async (_, label, y) => {
    const shown = await outline(
      [
        at("Vorname", 60, label),
        at("Nachname", 260, label),
        at("Alle Angaben werden nur für den Verein verwendet.", 60, 600),
      ],
      [
        { value: "Anna", x: 60, y },
        { value: "Meier", x: 260, y },
      ],
    );
    expect(shown[0]).toBe("text: Vorname Anna Nachname Meier");
  });

  it("show the boxes that browsers draw, where words stand beside them", async () => {
    const texts = [at("Leinen los", 80, 700), at("Motor an", 80, 670), at("Name", 60, 640), at("Ende", 60, 610)];
    const boxes = [
      { x: 62, y: 699, isTicked: true },
      { x: 62, y: 669, isTicked: false },
      { x: 100, y: 639, isTicked: false, width: 150 },
      { x: 300, y: 580, isTicked: false },
    ];
    const document = await documentOf(pdfFile({ pages: [texts], boxes }), { file: "list.pdf" });
    expect(outlineOf(document).join("\n")).toMatch(/☒ Leinen los\n.*☐ Motor an\n[^☐☒]*Name[^☐☒]*Ende$/u);
  });
});
