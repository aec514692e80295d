import { expect, it } from "vitest";
import { documentOf, outlineOf } from "../make-document.ts";

const body = "Der Hafen wurde im Jahr 1923 gebaut und danach mehrfach erweitert.";
const anna = ["Anna Meier"];

it.each<[string, { readonly published?: string; readonly authors?: readonly string[] }]>([
  ["By Anna Meier, May 3, 2024", { published: "2024-05-03", authors: anna }],
  ["by Anna Meier on May 3rd, 2024", { published: "2024-05-03", authors: anna }],
  ["Von Anna Meier (3. Mai 2024)", { published: "2024-05-03", authors: anna }],
  ["Written by Anna Meier | Published 3 May 2024", { published: "2024-05-03", authors: anna }],
  ["Autorin: Anna Meier, Datum: 3.5.2024", { published: "2024-05-03", authors: anna }],
  ["Datum: 3. Mai 2024 / Autor: Anna Meier", { published: "2024-05-03", authors: anna }],
  ["Protokollantin: Anna Meier, 3. Mai 2024", { published: "2024-05-03", authors: anna }],
  ["Erstellt von: Anna Meier\nErstellt am: 03.05.2024", { published: "2024-05-03", authors: anna }],
  ["Ersteller: Anna Meier, zuletzt geändert am Mai 03, 2024", { authors: anna }],
  ["(Stand: 3. Mai 2024)", { published: "2024-05-03" }],
  ["Stand vom 3. Mai 2024", { published: "2024-05-03" }],
  ["Veröffentlicht am Freitag, dem 3. Mai 2024", { published: "2024-05-03" }],
  ["Erstellungsdatum: 03.05.2024", { published: "2024-05-03" }],
  ["Issued: 03-May-24", { published: "2024-05-03" }],
  ["Vom 3. Mai 2024", { published: "2024-05-03" }],
  ["vom 3. Mai 2024 (Amtsblatt S. 12)", { published: "2024-05-03" }],
  ["Vom 12. Dezember 2023, zuletzt geändert am 3. Mai 2024", { published: "2023-12-12" }],
  ["Ausfertigungsdatum: 03.05.2024", { published: "2024-05-03" }],
  ["Stand: 05.2024", { published: "2024-05" }],
  ["Version 1.2, 3. Mai 2024", { published: "2024-05-03" }],
  ["Version 1.2 (May 3, 2024)", { published: "2024-05-03" }],
  ["Version 1.2 – Mai 2024", { published: "2024-05" }],
  ["Ein Bericht von Anna Meier", { authors: anna }],
  ["Gastbeitrag von Anna Meier", { authors: anna }],
  ["A report by Anna Meier", { authors: anna }],
  ["Vorgelegt von Anna Meier", { authors: anna }],
  ["Autor/in: Anna Meier", { authors: anna }],
  ["Autor(en): Anna Meier, Bernd Kunz", { authors: ["Anna Meier", "Bernd Kunz"] }],
  ["Author(s): Anna Meier, Bernd Kunz", { authors: ["Anna Meier", "Bernd Kunz"] }],
  ["Verfasser*in: Anna Meier", { authors: anna }],
  ["Last updated on May 3, 2024 by Anna Meier", {}],
  ["Zuletzt bearbeitet von Anna Meier am 3. Mai 2024", {}],
  ["Reviewed by Anna Meier on May 3, 2024", {}],
])("%j below a title states %j and is no text", async (lines, { published, authors }) => {
  for (const [file, text] of [
    ["a.txt", `Der Hafen\n${lines}\n\n${body}`],
    ["a.md", `# Der Hafen\n\n${lines}\n\n${body}`],
  ] as const) {
    const { metadata } = await documentOf(text, { file });
    expect([metadata.title, metadata.published?.stated, metadata.authors]).toEqual(["Der Hafen", published, authors]);
  }
  const document = await documentOf(`Der Hafen\n${lines}\n\n${body}`);
  expect(outlineOf(document).filter((line) => line.startsWith("text"))).toEqual([`text: ${body}`]);
});

