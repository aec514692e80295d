import { describe, expect, it } from "vitest";
import { passagesOf } from "../../../../src/documents/passages/passages.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

const long = (words: string) =>
  `${words} ${"und noch ein paar Worte mehr, damit der Absatz allein stehen kann ".repeat(2)}.`;
const markdown = (text: string, file = "a.md") => documentOf(text, { file });

describe("Markdown with tags", () => {
  it("reads what is folded away, its title as the question", async () => {
    const answer = long("Acht Euro");
    const document = await markdown(
      `# Hilfe\n\n<details>\n<summary>Was kostet der <b>Eintritt</b>?</summary>\n\n${answer}\n\n${long("Kinder nichts")}\n\n</details>\n\n${long("Danach")}`,
    );
    const passages = passagesOf(document);
    expect(passages.map(({ paragraph, lastParagraph }) => [paragraph, lastParagraph])).toEqual([
      [2, 3],
      [4, undefined],
      [6, undefined],
    ]);
    const questions = passages.map(({ context: { question } }) =>
      question === undefined ? undefined : document.canonicalText.slice(question.range.start, question.range.end),
    );
    expect(questions).toEqual([undefined, "Was kostet der <b>Eintritt</b>?", undefined]);
  });

  it("reads an HTML table as one, blank lines inside it or not, with its head", async () => {
    const rows = "<tr><th>Ware</th><th>Preis</th></tr>\n<tr><td>Brot</td><td>3 €</td></tr>";
    const document = await markdown(
      `Text davor.\n\n<table>\n${rows}\n\n<tr><td>Salz</td><td></td></tr>\n</table>\n\nDanach.`,
    );
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(["text", "table", "text"]);
    const { tableHead } = document.paragraphs[1] ?? {};
    expect(document.canonicalText.slice(tableHead?.start, tableHead?.end)).toBe("<tr><th>Ware</th><th>Preis</th></tr>");
  });

  it.each([
    ["<script>var geheim = 1;</script>"],
    ["<style>\np { color: red }\n</style>"],
    ["<!-- nur für Autoren -->"],
    ["[[_TOC_]]"],
    ["[TOC]"],
    ["- [Eins](#eins)\n- [Zwei](#zwei)\n  - [Drei](#drei)"],
    ["[![Build](b.svg)](https://example.org) ![Lizenz](l.svg)"],
    [":::note"],
    ["::: {.callout}"],
    ["!!! warning"],
    ["{: .no_toc }"],
    ["<p align='center'><img src='logo.png'></p>"],
  ])("takes %j for no passage", async (block) => {
    const document = await markdown(`Davor steht ein Satz.\n\n${block}\n\nDanach auch einer.`);
    expect(document.paragraphs[1]?.kind).toBe("boilerplate");
  });

  it.each([
    ["Die Datei <name> wird mit `copy <from> <to>` kopiert."],
    ["[Formular](https://example.org/f.pdf) und [Anleitung](https://example.org/a.pdf)"],
    ["- [Eins](eins.md)\n- [Zwei](#zwei)"],
    ["Ein Wert < 5 oder > 7 ist falsch."],
    ["::: so beginnt kein Hinweis, sondern ein Satz."],
    ["{Name} ist ein Platzhalter."],
    ["Das Zeichen ![ steht für ein Bild."],
  ])("keeps %j whole", async (block) => {
    const document = await markdown(`Davor steht ein Satz.\n\n${block}\n\nDanach auch einer.`);
    const { range, kind } = document.paragraphs[1] ?? { range: { start: 0, end: 0 } };
    expect([kind, document.canonicalText.slice(range.start, range.end)]).toEqual(["text", block]);
  });

  it("leaves out signatures of directives, and keeps their titles", async () => {
    const document = await markdown(
      ":::tip[Ohne Strom]\nDie Pumpe läuft weiter.\n:::\n\n!!! note\n    Nur im Winter.\n\n> [!NOTE]\n> Gilt nicht sonntags.",
    );
    expect(outlineOf(document)).toEqual([
      "text: :::tip[Ohne Strom]",
      "text: Die Pumpe läuft weiter.",
      "text: Nur im Winter.",
      "text: > Gilt nicht sonntags.",
    ]);
  });

  it("takes a heading's own id for its anchor, and not for its words", async () => {
    const document = await markdown("# Titel\n\n## Der Hafen {#hafen}\n\nEin Satz.");
    expect(document.paragraphs[2]).toMatchObject({ headingPath: ["Der Hafen"], anchor: "hafen" });
  });
});

describe("MDX", () => {
  it("has the text of its components, without imports, exports and expressions", async () => {
    const text = [
      '---\ntitle: Paket\n---\nimport { Tabs } from "@site/tabs";',
      "export const meta = { author: 'x' };",
      "{/* nicht zu sehen */}",
      '<Tabs groupId="os" render={() => <b>x</b>}>\n  <TabItem value="a">\n\n    Mit vier Leerzeichen eingerückt.\n\n  </TabItem>\n</Tabs>',
      '<LinkCard\n  title="Mehr"\n  href="/mehr"\n/>',
      "Der Wert steht in <Badge text='neu' /> der Datei.",
    ].join("\n\n");
    const document = await markdown(text, "a.mdx");
    expect(outlineOf(document).filter((line) => line.startsWith("text"))).toEqual([
      "text: Mit vier Leerzeichen eingerückt.",
      "text: Der Wert steht in <Badge text='neu' /> der Datei.",
    ]);
    expect(document.metadata.title).toBe("Paket");
  });
});
