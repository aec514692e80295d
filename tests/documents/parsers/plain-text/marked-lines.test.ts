import { describe, expect, it } from "vitest";
import { documentOf, outlineOf } from "../../make-document.ts";

const sentence = "Der Hafen wurde in den vergangenen Jahren erweitert, weil immer mehr Schiffe kommen.";
const gap = " ".repeat(20);

describe("headings of a plain text", () => {
  it("are lines that are underlined, with or without blank lines below them", async () => {
    const document = await documentOf(
      `=========\nDER HAFEN\n=========\n\n${sentence}\n\n1. Allgemeines\n--------------\n${sentence}\n\nEin Absatz\n\n${sentence}\n\n1.1 Zeiten\n~~~~~~~~~~\n\n${sentence}\n\n2. Kosten\n---------\n\n${sentence}\n`,
    );
    expect(outlineOf(document)).toEqual([
      "boilerplate: =========",
      "title: DER HAFEN",
      "boilerplate: =========",
      `text: ${sentence}`,
      "heading: 1. Allgemeines",
      "boilerplate: --------------",
      `text: ${sentence}`,
      "heading: Ein Absatz",
      `text: ${sentence}`,
      "heading: 1.1 Zeiten",
      "boilerplate: ~~~~~~~~~~",
      `text: ${sentence}`,
      "heading: 2. Kosten",
      "boilerplate: ---------",
      `text: ${sentence}`,
    ]);
    expect(document.metadata.title).toBe("DER HAFEN");
    const shown = document.paragraphs.filter(({ kind }) => kind !== "boilerplate");
    expect(shown.map(({ headingPath }) => headingPath.join(" › "))).toEqual([
      "",
      "",
      "",
      "1. Allgemeines",
      "1. Allgemeines",
      "1. Allgemeines › Ein Absatz",
      "1. Allgemeines",
      "1. Allgemeines › 1.1 Zeiten",
      "",
      "2. Kosten",
    ]);
  });

  it.each([
    `${sentence}\n\n---\n\n${sentence}`,
    `Jahr  Menge\n----- -----\n2023     10`,
    "Ein Satz, der länger ist als die Linie darunter es ist.\n---\nEnde.",
    "Anfang.\n```\nEin Satz im Kasten.\n```\nEnde.",
  ])("are none of %j", async (text) => {
    expect(outlineOf(await documentOf(text)).join("\n")).not.toContain("heading:");
  });

  it("are numbers of sections with their titles below, under the title of the statute", async () => {
    const document = await documentOf(
      `Satzung des Hafenvereins\nvom 3. Mai 2024\n\n§ 1\nName und Sitz\n\n(1) Der Verein heißt Hafenverein.\n\n§ 2\nBeiträge\n\nDer Beitrag beträgt 10 Euro.\n`,
    );
    expect(document.metadata).toMatchObject({ title: "Satzung des Hafenvereins", published: { stated: "2024-05-03" } });
    expect(document.paragraphs.map(({ kind, provision }) => [kind, provision?.join(" ")])).toEqual([
      ["title", undefined],
      ["metadata", undefined],
      ["heading", undefined],
      ["text", "§ 1 Abs. 1"],
      ["heading", undefined],
      ["text", "§ 2"],
    ]);
    expect(document.paragraphs.at(-1)?.headingPath).toEqual(["§ 2 Beiträge"]);
  });
});

describe("texts that were written to be printed", () => {
  it("have lines at the top and the foot of each page, and contents with dots, which are hidden", async () => {
    const head = `RFC 9999${gap}Der Hafen${gap}May 2024`;
    const foot = (page: number) => `Meier${gap}Informational${gap}[Page ${page}]`;
    const document = await documentOf(
      `${gap}Der Hafen und seine Protokolle\n\n   1. Introduction ..........2\n   2. Security ..............3\n\n${foot(1)}\n\f${head}\n\n   ${sentence}\n\n${foot(2)}\n\f${head}\n\n   ${sentence}\n`,
    );
    expect(document.paragraphs.map(({ kind, rule }) => rule ?? kind)).toEqual([
      "title",
      "contents",
      "page-number",
      "running-head",
      "text",
      "page-number",
      "running-head",
      "text",
    ]);
  });

  it("are named by the first line of a manual page, whose last line is its foot", async () => {
    const document = await documentOf(
      `LS(1)${gap}User Commands${gap}LS(1)\n\nNAME\n       ls - list directory contents\n\nDESCRIPTION\n\n       List information about the files.\n\nGNU coreutils 8.32${gap}September 2020${gap}LS(1)\n`,
      { file: "ls.1.txt" },
    );
    expect(document.metadata.title).toBe("LS(1)");
    expect(document.paragraphs.at(-1)?.rule).toBe("running-head");
  });

  it("keep lines apart that only look like those of a page", async () => {
    const row = (name: string) => `${name}${gap}10${gap}1,50`;
    const document = await documentOf(`${row("Kran")}\n\n${sentence}\n\n${row("Kran")}\n`);
    expect(document.paragraphs.every(({ kind }) => kind !== "boilerplate")).toBe(true);
  });
});

describe("a message's head", () => {
  it("may be written in the letters that old mail can carry", async () => {
    const { metadata } = await documentOf(
      `Date: Fri, 3 May 2024 10:15:00 +0200\nFrom: =?ISO-8859-1?Q?J=FCrgen?= Meier <a@example.org>\nSubject: =?UTF-8?Q?Der_gro=C3=9Fe?=\n =?utf-8?B?IEhhZmVu?=\n\n${sentence}\n`,
    );
    expect(metadata).toMatchObject({ title: "Der große Hafen", authors: ["Jürgen Meier"] });
  });
});