it.each([
  "Gültig ab 3. Mai 2024",
  "Abgerufen am 3. Mai 2024",
  "Frist: 3. Mai 2024",
  "Von der Brücke aus, 3. Mai 2024 gesehen",
  "Veröffentlicht von Springer",
  "Von Ort zu Ort",
  "Von Hamburg nach Kiel",
  "Version 1.2",
])("%j states nothing of the document", async (line) => {
  const { metadata } = await documentOf(`Der Hafen\n\n${line}\n\n${body}`);
  expect([metadata.published, metadata.authors]).toEqual([undefined, undefined]);
});

it.each([
  ["2024_05_03 Protokoll.txt", "Sitzung"],
  ["Protokoll_2024_05_03.txt", "Sitzung"],
  ["2024.05.03 Tagebuch.txt", "Am Hafen"],
  ["a.txt", "Protokoll der 12. Sitzung am 3. Mai 2024"],
  ["a.txt", "Pressemitteilung Nr. 12/2024 vom 3. Mai 2024"],
  ["press.txt", "Press release, May 3, 2024"],
])("the name %j or the title %j say the day", async (file, title) => {
  const { metadata } = await documentOf(`${title}\n\n${body}`, { file });
  expect(metadata.published?.stated).toBe("2024-05-03");
});

it.each([
  ["Satzung_Stand_2024-05-03.txt", "Der Hafen", "2024-05-03"],
  ["hausordnung-stand-mai-2024.txt", "Der Hafen", "2024-05"],
  ["a.txt", "Hausordnung (Stand: Mai 2024)", "2024-05"],
  ["a.txt", "Satzung des Hafens in der Fassung vom 3. Mai 2024", "2024-05-03"],
  ["a.txt", "Urteil vom 3. Mai 2024", "2024-05-03"],
  ["a.txt", "Amtsgericht Nordstadt, Urteil vom 3. Mai 2024 – 12 C 34/23", "2024-05-03"],
  ["a.txt", "Rechnung Nr. 4711 vom 03.05.2024", "2024-05-03"],
  ["minutes-may-3-2024.txt", "Der Hafen", "2024-05-03"],
  ["Besprechung 2024-05-03.txt", "Der Hafen", "2024-05-03"],
  ["Mietvertrag 03.05.2024.txt", "Der Hafen", "2024-05-03"],
])("the name %j or the title %j say of what day the text is", async (file, title, day) => {
  const { metadata } = await documentOf(`${title}\n\n${body}`, { file });
  expect(metadata.published?.stated).toBe(day);
});

it.each([
  ["Tagesordnung 03.05.2024.txt", "Der Hafen"],
  ["a.txt", "Der Stand 2024 in der Halle"],
  ["a.txt", "Was das Urteil vom 3. Mai 2024 bedeutet"],
  ["a.txt", "Urteil vom 3. Mai 2024: Was nun zu tun ist"],
  ["a.txt", "Der Brand vom 3. Mai 2024"],
])("the name %j and the title %j say no day of the text", async (file, title) => {
  const { metadata } = await documentOf(`${title}\n\n${body}`, { file });
  expect(metadata.published).toBeUndefined();
});

it("a paper may name itself below the title, and several in a file state no day of it", async () => {
  const one = await documentOf(`Der Hafen\n\nPressemitteilung vom 3. Mai 2024\n\n${body}`);
  expect(one.metadata.published?.stated).toBe("2024-05-03");
  const two = await documentOf(
    `Rechnung Nr. 1 vom 3. Mai 2024\n\n${body}\n\nRechnung Nr. 2 vom 4. Mai 2024\n\n${body}`,
  );
  expect(two.metadata.published).toBeUndefined();
});

it("versions with their days are the headings of a list of changes", async () => {
  const document = await documentOf(
    `Änderungen\n\nVersion 1.2, 3. Mai 2024\n\n${body}\n\nVersion 1.1, 1. Mai 2024\n\n${body}`,
  );
  expect(outlineOf(document)).toContain("heading: Version 1.1, 1. Mai 2024");
  expect(document.metadata.published).toBeUndefined();
});

it("a byline may be a link", async () => {
  const { metadata } = await documentOf(`# Der Hafen\n\nVon [Anna Meier](https://example.org/anna)\n\n${body}`, {
    file: "a.md",
  });
  expect(metadata.authors).toEqual(anna);
});
