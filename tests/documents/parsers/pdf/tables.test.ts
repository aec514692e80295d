import { describe, expect, it } from "vitest";
import { linesDown, type PdfText, pdfFile } from "../../files/pdf-file.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

const outline = async (texts: readonly PdfText[]) =>
  outlineOf(await documentOf(pdfFile({ pages: [texts] }), { file: "report.pdf" }));

/** Cells, each at its column, as programs draw them: row by row, and the lines of each cell one after the other. */
function table(
  rows: readonly (readonly string[])[],
  { columns, top, leading = 14, padding = 6, align = "top" }: Layout,
): PdfText[] {
  let y = top;
  return rows.flatMap((row) => {
    const cells = row.map((cell) => (cell === "" ? [] : cell.split("\n")));
    const most = Math.max(...cells.map((lines) => lines.length));
    const texts = cells.flatMap((lines, column) => {
      const spare = (most - lines.length) * leading;
      const first = y - (align === "top" ? 0 : align === "middle" ? spare / 2 : spare);
      return lines.map((text, i) => ({ text, x: columns[column] ?? 0, y: first - i * leading }));
    });
    y -= most * leading + padding;
    return texts;
  });
}

interface Layout {
  readonly columns: readonly number[];
  readonly top: number;
  readonly leading?: number;
  readonly padding?: number;
  readonly align?: "top" | "middle" | "bottom";
}

const years = [
  ["Jahr", "Menge", "Ort"],
  ["2023", "", "Hof"],
  ["2024", "350", ""],
  ["", "20", "Kai"],
];
const duties = [
  ["Name", "Aufgabe", "Ort"],
  ["Anna Meier", "leitet das Lager und prüft jeden\nMorgen die Tore am Hof, auch bei\nEis und Schnee", "Nord"],
  ["Bernd Kunz", "fegt den Hof und ölt die Seile der\nKräne im Norden", ""],
  ["Carla Lang mit\nihren Schwestern", "kocht", "Küche\nam Kai"],
];
const shownDuties = [
  "table: Name | Aufgabe | Ort",
  "Anna Meier | leitet das Lager und prüft jeden Morgen die Tore am Hof, auch bei Eis und Schnee | Nord",
  "Bernd Kunz | fegt den Hof und ölt die Seile der Kräne im Norden |",
  "Carla Lang mit ihren Schwestern | kocht | Küche am Kai",
].join("\n");

