import { describe, expect, it } from "vitest";
import { CellFormats } from "../../../src/documents/parsers/xlsx/cell-formats.ts";
import { parseXml } from "../../../src/documents/parsers/xml.ts";
import { pptxFile, slideParagraph, xlsxFile } from "../files/office-files.ts";
import { documentOf, outlineOf } from "../make-document.ts";

describe("numbers in cells", () => {
  const shown = (code: string, value: number) => {
    const escaped = code.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${escaped}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`;
    return new CellFormats(parseXml(new TextEncoder().encode(styles)).documentElement, false).shown(value, 0);
  };

  it.each([
    ['#,##0.00 "€"', 1234.5, "1234.50 €"],
    ['#,##0.00\\ "€";[Red]\\-#,##0.00\\ "€"', -2, "-2.00 €"],
    ["0.00;[Red]0.00", -3, "-3.00"],
    ['_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', -5, "(5)"],
    ['_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', 0, "-"],
    ['"Ja";;"Nein"', 1, "Ja"],
    ['"Ja";;"Nein"', 0, "Nein"],
    [";;;", 5, ""],
    ["[h]:mm", 1.5, "36:00"],
    ["[h]:mm:ss", 0.0001, "0:00:09"],
    ["# ?/?", 0.5, "0.5"],
    ["0.00E+00", 0.00000012, "1.2e-7"],
    ['0.0,,"M"', 1_234_567, "1.2M"],
    ["00000", 1067, "01067"],
    ["0.##", 1.5, "1.5"],
    ['General" kg"', 1.5, "1.5 kg"],
    ["+0;-0;0", -3, "-3"],
    ["0.0%", 0.125, "12.5%"],
    ["dd.mm.yyyy", 45_415, "2024-05-03"],
    ["h:mm AM/PM", 0.5, "12:00"],
  ])("are shown as their format %s says", (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });
});

describe("sheets of workbooks", () => {
  it("show values of merged cells in every row, and no struck words", async () => {
    const text = (runs: string) => `<c t="inlineStr"><is>${runs}</is></c>`;
    const run = (words: string, properties = "") =>
      `<r><rPr>${properties}</rPr><t xml:space="preserve">${words}</t></r>`;
    const document = await documentOf(
      xlsxFile(
        [
          {
            name: "Mengen",
            merged: ["A2:A3", "B5:C5"],
            rows: [
              ["Jahr", "Monat", "Menge"],
              ["2023", "Mai", text(run("100 ", "<strike/>") + run("450"))],
              [undefined, "Juni", text(run("10") + run("6", '<vertAlign val="superscript"/>'))],
              ["2024", "Mai", '<c s="1" t="n"><v>7</v></c>'],
              ["Stand", "3. Mai_x000D_", undefined],
            ],
          },
        ],
        {
          formats:
            '<fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>',
        },
      ),
      { file: "a.xlsx" },
    );
    expect(outlineOf(document)).toEqual([
      "title: Mengen",
      "table: Jahr | Monat | Menge\n2023 | Mai | 450\n2023 | Juni | 10⁶\n2024 | Mai |\nStand | 3. Mai |",
    ]);
  });
});

describe("slides of presentations", () => {
  it("show values of merged cells in every row, and each shape once", async () => {
    const merged = { cell: "<a:txBody><a:p/></a:txBody>", properties: ' vMerge="1"' };
    const shape = (words: string, more = "") =>
      `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"${more}/><p:nvPr/></p:nvSpPr><p:txBody>${slideParagraph(words)}</p:txBody></p:sp>`;
    const document = await documentOf(
      pptxFile([
        {
          title: "Mengen",
          table: [
            ["Jahr", "Monat"],
            ["2023", "Mai"],
            [merged, "Juni"],
          ],
          shapes: `<mc:AlternateContent><mc:Choice>${shape("Ein Satz.")}</mc:Choice><mc:Fallback>${shape("Ein Satz.")}</mc:Fallback></mc:AlternateContent><p:grpSp><p:nvGrpSpPr><p:cNvPr id="2" name="y" hidden="1"/></p:nvGrpSpPr>${shape("Geheim.")}</p:grpSp>`,
        },
      ]),
      { file: "a.pptx" },
    );
    expect(outlineOf(document)).toEqual([
      "title: Mengen",
      "table: Jahr | Monat\n2023 | Mai\n2023 | Juni",
      "text: Ein Satz.",
    ]);
  });
});
