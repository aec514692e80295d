import { describe, expect, it } from "vitest";
import { checkShown, type ShownSource, shownSource } from "../../../src/answering/proof/shown-source.ts";
import type { DocumentMetadata, Passage, PublicationDate } from "../../../src/documents/document.ts";

/** What is read of the line of a source before its citation, which is `d:1` or the end of the line. */
function sourceOf(text: string, others: readonly number[] = []): ShownSource | undefined {
  const lines = text.split("\n");
  const at = lines.length - 1;
  const line = lines[at] ?? "";
  const end = line.indexOf("d:1");
  return shownSource(lines, at, end < 0 ? line.length : end, (number) => others.includes(number));
}

const none: readonly string[] = [];

describe("the line of a source", () => {
  it.each<[string, ShownSource | undefined]>([
    ["Seite 1 · d:1", { parts: ["Seite 1"], links: none }],
    ["  -# Seite 1 · Absatz 2 · d:1", { parts: ["Seite 1", "Absatz 2"], links: none }],
    ["> Seite 1 · d:1", { parts: ["Seite 1"], links: none }],
    ["[12] Der Turm · Seite 1 · d:1", { title: "Der Turm", parts: ["Seite 1"], links: none }],
    ["-# 3 · **Der Turm** · Seite 1 · d:1", { title: "Der Turm", parts: ["Seite 1"], links: none }],
    ["**Der Turm** · d:1", { title: "Der Turm", parts: none, links: none }],
    ["**Der** Turm · d:1", { parts: ["**Der** Turm"], links: none }],
    ["Der Turm · **Seite 1** · d:1", { parts: ["Der Turm", "Seite 1"], links: none }],
    ["x [1] Der Turm · d:1", { parts: ["x [1] Der Turm"], links: none }],
    ["Seite 1 ·   · `d:1", { parts: ["Seite 1"], links: none }],
    ["Der Turm (d:1) · Seite 1", undefined],
    ["d:1 · Seite 1", undefined],
    ["1 · d:1", undefined],
    ["", undefined],
  ])("is read up to its citation: %j", (line, source) => {
    expect(sourceOf(line)).toEqual(source);
    if (source?.title === undefined) expect(sourceOf(line) ?? {}).not.toHaveProperty("title");
  });

  it.each([
    ["[Der Turm](https://a.example/x) · d:1", "Der Turm", ["https://a.example/x"]],
    ["[Der Turm](<http://a.example/x>) · d:1", "Der Turm", ["http://a.example/x"]],
    ["[Der \\[alten\\] Turm](HTTPS://a.example/x) · d:1", "Der [alten] Turm", ["HTTPS://a.example/x"]],
    ["\\[Der Turm](https://a.example/x) · d:1", "[Der Turm](https://a.example/x)", ["https://a.example/x"]],
    ["[Der Turm]() · d:1", "Der Turm", []],
    [
      "[Der](https://a.example/x) [Turm](https://b.example/y) · d:1",
      "Der Turm",
      ["https://a.example/x", "https://b.example/y"],
    ],
    ["[Der Turm](/x) · d:1", "Der Turm", []],
    ["C\\# 5\\~6 \\a · d:1", "C# 5~6 \\a", []],
    ["Der Turm` · d:1", "Der Turm", []],
    ["`Der Turm · d:1", "`Der Turm", []],
    ["Seite 1 · d:1 [x](https://a.example/x)", "Seite 1", []],
  ])("is read without the marks of a message, its addresses apart: %s", (line, part, links) => {
    expect(sourceOf(line)).toEqual({ parts: [part], links });
  });
});

