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

const title = (words: string) =>
  `<c:title><c:tx><c:rich><a:p><a:r><a:t>${words}</a:t></a:r></a:p></c:rich></c:tx></c:title>`;
const cached = (name: string, values: readonly string[]) =>
  `<c:${name}><c:numRef><c:numCache>${values.map((value, i) => `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`).join("")}</c:numCache></c:numRef></c:${name}>`;
const series = (name: string, values: readonly string[]) =>
  `<c:ser>${cached("tx", [name])}${cached("cat", ["2021", "2022"])}${cached("val", values)}</c:ser>`;
const chartOf = (all: string) =>
  `<c:chartSpace><c:chart>${title("Anläufe im Osthafen")}<c:plotArea><c:barChart>${all}</c:barChart><c:catAx>${title("Jahr")}</c:catAx><c:valAx>${title("Anzahl")}</c:valAx></c:plotArea></c:chart></c:chartSpace>`;

describe("charts and boxes", () => {
  const words = (space: string, lines: readonly string[], properties = "") =>
    `<${space}:sp><${space}:nvSpPr><${space}:cNvPr id="1" name="x"${properties}/></${space}:nvSpPr><${space}:txBody>${lines.map((line) => slideParagraph(line)).join("")}</${space}:txBody></${space}:sp>`;

  it("of sheets are read behind the cells, by the rows at which they begin", async () => {
    const file = xlsxFile([
      {
        name: "Zahlen",
        rows: [
          ["Jahr", "Schiffe"],
          ["2021", "310"],
        ],
        shapes: [
          { row: 20, xml: words("xdr", ["Gezählt wird jedes Schiff.", "Auch die kleinen."]) },
          { row: 4, xml: words("xdr", ["Stand der Zählung: Januar"]) },
          { row: 5, xml: words("xdr", ["Unsichtbar"], ' hidden="1"') },
        ],
        chart: chartOf(series("Schiffe", ["310", "342"])),
      },
      { name: "Hinweis", rows: [], shapes: [{ row: 0, xml: words("xdr", ["Hier steht nur ein Kasten."]) }] },
      { name: "Leer", rows: [] },
    ]);
    const document = await documentOf(file, { file: "a.xlsx" });
    expect(outlineOf(document)).toEqual([
      "heading: Zahlen",
      "table: Jahr | Schiffe\n2021 | 310",
      "text: Stand der Zählung: Januar",
      "caption: Anläufe im Osthafen\nJahr\nAnzahl",
      "text: Gezählt wird jedes Schiff.",
      "text: Auch die kleinen.",
      "heading: Hinweis",
      "text: Hier steht nur ein Kasten.",
    ]);
    expect(document.paragraphs.map(({ page }) => page)).toEqual([1, 1, 5, 10, 21, 21, 1, 1]);
  });

  it("of slides are read with their values, which stand nowhere else", async () => {
    const values = series("Schiffe", ["310", "342"]) + series("Boote", ["12", "15"]);
    const document = await documentOf(pptxFile([{ title: "Lage", chart: chartOf(values) }]), { file: "a.pptx" });
    expect(outlineOf(document)).toEqual([
      "title: Lage",
      "caption: Anläufe im Osthafen\nJahr\nAnzahl",
      "table: Jahr | Schiffe | Boote\n2021 | 310 | 12\n2022 | 342 | 15",
    ]);
    const table = document.paragraphs.at(-1);
    expect(document.canonicalText.slice(table?.tableHead?.start, table?.tableHead?.end)).toBe("Jahr | Schiffe | Boote");
    expect(document.gaps ?? []).toEqual([]);
  });

  it("of slides that keep no values are counted as missing", async () => {
    const document = await documentOf(pptxFile([{ title: "Lage", chart: chartOf("") }]), { file: "a.pptx" });
    expect(document.gaps).toEqual([{ kind: "objects-unreadable", count: 1 }]);
  });

  it("may have no prefix for the namespace of charts", async () => {
    const bare = chartOf(series("Schiffe", ["310", "342"]))
      .replaceAll("<c:", "<")
      .replaceAll("</c:", "</");
    const document = await documentOf(pptxFile([{ title: "Lage", chart: bare }]), { file: "a.pptx" });
    expect(outlineOf(document).at(-1)).toBe("table: Jahr | Schiffe\n2021 | 310\n2022 | 342");
  });
});

describe("lists that are typed on slides", () => {
  it.each([
    [["- Leinen los", "- Motor an"], "- Leinen los\n- Motor an"],
    [["– Leinen los", "— Motor an", "• Kurs halten"], "- Leinen los\n- Motor an\n- Kurs halten"],
    [["Vor der Fahrt:", "* Leinen los", "* Motor an"], "Vor der Fahrt:\n- Leinen los\n- Motor an"],
    [
      ["1. Leinen los", "2) Motor an", "(3) Kurs halten", "a) Fahrt"],
      "1. Leinen los\n2) Motor an\n(3) Kurs halten\na) Fahrt",
    ],
    [["Leinen los", "-5 Grad und Wind"], "- Leinen los\n- -5 Grad und Wind"],
    [["- allein"], "- allein"],
  ])("%j", async (lines, text) => {
    const box = lines.map((line) => slideParagraph(line)).join("");
    const document = await documentOf(pptxFile([{ title: "Fahrt", boxes: [box] }]), { file: "a.pptx" });
    expect(outlineOf(document).at(-1)).toBe(`text: ${text}`);
  });
});
