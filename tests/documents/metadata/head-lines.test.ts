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