describe("the title above the line of a source", () => {
  it.each<[string, Partial<ShownSource>]>([
    ["**Der Turm**\nSeite 1 · d:1", { title: "Der Turm", parts: ["Seite 1"] }],
    ["-# [1] **Der Turm**\nSeite 1 · d:1", { title: "Der Turm", parts: ["Seite 1"] }],
    ["**Der Turm** · 1911\n> A\n > B\nSeite 1 · d:1", { title: "Der Turm", parts: ["1911", "Seite 1"] }],
    ["[**Der Turm**](https://a.example/x)\nSeite 1 · d:1", { title: "Der Turm", parts: ["Seite 1"] }],
    ["x\n**Der Turm**\nSeite 1 · d:1", { title: "Der Turm", parts: ["Seite 1"] }],
    ["**Anderes**\n**Der Turm** · Seite 1 · d:1", { title: "Der Turm", parts: ["Seite 1"] }],
    ["**Anderes**\n[1] Der Turm · Seite 1 · d:1", { title: "Der Turm", parts: ["Seite 1"] }],
  ])("is a line of its own that begins in bold: %j", (text, source) => {
    expect(sourceOf(text)).toEqual({ ...source, links: none });
  });

  it.each([
    "Der **Turm**\nSeite 1 · d:1",
    "Der Turm\nSeite 1 · d:1",
    "**Der Turm**\n\nSeite 1 · d:1",
    "**Der Turm**\nx > A\nSeite 1 · d:1",
    "> A\nSeite 1 · d:1",
  ])("is none otherwise: %j", (text) => {
    expect(sourceOf(text)).toEqual({ parts: ["Seite 1"], links: none });
  });

  it("is none where it belongs to another citation, or stands above more than a quote may have", () => {
    expect(sourceOf("**Der Turm** · e:2\n> A\nSeite 1 · d:1", [0])).toEqual({ parts: ["Seite 1"], links: none });
    expect(sourceOf(`**Der Turm**\n${"> A\n".repeat(400)}Seite 1 · d:1`)).toHaveProperty("title", "Der Turm");
    expect(sourceOf(`**Der Turm**\n${"> A\n".repeat(401)}Seite 1 · d:1`)).not.toHaveProperty("title");
  });
});

const words = "Der Turm der Kirche stürzte bei einem Sturm im Herbst ein und wurde nie wieder errichtet.";

const described: DocumentMetadata = { key: "turm", title: "Der Turm", titleSource: "stated", language: "de" };
const range = { start: 0, end: words.length };
const passage: Passage = {
  documentKey: "turm",
  paragraph: 4,
  kind: "text",
  range,
  bytes: { start: 0, end: Buffer.byteLength(words) },
  sentences: [range],
  headingPath: ["Der Turm", "Fall", "Folgen"],
  context: { headings: [], leadIns: [] },
};

/** As `sources.json` states it. */
function published(stated: string): PublicationDate {
  const precisions = { 4: "year", 7: "month", 10: "day", 16: "minute" } as const;
  const precision = Object.entries(precisions).find(([length]) => Number(length) === stated.length)?.[1];
  if (precision === undefined) throw new Error(`${stated} is no date`);
  const from = `${stated}-01-01`.slice(0, 10);
  return { stated, from: precision === "minute" ? stated.slice(0, 10) : from, until: from, precision };
}

/** What is said of the document and the passage, where it is not what they are by themselves. */
interface About {
  readonly source?: { readonly published?: string } & Partial<Omit<DocumentMetadata, "published">>;
  readonly place?: Partial<Passage>;
}

function compared(shown: Partial<ShownSource>, { source = {}, place = {} }: About = {}) {
  const { published: stated, ...others } = source;
  const metadata = { ...described, ...others, ...(stated === undefined ? {} : { published: published(stated) }) };
  return checkShown({ parts: [], links: [], ...shown }, metadata, { ...passage, ...place });
}

/** What is checked, with what was found where it does not hold; then what is not. */
function outcome(part: string, about: About = {}) {
  const { checks, unchecked } = compared({ parts: [part] }, about);
  return [...checks.map(({ name, holds, found }) => [name, holds ? true : found]), ...unchecked];
}

