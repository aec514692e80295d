import { describe, expect, it } from "vitest";
import { type PdfText, pdfFile } from "../../files/pdf-file.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

/** How programs set what is raised and lowered: type and height in sizes of the line's type. */
const programs = {
  Chromium: { type: 0.833, up: 0.396, down: 0.262 },
  LibreOffice: { type: 0.58, up: 0.33, down: 0.08 },
  "LibreOffice from HTML": { type: 0.8, up: 0.38, down: 0.091 },
  ReportLab: { type: 0.8, up: 0.5, down: 0.5 },
  LaTeX: { type: 0.7, up: 0.36, down: 0.15 },
};

/** Parts of a line, of which `^` raises one and `_` lowers it; `|` leaves a gap. */
function line(parts: readonly string[], { type, up, down }: (typeof programs)["LaTeX"], size = 12): PdfText[] {
  let x = 60;
  return parts.flatMap((part) => {
    if (part === "|") {
      x += size * 0.3;
      return [];
    }
    const shift = part.startsWith("^") ? up : part.startsWith("_") ? -down : 0;
    const text = shift === 0 ? part : part.slice(1);
    const placed = { text, x, y: 700 + shift * size, size: shift === 0 ? size : size * type };
    x += widthOf(text) * placed.size;
    return [placed];
  });
}

/** In sizes of the type: how wide Helvetica is. */
function widthOf(text: string): number {
  const widths: Record<string, number> = {
    " ": 0.278,
    ".": 0.278,
    ",": 0.278,
    i: 0.222,
    l: 0.222,
    t: 0.278,
    "-": 0.333,
  };
  const wide: Record<string, number> = {
    m: 0.833,
    A: 0.667,
    C: 0.722,
    H: 0.722,
    N: 0.722,
    O: 0.778,
    Q: 0.778,
    S: 0.667,
  };
  return [...text].reduce((sum, char) => sum + (widths[char] ?? wide[char] ?? 0.556), 0);
}

const read = async (texts: readonly PdfText[]) =>
  outlineOf(await documentOf(pdfFile({ pages: [texts] }), { file: "report.pdf" }));

describe.each(Object.entries(programs))("raised and lowered figures as %s prints them", (_, program) => {
  it("are none of the line's own", async () => {
    const parts = [
      "Um 10",
      "^6",
      " t CO",
      "_2",
      ", 5 m",
      "^2",
      ", 10",
      "^-",
      "^12",
      " an SO",
      "_4",
      "^2-",
      " in 1990.",
    ];
    expect(await read(line(parts, program))).toEqual(["text: Um 10⁶ t CO₂, 5 m², 10⁻¹² an SO₄²⁻ in 1990."]);
  });

  it("are told from the marks of notes", async () => {
    const parts = ["an alten Quellen", "^3", " in Ende.", "^12", " Neues Tal", "^1", "."];
    expect(await read(line(parts, program))).toEqual(["text: an alten Quellen[3] in Ende.[12] Neues Tal¹."]);
  });

  it("stand before letters too", async () => {
    expect(await read(line(["Das Alter des ", "^14", "C ist bekannt."], program))).toEqual([
      "text: Das Alter des ¹⁴C ist bekannt.",
    ]);
    expect(await read(line(["^14", "C ist bekannt."], program))).toEqual(["text: ¹⁴C ist bekannt."]);
    expect(await read(line(["^1", "|", "Neues dazu an anderer Stelle."], program))).toEqual([
      "text: 1 Neues dazu an anderer Stelle.",
    ]);
  });
});

describe("figures of the line's own type", () => {
  it("are raised where they touch words and stand clearly higher", async () => {
    const alike = { type: 1, up: 0.4, down: 0.26 };
    expect(await read(line(["Um 10", "^8", " Bit in H", "_2", "O."], alike))).toEqual(["text: Um 10⁸ Bit in H₂O."]);
  });

  it("stay numbers beside text that stands a little higher or is smaller", async () => {
    const list = [
      { text: "2", x: 60, y: 698, size: 12 },
      { text: "Neue Mole an alten Kais.", x: 78, y: 700, size: 10 },
    ];
    expect(await read(list)).toEqual(["text: 2 Neue Mole an alten Kais."]);
    const cells = [
      { text: "Anlage", x: 60, y: 700 },
      { text: "12", x: 106, y: 702 },
      { text: "Tore", x: 126, y: 700 },
    ];
    expect(await read(cells)).toEqual(["text: Anlage 12 Tore"]);
  });
});