describe("tables of PDF files", () => {
  it("keep empty cells where columns are no wider apart than words", async () => {
    const shown = "table: Jahr | Menge | Ort\n2023 |  | Hof\n2024 | 350 |\n | 20 | Kai";
    expect(await outline(table(years, { columns: [60, 94, 138], top: 700 }))).toEqual([shown]);
    expect(await outline(table(years, { columns: [60, 96, 142], top: 700, padding: 1 }))).toEqual([shown]);
    expect(await outline(table(years, { columns: [60, 200, 340], top: 700 }))).toEqual([shown]);
  });

  it.each(["top", "middle", "bottom"] as const)(
    "have rows of which cells go on in further lines, set at the %s",
    async (align) => {
      const layout = { columns: [60, 190, 450], top: 700, align };
      expect(await outline(table(duties, layout))).toEqual([shownDuties]);
    },
  );

  it("keep rows apart that stand as close to each other as lines do", async () => {
    const rows = [
      ["Monat", "Ware"],
      ["Mai", "Kohle und Salz"],
      ["Juni", "Holz"],
      ["Juli", "Getreide"],
    ];
    const [head, ...others] = rows;
    const texts = [
      ...table([head ?? []], { columns: [60, 140], top: 700 }),
      ...table(others, { columns: [60, 140], top: 680, padding: 0 }),
    ];
    expect(await outline(texts)).toEqual(["table: Monat | Ware\nMai | Kohle und Salz\nJuni | Holz\nJuli | Getreide"]);
  });

  it("end where another one or a paragraph begins", async () => {
    const values = [
      ["A1", "450", "", "fehlt"],
      ["A2", "", "30", "da"],
      ["A3", "20", "40", "da"],
    ];
    const shown = await outline([
      ...table(years, { columns: [60, 160, 260], top: 700 }),
      ...table(duties, { columns: [60, 190, 450], top: 598 }),
      ...table(values, { columns: [60, 160, 260, 360], top: 420 }),
      ...linesDown(["Danach folgt ein Absatz, der von nichts anderem handelt als dem Wetter", "im Norden."], {
        top: 330,
      }),
    ]);
    expect(shown).toEqual([
      "table: Jahr | Menge | Ort\n2023 |  | Hof\n2024 | 350 |\n | 20 | Kai",
      shownDuties,
      "table: A1 | 450 |  | fehlt\nA2 |  | 30 | da\nA3 | 20 | 40 | da",
      "text: Danach folgt ein Absatz, der von nichts anderem handelt als dem Wetter im Norden.",
    ]);
  });

  it("end above a heading that stands as close as their rows do", async () => {
    const shown = await outline([
      ...table(years, { columns: [60, 260, 360], top: 700 }),
      { text: "4 Abschnitt über den Kran", x: 60, y: 620 },
      { text: "Darin geht es um den neuen Kran, der zwanzig Tonnen hebt.", x: 60, y: 580 },
    ]);
    expect(shown[0]).toBe("table: Jahr | Menge | Ort\n2023 |  | Hof\n2024 | 350 |\n | 20 | Kai");
    expect(shown).toHaveLength(3);
  });

  it("are no lists, no justified lines and no lines in two types", async () => {
    const words = (text: string, y: number, xs: readonly number[]) =>
      text.split(" ").map((word, i) => ({ text: word, x: xs[i] ?? 0, y }));
    const kinds = await Promise.all(
      [
        [
          { text: "1.", x: 60, y: 700 },
          { text: "Die Lieferung ist da", x: 84, y: 700 },
          { text: "2.", x: 60, y: 680 },
          { text: "Der Zoll entfällt", x: 84, y: 680 },
          { text: "3.", x: 60, y: 660 },
          { text: "Das Lager ist leer", x: 84, y: 660 },
        ],
        [
          ...words("Im Blocksatz stehen die Wörter weit", 700, [60, 90, 165, 228, 256, 320]),
          ...words("auseinander gezogen auf der Seite", 686, [60, 145, 212, 248, 290]),
          ...words("und geben Lücken die man sieht", 672, [60, 100, 152, 210, 240, 285]),
        ],
        ["localhost.", "6379.", "leer."].flatMap((text, i) => [
          { text: "Es gilt der Wert", x: 60, y: 700 - i * 14 },
          { text, x: 145.4, y: 700 - i * 14 },
        ]),
      ].map(async (texts) => (await outline(texts)).filter((line) => line.startsWith("table"))),
    );
    expect(kinds).toEqual([[], [], []]);
  });

  it.each([
    ["all but its head", 1, false],
    ["some of its rows", 3, false],
    ["its last row", 4, false],
    ["some of its rows, under the head", 3, true],
  ])("go on on the next page with %s", async (_, before, isNamedAnew) => {
    const rows = [...years, ["2025", "12", "Tor"]];
    const [head = []] = rows;
    const prose = (top: number) =>
      linesDown(["Der Absatz handelt von nichts anderem als dem Wetter im Norden der Stadt.", "Es regnet."], { top });
    const columns = [60, 200, 340];
    const document = await documentOf(
      pdfFile({
        pages: [
          [...prose(720), ...table(rows.slice(0, before), { columns, top: 660 })],
          [...table([...(isNamedAnew ? [head] : []), ...rows.slice(before)], { columns, top: 720 }), ...prose(400)],
        ],
      }),
      { file: "report.pdf" },
    );
    const shown = "table: Jahr | Menge | Ort\n2023 |  | Hof\n2024 | 350 |\n | 20 | Kai\n2025 | 12 | Tor";
    expect(outlineOf(document).filter((line) => line.startsWith("table"))).toEqual([shown]);
    const [found] = document.paragraphs.filter(({ kind }) => kind === "table");
    const [pageBreak] = found?.pageBreaks ?? [];
    expect(pageBreak?.page).toBe(2);
    const next = rows[before]?.join(" | ").replace(/ +/g, " ").trim() ?? "";
    expect(document.canonicalText.slice(pageBreak?.at).replace(/ +/g, " ").trim().startsWith(next)).toBe(true);
  });

  it("are others on the next page where their columns have other names", async () => {
    const columns = [60, 200, 340];
    const wares = [
      ["Ware", "Preis", "Lager"],
      ["Kohle", "12", "Nord"],
      ["Salz", "7", "Kai"],
    ];
    const document = await documentOf(
      pdfFile({ pages: [table(years, { columns, top: 660 }), table(wares, { columns, top: 720 })] }),
      { file: "report.pdf" },
    );
    expect(outlineOf(document)).toHaveLength(2);
  });
});