describe("what a line of a source says", () => {
  it("is compared part by part, and nothing else is", () => {
    expect(compared({})).toEqual({ checks: [], unchecked: [] });
    const shown = { title: "Der Turm", parts: ["Absatz 4", "Dorfblatt", "1911"], links: ["https://b.example/"] };
    expect(compared(shown, { source: { published: "1912" } })).toEqual({
      checks: [
        { name: "title", holds: true },
        { name: "paragraph", holds: true },
        { name: "date", holds: false, found: "1912" },
      ],
      unchecked: ["Dorfblatt", "https://b.example/"],
    });
  });

  it.each([
    ["Der Turm", {}, true],
    ["[Der Turm]", {}, true],
    ["Der  Turm", {}, true],
    ["Der Tu…", {}, true],
    ["Der …", {}, true],
    ["Türme: Der Turm", { kicker: "Türme" }, true],
    ["Türme: Der Turm", {}, false],
    ["undefined: Der Turm", {}, false],
    [": Der Turm", {}, false],
    ["C:a", { title: "C:\\a" }, false],
    ["Der Tu", {}, false],
    ["Der Ta…", {}, false],
    ["…", {}, false],
    ["", {}, false],
    ["C*", { title: "C\\*" }, true],
    ["C\\*", { title: "C*" }, true],
  ])("may be the title: %j, of %j", (title, source, holds) => {
    const found = { title: "Der Turm", ...source }.title;
    expect(compared({ title }, { source }).checks).toEqual([
      holds ? { name: "title", holds } : { name: "title", holds, found },
    ]);
  });

  it.each([
    "Tabelle",
    "table",
    "Bildunterschrift",
    "CAPTION",
    "Quelltext",
    "code",
    "score 1.2",
    "im Bild erkannt, kann Fehler haben",
  ])("may be a label, which states nothing: %s", (part) => {
    expect(outcome(part)).toEqual([]);
  });

  it.each<[string, Partial<Passage>, unknown]>([
    ["Seite 12", { page: 12 }, true],
    ["seite 12–13", { page: 12 }, true],
    ["page 12", { page: 12 }, true],
    ["pages 12–13", { page: 12 }, true],
    ["Folie 12", { page: 12 }, true],
    ["slide 12", { page: 12 }, true],
    ["slides 12–13", { page: 12 }, true],
    ["Zeile 12", { page: 12 }, true],
    ["row 12", { page: 12 }, true],
    ["rows 12–13", { page: 12 }, true],
    ["Seite 13", { page: 12, lastPage: 13 }, true],
    ["Seite 13", { page: 12 }, "12"],
    ["Seite 1", { page: 12 }, "12"],
    ["Seite 12", {}, undefined],
  ])("may be a page: %s, of %j", (part, place, found) => {
    expect(outcome(part, { place })).toEqual([["page", found]]);
  });

  it.each(["Auf Seite 12", "Seite 12 unten", "Seite 12–", "Seite 12-13", "Seite zwölf", "page12"])(
    "is no page: %s",
    (part) => {
      expect(outcome(part, { place: { page: 12 } })).toEqual([part]);
    },
  );

  it.each<[string, Partial<Passage>, unknown]>([
    ["Absatz 4", {}, true],
    ["paragraph 4", {}, true],
    ["Paragraphs 4–6: x", {}, true],
    ["Absatz 14", { paragraph: 14 }, true],
    ["Absatz 3", {}, "4"],
    ["Absatz 5", {}, "4"],
    ["Absatz 4", { lastParagraph: 6 }, true],
    ["Absatz 6", { lastParagraph: 6 }, true],
    ["Absatz 7", { lastParagraph: 6 }, "4"],
    ["Absatz 3", { lastParagraph: 6 }, "4"],
  ])("may be a paragraph: %s, of %j", (part, place, found) => {
    expect(outcome(part, { place })).toEqual([["paragraph", found]]);
  });

  it.each(["Im Absatz 4", "Absatz vier", "Absatz4"])("is no paragraph: %s", (part) => {
    expect(outcome(part)).toEqual([part]);
  });

  it.each([
    ["2023-09-12T11:57", ["2023-09-12T11:57", "2023-09-12", "12. September 2023", "12 September 2023"]],
    ["2023-09-12T11:57", ["September 12, 2023", "12. September 2023 um 11:57", "12 September 2023 at 11:57"]],
    ["2023-09-12", ["2023-09-12", "12. September 2023", "12 September 2023", "September 12, 2023"]],
    ["2023-09", ["2023-09", "September 2023", "2023-09-01"]],
    ["2023", ["2023", "2023-01-01"]],
    ["0988", ["0988", "988"]],
    ["1911-05-03", ["1911-05-03", "3. Mai 1911", "3 May 1911", "3. Mai …"]],
  ])("may be the date %s: %j", (published, parts) => {
    for (const part of parts) expect(outcome(part, { source: { published } }), part).toEqual([["date", true]]);
  });

  it.each([
    [
      "2023-09-12T11:57",
      ["2023-09-13", "September 2023", "2023", "12. September 2023 um 11:58", "12 September 2023 at 00:00"],
    ],
    ["2023-09-12", ["11. September 2023", "Montag, 11. September 2023", "11.09.2023", "2022", "2022-01", "Sept 2023"]],
    ["2023-09", ["1. September 2023", "2023"]],
    ["2023", ["Januar 2023", "January 1, 2023"]],
  ])("is not the date %s: %j", (published, parts) => {
    for (const part of parts) {
      expect(outcome(part, { source: { published } }), part).toEqual([["date", published]]);
    }
  });

  it("may be that there is no date", () => {
    for (const part of ["ohne Datum", "undated", "o. D.", "n.d."]) {
      expect(outcome(part), part).toEqual([["date", true]]);
      expect(outcome(part, { source: { published: "1911" } }), part).toEqual([["date", "1911"]]);
    }
    expect(outcome("1911")).toEqual([["date", undefined]]);
  });

  it.each<[string, unknown]>([
    ["Der Turm › Fall › Folgen", ["section", true]],
    ["Fall › Folgen", ["section", true]],
    ["Folgen", ["section", true]],
    ["Fall", ["section", true]],
    ["Fall › Fol…", ["section", true]],
    ["Der Turm", ["section", true]],
    ["Turm › Fall", ["section", "Der Turm › Fall › Folgen"]],
    ["Der Turm › Folgen", ["section", "Der Turm › Fall › Folgen"]],
    ["Fallen", "Fallen"],
    ["Fall›Folgen", "Fall›Folgen"],
  ])("may be a section: %s", (part, result) => {
    expect(outcome(part)).toEqual([result]);
  });

  it("may be the publisher, which nothing is known of otherwise, or the title", () => {
    expect(outcome("Dorfblatt", { source: { publisher: "Dorfblatt" } })).toEqual([]);
    expect(outcome("Dorf…", { source: { publisher: "Dorfblatt" } })).toEqual([]);
    expect(outcome("Stadtblatt", { source: { publisher: "Dorfblatt" } })).toEqual(["Stadtblatt"]);
    expect(outcome("\u00ad")).toEqual(["\u00ad"]);
    expect(outcome("Der Turm", { place: { headingPath: [] } })).toEqual([["title", true]]);
    expect(outcome("Türme: Der Turm", { source: { kicker: "Türme" } })).toEqual([["title", true]]);
  });

  it("has links that lead to the document's own address, or somewhere that is not known", () => {
    const url = "https://a.example/turm";
    const links = [`${url}#fall`, url, url, "https://a.example/", `${url}#a\nb`];
    expect(compared({ links }, { source: { url } })).toEqual({
      checks: [
        { name: "link", holds: true },
        { name: "link", holds: true },
        { name: "link", holds: true },
      ],
      unchecked: ["https://a.example/"],
    });
    expect(compared({ links: [url] }, { source: { url: `${url}#fall` } }).checks).toEqual([
      { name: "link", holds: true },
    ]);
    expect(compared({ links: [url] })).toEqual({ checks: [], unchecked: [url] });
  });
});
