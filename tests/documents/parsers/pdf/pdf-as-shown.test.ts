import { describe, expect, it } from "vitest";
import { isUnmapped } from "../../../../src/documents/parsers/pdf/unmapped-letters.ts";
import { passagesOf } from "../../../../src/documents/passages/passages.ts";
import { linesDown, type PdfContent, type PdfText, pdfFile } from "../../files/pdf-file.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

const pdf = (content: PdfContent) => documentOf(pdfFile(content), { file: "report.pdf" });
const outline = async (pages: readonly (readonly PdfText[])[]) => outlineOf(await pdf({ pages }));
const prose = (word: string) =>
  linesDown([
    `Der Bericht über ${word} nennt die Zahlen des Jahres und die Quellen der`,
    `Zahlen, aus denen er entstanden ist, sowie die Namen der Prüfer von ${word}.`,
  ]);

describe("PDF pages as they are shown", () => {
  it("takes lines for heads only where they repeat on other pages, but for the page's own number", async () => {
    const page = (number: number): PdfText[] => [
      { text: `Jahrbuch des Hafens, Seite ${number}`, x: 60, y: 780 },
      { text: `Beleg Nr. ${4_710 + number} vom ${number}. März`, x: 60, y: 765 },
      ...prose(`Kai ${"ABC".charAt(number - 1)}`),
      { text: `Summe: ${number * 12},50 Euro`, x: 60, y: 90 },
      { text: String(number), x: 300, y: 40 },
    ];
    const hidden = (await outline([page(1), page(2), page(3)])).filter((line) => line.startsWith("boilerplate"));
    expect(hidden).toEqual(
      [1, 2, 3].flatMap((n) => [`boilerplate: Jahrbuch des Hafens, Seite ${n}`, `boilerplate: ${n}`]),
    );
  });

  it("shows page numbers where there is nothing else", async () => {
    const pages = [1, 2, 3].map((number) => [{ text: `Seite ${number}`, x: 300, y: 40 }]);
    expect(await outline(pages)).toEqual(["text: Seite 1", "text: Seite 2", "text: Seite 3"]);
  });

  it("hides nothing of a file of one page", async () => {
    const shown = await outline([
      [
        { text: "2001", x: 60, y: 770, size: 24 },
        ...prose("Odysseen"),
        { text: "Im Jahr 2021 kamen 450 Schiffe.", x: 60, y: 90 },
        { text: "Im Jahr 2022 kamen 612 Schiffe.", x: 60, y: 78 },
      ],
    ]);
    expect(shown[0]).toBe("title: 2001");
    expect(shown.join()).toContain("612 Schiffe");
    expect(shown.filter((line) => line.startsWith("boilerplate"))).toEqual([]);
  });

  it("takes no figure set large for a title or a heading", async () => {
    const shown = await outline([
      [
        { text: "2", x: 500, y: 720, size: 60 },
        { text: "Die neue Fähre", x: 60, y: 770, size: 24 },
        ...prose("Odysseen"),
      ],
    ]);
    expect(shown).toContain("heading: Die neue Fähre");
    expect(shown).not.toContain("heading: 2");
  });

  it("reads text that stands turned, and leaves out what stands askew", async () => {
    const side = (turned: number, sign: number): PdfText[] =>
      [
        "Die Lieferungen beliefen sich auf zehn Schiffe im Jahr,",
        "das darauf folgende Jahr brachte schon vierzehn davon.",
      ].map((text, i) => ({
        text,
        x: 300 + sign * i * 14,
        y: turned === 90 ? 100 : 700,
        turned,
      }));
    const words =
      "text: Die Lieferungen beliefen sich auf zehn Schiffe im Jahr, das darauf folgende Jahr brachte schon vierzehn davon.";
    for (const [turned, sign] of [
      [90, 1],
      [270, -1],
    ] as const) {
      expect(await outline([side(turned, sign)])).toEqual([words]);
      const both = await pdf({ pages: [[...prose("Fracht"), ...side(turned, sign)]] });
      expect(outlineOf(both)).toHaveLength(2);
      expect(outlineOf(both)[1]).toBe(words);
    }
    const stamped = await pdf({
      pages: [[...prose("Fracht"), { text: "ENTWURF", x: 200, y: 300, size: 60, turned: 45 }]],
    });
    expect(stamped.canonicalText).not.toContain("ENTWURF");
    expect(stamped.gaps).toEqual([{ kind: "letters-unreadable", count: 7, pages: [1] }]);
  });

  it("keeps the sentences of turned lines together, on turned pages too", async () => {
    const texts = [0, 1, 2].map((i) => ({
      text: `An Kai ${i + 8} lagen ${i + 8} Schiffe, von denen keines mehr fährt.`,
      x: 300 + i * 14,
      y: 100,
      turned: 90,
    }));
    const words = `text: ${texts.map(({ text }) => text).join(" ")}`;
    for (const rotate of [0, 90, 180, 270]) {
      const turned = await pdf({ pages: [texts], rotate });
      expect(outlineOf(turned)).toEqual([words]);
      expect(turned.gaps).toBeUndefined();
    }
  });

  it("says that a page has letters outside of it, and none else", async () => {
    const document = await pdf({ pages: [prose("Fracht"), [{ text: "Der Kran hebt viel.", x: 60, y: 900 }]] });
    expect(document.gaps).toEqual([{ kind: "letters-unreadable", count: 16, pages: [2] }]);
  });

  it("reads what is filled into forms behind its label", async () => {
    const pages = [
      [...linesDown(["Name:", "Ort:", "Die Angaben sind freiwillig und werden nicht weitergegeben."], { leading: 40 })],
    ];
    const fields = [
      { value: "Anna Jansen", x: 120, y: 720 },
      { value: "Emden", x: 120, y: 680 },
      { value: "", x: 120, y: 640 },
    ];
    expect(outlineOf(await pdf({ pages, fields })).join("\n")).toMatch(/Name: Anna Jansen[\s\S]*Ort: Emden/);
  });

  it("keeps raised and lowered figures apart", async () => {
    const text = (words: string, x: number, y = 700, size = 12): PdfText => ({ text: words, x, y, size });
    const [line] = await outline([
      [
        text("Es sind 10", 60.0, 700, 12),
        text("6", 116.0, 705, 7),
        text(" Tonnen H", 119.9, 700, 12),
        text("2", 175.9, 697, 7),
        text("O im Bericht", 179.8, 700, 12),
        text("4", 245.9, 705, 7),
      ],
    ]);
    expect(line).toContain("10⁶ Tonnen H₂O im Bericht[4]");
  });

  it("keeps items whose lines hang in together, and lets broken words go on", async () => {
    const shown = await outline([
      [
        { text: "1 Die Lieferungen an den Hafen werden nach Auskunft der Regie-", x: 60, y: 700 },
        { text: "rung bis zum Jahresende verdoppelt, wie ein Sprecher am Montag sagte, der", x: 78, y: 686 },
        { text: "Ministerin zufolge.", x: 78, y: 672 },
        { text: "2 Die Kosten steigen auf zwei Millionen Euro und darüber hinaus noch mehr.", x: 60, y: 658 },
        { text: "3 Der Zoll entfällt.", x: 60, y: 644 },
      ],
    ]);
    expect(shown.map((line) => line.slice(0, 12))).toEqual(["text: 1 Die ", "text: 2 Die ", "text: 3 Der "]);
    expect(shown[0]).toContain("der Regierung bis zum");
  });

  it("reads columns one after the other, also where the file has them line by line", async () => {
    const left = ["Links geht es um die Fracht und", "die Schiffe, die sie in den alten", "Hafen bringen, Tag um Tag."];
    const right = ["Rechts geht es um das Wetter im", "Norden und um die Zahl der vielen", "Regentage in diesem Mai."];
    const rows = left.flatMap((text, i) => [
      { text, x: 60, y: 700 - i * 14 },
      { text: right[i] ?? "", x: 330, y: 700 - i * 14 },
    ]);
    expect(await outline([rows])).toEqual([`text: ${left.join(" ")}`, `text: ${right.join(" ")}`]);
  });

  it("puts every value of a table under its column", async () => {
    const cells = [
      ["Teil", "Soll", "Ist", "Lage"],
      ["A1", "450", "", "fehlt"],
      ["B2", "", "289", "knapp"],
      ["C3", "780", "778", ""],
    ];
    const rows = cells.flatMap((row, i) =>
      row.flatMap((text, k) => (text === "" ? [] : [{ text, x: 60 + k * 90, y: 700 - i * 14 }])),
    );
    expect(await outline([rows])).toEqual([
      "table: Teil | Soll | Ist | Lage\nA1 | 450 |  | fehlt\nB2 |  | 289 | knapp\nC3 | 780 | 778 |",
    ]);
  });

  it("lets a paragraph go on behind the notes of a page, and knows the page of every passage", async () => {
    const lines = Array.from(
      { length: 40 },
      (_, i) => `Zeile ${i} nennt die Namen der Schiffe und der Häfen, in denen sie liegen, und`,
    );
    const note: PdfText = { text: "1 Die Namen stehen im Register des Amtes.", x: 60, y: 80, size: 8 };
    const document = await pdf({
      pages: [
        [...linesDown(lines), note],
        linesDown(["mehr über den Kanarienvogel, der im Kran singt. Danach ist alles still und alle schlafen."]),
      ],
    });
    expect(document.paragraphs.map(({ page, pageBreaks = [] }) => [page, pageBreaks.length])).toEqual([
      [1, 1],
      [1, 0],
    ]);
    const passage = passagesOf(document).find(({ range }) =>
      document.canonicalText.slice(range.start, range.end).includes("Danach ist alles still"),
    );
    const [pageBreak] = document.paragraphs[0]?.pageBreaks ?? [];
    expect(document.canonicalText.slice(pageBreak?.at).trimStart()).toMatch(/^mehr über den Kanarienvogel/);
    expect(passage?.page).toBe((passage?.range.start ?? 0) >= (pageBreak?.at ?? 0) ? 2 : 1);
    const at = pageBreak?.at ?? 0;
    const crossing = passagesOf(document).filter(({ range }) => range.start < at && range.end > at);
    expect(crossing.map(({ page, lastPage }) => [page, lastPage])).toEqual([[1, 2]]);
  });

  it("lets a sentence go on over the end of a page with a noun or a number, and no other", async () => {
    const lines = ["Der neue Kran im Hafen der Stadt, der in diesem Jahr gebaut wurde,", "hebt bis zu zwanzig"];
    const full = [lines[0] ?? "", "hebt nach den Angaben der Verwaltung dieser Stadt bis zu zwanzig"];
    const next = (text: string) => linesDown([text, "hoch, wie es heißt, und steht am Kai."]);
    const shownOf = async (before: readonly string[], after: readonly PdfText[]) =>
      (await outline([linesDown(before), after])).map((line) => line.replace(/^\w+: /, ""));
    for (const word of ["Tonnen", "40"]) {
      const shown = await shownOf(full, next(`${word} schwere Lasten fünf Meter`));
      expect(shown).toEqual([
        `${full.join(" ")} ${word} schwere Lasten fünf Meter hoch, wie es heißt, und steht am Kai.`,
      ]);
    }
    // A short line was the last; a line alone may be a heading, and so may an item.
    expect(await shownOf(lines, next("Tonnen schwere Lasten fünf Meter"))).toHaveLength(2);
    expect(await shownOf(full, [{ text: "Der alte Kran", x: 60, y: 720 }])).toHaveLength(2);
    expect(await shownOf(full, next("2. Tonnen schwere Lasten fünf Meter"))).toHaveLength(2);
  });

  it("parts a short line from text in other type", async () => {
    const shown = await outline([
      [
        { text: "Roman", x: 60, y: 734, size: 11 },
        ...linesDown([
          "Der Hafen liegt am Fluss, und das Wasser darin ist so tief wie der Turm hoch.",
          "Das ist viel.",
        ]),
      ],
    ]);
    expect(shown).toHaveLength(2);
  });

  it("tells letters from the numbers of shapes", () => {
    const shapes = (text: string) => [...text].map((char) => String.fromCharCode(char.charCodeAt(0) - 29)).join("");
    expect(isUnmapped(shapes("Der Hafen ist tief"))).toBe(true);
    expect(isUnmapped(shapes("DerHafenistsehrtief"))).toBe(true);
    for (const text of [
      "Der Hafen ist tief und breit.",
      "DER HAFEN IST TIEF",
      "const x = [1, 2];",
      "XLR-58 / DHL",
      "港は東京",
    ]) {
      expect(isUnmapped(text)).toBe(false);
    }
  });
});
