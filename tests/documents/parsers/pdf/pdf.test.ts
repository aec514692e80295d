import { describe, expect, it } from "vitest";
import { linesDown, type PdfContent, type PdfText, pdfFile } from "../../files/pdf-file.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

const read = (bytes: Uint8Array) => documentOf(bytes, { file: "report.pdf" });
const pdf = (content: PdfContent) => read(pdfFile(content));
const refusal = (why: RegExp) =>
  expect.objectContaining({ code: "document-unparsable", message: expect.stringMatching(why) });

/** Lines that fill the column, so that only their last one is short. */
const filled = [
  "The ferry has been lying in the harbour since the morning because",
  "the wind from the west is too strong for her. Nobody knows when she",
  "will sail.",
];
const page = (texts: readonly PdfText[], number: number): PdfText[] => [
  { text: `Harbour News, page ${number}`, x: 60, y: 780, size: 9 },
  ...texts,
  { text: `Page ${number} of 3`, x: 280, y: 20, size: 9 },
];

describe("PDF", () => {
  it("makes paragraphs of lines, tells headings by their size, and knows pages, heads and feet", async () => {
    const document = await pdf({
      title: "Microsoft Word - ferry.docx",
      author: "Anna Jansen",
      created: "D:20210504093000+02'00'",
      pages: [
        page([{ text: "The new ferry", x: 60, y: 750, size: 24 }, ...linesDown(filled)], 1),
        page([{ text: "Technology", x: 60, y: 750, size: 16 }, ...linesDown(["• She is strong,", "• and quiet."])], 2),
        page(linesDown([...filled, ...filled]), 3),
      ],
    });
    const text = filled.join(" ");
    expect(outlineOf(document)).toEqual([
      "boilerplate: Harbour News, page 1",
      "title: The new ferry",
      `text: ${text}`,
      "boilerplate: Page 1 of 3",
      "boilerplate: Harbour News, page 2",
      "heading: Technology",
      "text: • She is strong,",
      "text: • and quiet.",
      "boilerplate: Page 2 of 3",
      "boilerplate: Harbour News, page 3",
      `text: ${text}`,
      `text: ${text}`,
      "boilerplate: Page 3 of 3",
    ]);
    expect(document.paragraphs.map((paragraph) => paragraph.page)).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3]);
    expect(document.paragraphs[10]?.headingPath).toEqual(["Technology"]);
    expect(document.metadata).toMatchObject({
      title: "The new ferry",
      titleSource: "derived",
      authors: ["Anna Jansen"],
    });
  });

  it.each([
    [["Von Anna Meier und Bernd Kunz, 3. Mai 2024"], ["Anna Meier", "Bernd Kunz"], "2024-05-03"],
    [["By Anna Meier", "May 3, 2024"], ["Anna Meier"], undefined],
    [["Autor: Anna Meier", "Datum: 03.05.2024"], ["Anna Meier"], "2024-05-03"],
    [["Stand: 3. Mai 2024"], undefined, "2024-05-03"],
  ])("reads author and date below the title: %j", async (lines, authors, published) => {
    const document = await pdf({
      author: "meiera",
      pages: [
        [
          { text: "Bericht über den Hafen", x: 60, y: 750, size: 20 },
          ...linesDown([...lines, "Der Hafen wurde im Jahr 1923 gebaut."], { leading: 30 }),
        ],
      ],
    });
    expect(document.metadata).toMatchObject({ title: "Bericht über den Hafen" });
    expect(document.metadata.authors).toEqual(authors);
    expect(document.metadata.published?.stated).toBe(published);
    expect(outlineOf(document).filter((line) => line.startsWith("heading"))).toEqual([]);
  });

  it("undoes hyphenation, and keeps hyphens that belong to the word", async () => {
    const document = await pdf({
      pages: [
        linesDown([
          "The harbour has a well-known ferry. Die Unter-",
          "nehmen bauten für den Ein- und",
          "Ausgang der Schiffe eine Ein-",
          "und eine Ausfahrt für die US-",
          "Marine, a well-",
          "known place, in the year 2020-",
          "2021.",
        ]),
      ],
    });
    expect(document.canonicalText).toBe(
      "The harbour has a well-known ferry. Die Unternehmen bauten für den Ein- und Ausgang der Schiffe eine Ein- und " +
        "eine Ausfahrt für die US-Marine, a well-known place, in the year 2020- 2021.",
    );
  });

  it("joins a paragraph that goes on over the end of a page, before that page's foot", async () => {
    const document = await pdf({
      pages: [
        page(linesDown(filled.slice(0, 2)), 1),
        page(linesDown(filled.slice(2)), 2),
        page(linesDown(["The end."]), 3),
      ],
    });
    expect(outlineOf(document).slice(1, 3)).toEqual([`text: ${filled.join(" ")}`, "boilerplate: Page 1 of 3"]);
    expect(document.paragraphs[1]?.page).toBe(1);
  });

  it("reads rows with wide gaps as a table", async () => {
    const row = (cells: readonly string[], y: number) => cells.map((text, i) => ({ text, x: 60 + i * 150, y }));
    const document = await pdf({
      pages: [[...row(["Ship", "Length"], 700), ...row(["Anna", "120 m"], 686), ...row(["Bo", "80 m"], 672)]],
    });
    expect(outlineOf(document)).toEqual(["table: Ship | Length\nAnna | 120 m\nBo | 80 m"]);
  });

  it("reads turned pages like upright ones", async () => {
    const upright = (x: number, y: number, text: string) => ({ text, x, y });
    const document = await pdf({ pages: [[upright(60, 700, "One line of text.")]], rotate: 180 });
    expect(document.canonicalText).toBe("One line of text.");
  });

  it("names what is wrong with a file", async () => {
    const whole = pdfFile({ pages: [linesDown(filled)] });
    await expect(read(new TextEncoder().encode("A text."))).rejects.toEqual(refusal(/report\.pdf .*no PDF/));
    await expect(read(whole.subarray(0, 40))).rejects.toEqual(refusal(/report\.pdf/));
    await expect(pdf({ pages: [[]] })).rejects.toEqual(refusal(/no text/));
    await expect(pdf({ pages: [linesDown(filled)], isEncrypted: true })).rejects.toEqual(refusal(/password/));
  });

  it("reads what is left of a file that was cut off, or refuses it", { timeout: 90_000 }, async () => {
    const whole = pdfFile({ pages: [linesDown(filled), linesDown(filled)] });
    for (let end = 100; end < whole.length; end += 211) {
      const result = await read(whole.subarray(0, end)).catch((error: unknown) => error);
      if (result instanceof Error) expect(result).toEqual(refusal(/report\.pdf/));
      else expect(result).toMatchObject({ canonicalText: expect.stringContaining("harbour") });
    }
  });

  it("ends with a page of too many pieces, and reads the next document", { timeout: 90_000 }, async () => {
    const texts = Array.from({ length: 60_000 }, (_, i) => ({ text: "x", x: (i * 7) % 600, y: (i * 13) % 800 }));
    await expect(pdf({ pages: [texts] })).rejects.toEqual(refusal(/pieces of text/));
    expect((await pdf({ pages: [linesDown(["Afterwards."])] })).canonicalText).toBe("Afterwards.");
  });
});
