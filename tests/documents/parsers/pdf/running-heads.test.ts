import { describe, expect, it } from "vitest";
import { linesDown, type PdfText, pdfFile } from "../../files/pdf-file.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

const outline = async (pages: readonly (readonly PdfText[])[]) =>
  outlineOf(await documentOf(pdfFile({ pages }), { file: "report.pdf" }));
const hiddenOf = (lines: readonly string[]) =>
  lines.filter((line) => line.startsWith("boilerplate: ")).map((line) => line.slice("boilerplate: ".length));
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const at = (text: string, y: number, options: Partial<PdfText> = {}): PdfText => ({ text, x: 60, y, ...options });
const body = (page: number) =>
  linesDown(
    [
      `An diesem Tag kamen ${page * 17} Schiffe in den Hafen, von denen die meisten`,
      `Getreide brachten, und ${page * 5} von ihnen blieben über Nacht am alten Kai.`,
    ],
    { top: 700 },
  );

describe("running heads of PDF files", () => {
  it("are others on even pages, and no title", async () => {
    for (const count of [3, 4, 5]) {
      const head = (page: number) => (page % 2 === 1 ? `Die Geschichte der Kais  ${page}` : `${page}  Anna Meier`);
      const shown = await outline(numbers(count).map((page) => [at(head(page), 770, { size: 9 }), ...body(page)]));
      expect(hiddenOf(shown)).toEqual(numbers(count).map((page) => head(page).replace(/ +/g, " ")));
      expect(shown.filter((line) => /^(?:title|heading)/.test(line))).toEqual([]);
    }
  });

  it("may be those of a chapter of two pages", async () => {
    const chapters = ["Aale", "Aale", "Barsche", "Barsche"];
    const shown = await outline(
      chapters.map((chapter, i) => [at(`Über ${chapter}`, 770), ...body(i + 1), at(`Seite ${i + 1}`, 30)]),
    );
    expect(hiddenOf(shown).filter((line) => !line.startsWith("Seite"))).toEqual(chapters.map((it) => `Über ${it}`));
  });

  it("do not number documents that one file holds", async () => {
    const shown = await outline(
      numbers(6).map((page) => [at(`Rechnung Nr. ${4_711 + Math.ceil(page / 2)}`, 770), ...body(page)]),
    );
    expect(hiddenOf(shown)).toEqual([]);
  });

  it("are no sentences of the text that name the page, or are the same on all pages", async () => {
    const shown = await outline(
      numbers(5).map((page) => [
        at(`Auf Blatt ${page} steht etwas über den Hafen und den neuen Kran.`, 714),
        ...body(page),
        at(`Gesamtbetrag: ${page * 37},50 Euro`, 600),
        at("Bitte überweisen Sie den Betrag innerhalb von 14 Tagen.", 586),
      ]),
    );
    expect(hiddenOf(shown)).toEqual([]);
  });

  it("are no lines in which a sentence of the text goes on, and no second line of a note", async () => {
    const shown = await outline(
      numbers(4).map((page) => [
        at("Die Lieferungen an den Hafen dauern nach dem, was die Regie-", 728),
        at("rung bis heute sagt, viele Tage an. Das wird sich wohl nicht", 714),
        ...body(page),
        at(`${page} Vgl. Meier, Häfen im Norden, Köln 199${page}, S. ${page * 11} ff., dort auch zu der`, 91, {
          size: 9,
        }),
        at("Frage der Zölle und der Kräne im Süden.", 80, { size: 9 }),
      ]),
    );
    expect(hiddenOf(shown)).toEqual([]);
    expect(
      shown.filter((line) => line.endsWith("dort auch zu der Frage der Zölle und der Kräne im Süden.")),
    ).toHaveLength(4);
  });

  it("may fill some rows, and columns beside each other, where they are set small", async () => {
    const foot = [
      "Hafen GmbH",
      "Amtsgericht Emden",
      "Vorstand: Anna Meier",
      "HRB 4711",
      "www.hafen.example",
      "DE00 1234",
    ];
    const shown = await outline(
      numbers(3).map((page) => [
        ...body(page),
        ...foot.map((text, i) => at(text, 60 - Math.floor(i / 2) * 10, { x: 60 + (i % 2) * 260, size: 8 })),
      ]),
    );
    for (const text of foot) expect(hiddenOf(shown).join("\n")).toContain(text);
    expect(shown.filter((line) => line.startsWith("text: "))).toHaveLength(3);
  });

  it.each([
    ["Chromium", ["11/29/26, 5:15 AM", "Der Kran: Bericht"], ["https://hafen.example/kran?a=1", "1/1"]],
    ["Chromium in German", ["29.11.26, 05:15", "Der Kran: Bericht"], ["file:///home/anna/kran.html", "1/1"]],
    ["Firefox", ["Der Kran: Bericht", "https://hafen.example/kran"], ["1 von 1", "29.11.2026, 05:15"]],
    ["Safari", ["29.11.26, 05:15", "Der Kran: Bericht"], ["https://hafen.example/kran", "Seite 1 von 1"]],
  ])("are what %s prints around a page, also around the only one", async (_, head, foot) => {
    const row = (cells: readonly string[], y: number) =>
      cells.map((text, i) => at(text, y, { x: 24 + i * 300, size: 8 }));
    const shown = await outline([[...body(1), ...row(head, 780), ...row(foot, 17)]]);
    expect(hiddenOf(shown)).toEqual([head.join(" "), foot.join(" ")]);
  });

  it("are no appointments and addresses that a page is about", async () => {
    const shown = await outline([
      [
        at("3.5.24, 10:15", 760),
        at("Besprechung am Kran", 760, { x: 260 }),
        ...body(1),
        at("https://hafen.example/kran", 60),
      ],
    ]);
    expect(hiddenOf(shown)).toEqual([]);
  });
});
