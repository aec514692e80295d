import { describe, expect, it } from "vitest";
import { docxFile } from "../files/docx-file.ts";
import { documentOf } from "../make-document.ts";

const body = "Der Hafen fasst viele Schiffe und liegt seit langer Zeit an der Küste, wie der Bericht vom Rat sagt.";

/** What a file with these lines below its title states. */
async function factsOf(file: string, title: string, ...lines: readonly string[]) {
  const write = writers[file.slice(file.lastIndexOf("."))] ?? plain;
  const { metadata } = await documentOf(write(title, lines), { file });
  return { authors: metadata.authors, published: metadata.published?.stated };
}

type Writer = (title: string, lines: readonly string[]) => string | Uint8Array;
const plain: Writer = (title, lines) => [title, ...lines, body, body].join("\n\n");
const writers: Readonly<Record<string, Writer>> = {
  ".md": (title, lines) => plain(`# ${title}`, lines),
  ".rst": (title, lines) => plain(`${title}\n${"=".repeat(title.length)}`, lines),
  ".html": (title, lines) =>
    `<title>${title}</title><article><h1>${title}</h1>${[...lines, body, body].map((line) => `<p>${line}</p>`).join("")}</article>`,
  ".docx": (title, lines) =>
    docxFile({
      blocks: [{ text: title, style: "Heading1" }, ...[...lines, body, body].map((text) => ({ text }))],
    }),
};

describe("the lines below a title", () => {
  it.each(["a.md", "a.rst", "a.html", "a.docx", "a.txt"])("say when %s was published", async (file) => {
    expect(await factsOf(file, "Der Hafen", "Veröffentlicht am Freitag, 3. Mai 2024")).toMatchObject({
      published: "2024-05-03",
    });
    expect(await factsOf(file, "Der Hafen", "Stand: Mai 2024")).toMatchObject({ published: "2024-05" });
    expect(await factsOf(file, "Der Hafen", "Published: 3rd of May, 2024")).toMatchObject({ published: "2024-05-03" });
    expect(await factsOf(file, "Der Hafen", "Von Anna Meier und Bernd Kunz, 3. Mai 2024")).toEqual({
      authors: ["Anna Meier", "Bernd Kunz"],
      published: "2024-05-03",
    });
    expect(await factsOf(file, "Der Hafen", "By Anna Meier, May 3, 2024")).toEqual({
      authors: ["Anna Meier"],
      published: "2024-05-03",
    });
    expect(await factsOf(file, "Der Hafen", "Nordstadt, den 3. Mai 2024")).toMatchObject({ published: "2024-05-03" });
    expect(await factsOf(file, "Der Hafen", "Nordstadt, im Mai 2024")).toMatchObject({ published: "2024-05" });
  });

  it("may be marked as strong, as lists and as tables", async () => {
    for (const lines of [["**Datum:** 3. Mai 2024  \n**Autorin:** Anna Meier"], ["*3. Mai 2024 | Von Anna Meier*"]]) {
      expect(await factsOf("a.md", "Der Hafen", ...lines)).toEqual({
        authors: ["Anna Meier"],
        published: "2024-05-03",
      });
    }
    expect(await factsOf("a.md", "Der Hafen", "- Date: 2024-05-03\n- Author: Anna Meier")).toEqual({
      authors: ["Anna Meier"],
      published: "2024-05-03",
    });
  });

  it.each([
    ["the line of a statute", "vom 3. Mai 2024", "2024-05-03"],
    ["a gazette's", "Ausgegeben zu Bonn am 3. Mai 2024", "2024-05-03"],
    ["a version's", "Fassung vom 3. Mai 2024", "2024-05-03"],
    ["one in brackets", "(3. Mai 2024)", "2024-05-03"],
    ["an Austrian one's", "3. Feber 2024", "2024-02-03"],
    ["a month's", "As of May 2024", "2024-05"],
    ["a year's", "Stand: 2024", "2024"],
  ])("of a text may be %s", async (_what, line, published) => {
    expect((await factsOf("a.txt", "Satzung über den Hafen", line)).published).toBe(published);
  });

  it.each([
    ["a.md", "Sommerfest", "Datum: 3. Mai 2024\nOrt: Rathaus"],
    ["a.txt", "Sommerfest", "Datum: 3. Mai 2024\nOrt: Rathaus"],
    ["a.txt", "Town fair", "3 May 2024\nStart: 7 pm"],
    ["a.md", "Konzert", "3. Mai 2024"],
    ["a.html", "Konzert", "Sonntag, 3. Mai 2024"],
    ["a.md", "Der Hafen", "Zuletzt geändert am 3. Mai 2024"],
    ["a.docx", "Der Hafen", "Überarbeitet: 3. Mai 2024"],
    ["a.md", "Der Hafen", "Der Bau begann am 3. Mai 2024"],
  ])("are not what happens, and no change: %s, %s, %s", async (file, title, line) => {
    expect((await factsOf(file, title, line)).published).toBeUndefined();
  });

  it("count no further down than the first text", async () => {
    expect(
      (await factsOf("a.md", "Der Hafen", `${body} ${body} ${body}`, "Stand: 3. Mai 2024")).published,
    ).toBeUndefined();
  });
});

describe("the day in a title", () => {
  it.each([
    ["Protokoll-Mai-2024.md", "Protokoll", "2024-05"],
    [
      "protokoll.md",
      "Beschlussprotokoll der Sitzung",
      "2024-05-03",
      "Datum: Freitag, 3. Mai 2024, 19:00 Uhr\nOrt: Rathaus",
    ],
    ["sitzung 13-05-2024.md", "Protokoll", "2024-05-13"],
  ])("is that of minutes: %s", async (file, title, published, ...lines) => {
    expect((await factsOf(file, title, ...lines)).published).toMatch(published);
  });

  it.each([
    "Einladung zur Sitzung am 3. Mai 2024",
    "Tagesordnung für die Sitzung am 3. Mai 2024",
    "Agenda of the meeting on 3 May 2024 (minutes follow)",
  ])("is none of a meeting to come: %s", async (title) => {
    expect((await factsOf("a.md", title)).published).toBeUndefined();
  });
});

describe("the day in a file's name", () => {
  it.each([
    ["Rechnung 03.05.2024.txt", "2024-05-03"],
    ["rechnung_2024-05-03.txt", "2024-05-03"],
    ["Rechnung vom 3. Mai 2024.txt", "2024-05-03"],
    ["Rechnung Nr. 4711 vom 03.05.2024.txt", "2024-05-03"],
    ["Rechnung-RE2024-117_03.05.2024.txt", "2024-05-03"],
    ["20240503_Rechnung_Meier.txt", "2024-05-03"],
    ["03.05.2024 Brief an den Verein.txt", "2024-05-03"],
    ["Handwerkerrechnung 3.5.24 Kopie.txt", "2024-05-03"],
    ["Steuerbescheid_03_05_2024.txt", "2024-05-03"],
    ["ablage/2024/Mahnung 03.05.2024 (1).txt", "2024-05-03"],
    ["Invoice-4711-2024-05-03.txt", "2024-05-03"],
    ["Letter 3 May 2024.txt", "2024-05-03"],
    ["Protokoll_2024-05-03.txt", "2024-05-03"],
  ])("is that of a paper which bears one: %s", async (file, published) => {
    expect((await factsOf(file, "Hafen")).published).toMatch(published);
  });

  it.each([
    "Rechnung 2024.txt",
    "Rechnung Mai 2024.txt",
    "Rechnung Konzert 03.05.2024.txt",
    "Rechnung für den 03.05.2024.txt",
    "Rechnung 01.05.2024 bis 31.05.2024.txt",
    "Rechnung 01.05.2024-31.05.2024.txt",
    "Rechnung fällig 03.05.2024.txt",
    "Abrechnung 31.12.2023.txt",
    "Vorrechnung 31.12.2023.txt",
    "Einladung 03.05.2024.txt",
    "Sommerfest 03.05.2024.txt",
    "Fahrplan ab 03.05.2024.txt",
    "IMG_20240503_101500.txt",
    "Scan 03.05.2024.txt",
    "Rechnung 20240599.txt",
    "Rechnung 47112024.txt",
    "Newsletter for 3 May 2024.txt",
    "invoice due 2024-05-03.txt",
  ])("is none of the document's own in %s", async (file) => {
    expect((await factsOf(file, "Hafen")).published).toBeUndefined();
  });

  it("says less than the document does", async () => {
    expect((await factsOf("Rechnung 03.05.2024.txt", "Hafen", "Datum: 1. Mai 2024")).published).toBe("2024-05-01");
  });
});
