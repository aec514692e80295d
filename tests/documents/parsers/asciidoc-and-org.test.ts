import { describe, expect, it } from "vitest";
import { documentOf, outlineOf } from "../make-document.ts";

const outline = async (file: string, text: string) =>
  outlineOf(await documentOf(text, { file })).filter((line) => !/^(?:boilerplate|metadata)/.test(line));

describe("AsciiDoc as Antora reads it", () => {
  it("keeps the labels of tabs and boxes, which their text stands below", async () => {
    const text =
      "[tabs]\n====\nLinux::\n+\n--\nDer Server steht im Keller.\n--\nWindows::\n+\nIm Dach.\n====\n\nDanach.\n\n.Achtung\n[TIP]\n====\nDas Tor klemmt.\n====\n\nBegriff::\n  Die Erklärung.\n";
    const { paragraphs } = await documentOf(text, { file: "a.adoc" });
    expect(await outline("a.adoc", text)).toEqual([
      "text: Linux",
      "text: Der Server steht im Keller.",
      "text: Windows",
      "text: Im Dach.",
      "text: Danach.",
      "text: Achtung",
      "text: Das Tor klemmt.",
      "text: Begriff",
      "text: Die Erklärung.",
    ]);
    const texts = paragraphs.filter(({ kind }) => kind === "text");
    expect(texts.map(({ isLabel = false, depth = 0 }) => (isLabel ? "label" : depth))).toEqual([
      "label",
      1,
      "label",
      1,
      0,
      "label",
      1,
      "label",
      1,
    ]);
  });

  it("leaves lines of conditions, titles' marks and sources of pictures out of the text", async () => {
    const text =
      "ifdef::x[]\nNur mit x.\nendif::[]\n\n.Mengen\n[%header]\n|===\n|a |b\n|===\n\n[plantuml]\n----\nA -> B\n----\n\nimage::a.png[Der Plan,300]\n\n[quote, Anna Meier, Häfen]\n____\nHäfen sind schön.\n____\n\n[source,sh]\ntor --auf\n";
    expect(await outline("a.adoc", text)).toEqual([
      "text: Nur mit x.",
      "caption: Mengen",
      "table: |a |b",
      "caption: Der Plan",
      "caption: Anna Meier, Häfen",
      "text: Häfen sind schön.",
      "code: tor --auf",
    ]);
  });

  it("cuts no row of a long table, and knows its head", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `|Ware ${i}\n|Menge ${i}\n|Im Regal ${i} an der Wand\n`).join(
      "\n",
    );
    const text = `[cols="1,1,2"]\n|===\n|Ware |Menge |Ort\n\n${rows}|===\n`;
    const { paragraphs, canonicalText } = await documentOf(text, { file: "a.adoc" });
    const tables = paragraphs.filter(({ kind }) => kind === "table");
    expect(tables.length).toBeGreaterThan(2);
    for (const { range, tableHead } of tables) {
      expect(canonicalText.slice(tableHead?.start, tableHead?.end)).toBe("|Ware |Menge |Ort");
      expect(canonicalText.slice(range.start, range.end)).toMatch(/^\|Ware [\s\S]*an der Wand$/);
    }
  });
});

describe("Org", () => {
  it("reads what stands in items, captions without their mark, and no section that is a comment", async () => {
    const text =
      "- eins\n\n  mehr dazu\n\n  #+begin_src sh\n  tor --auf\n  #+end_src\n- zwei\n\n#+CAPTION: Mengen\n| a | b |\n|---+---|\n| 1 | 2 |\n\n* COMMENT Weg\nUnsichtbar.\n** Auch weg\nNichts.\n* Da\nSichtbar.\n\n#+begin_src dot\ndigraph w { a -> b }\n#+end_src\n";
    expect(await outline("a.org", text)).toEqual([
      "text: - eins",
      "text: mehr dazu",
      "code: tor --auf",
      "text: - zwei",
      "caption: Mengen",
      "table: | a | b |\n|---+---|\n| 1 | 2 |",
      "heading: * Da",
      "text: Sichtbar.",
    ]);
    const { paragraphs, canonicalText } = await documentOf(text, { file: "a.org" });
    const table = paragraphs.find(({ kind }) => kind === "table");
    expect(canonicalText.slice(table?.tableHead?.start, table?.tableHead?.end)).toBe("| a | b |");
  });

  it.each(["TODO", "DONE", "WAITING", "NEXT", "CANCELLED", "CANCELED", "NEXT [#B]", "[#A]"])(
    "reads no section that is a comment behind %j, and no such lead as words",
    async (lead) => {
      const text = `* Hafen\n* ${lead} COMMENT Weg\nUnsichtbar.\n* ${lead} Da :hafen:\nSichtbar.\n`;
      expect(await outline("a.org", text)).toEqual([
        "heading: * Hafen",
        `heading: * ${lead} Da :hafen:`,
        "text: Sichtbar.",
      ]);
      const { paragraphs } = await documentOf(text, { file: "a.org" });
      expect(paragraphs.at(-1)?.headingPath).toEqual(["Da"]);
    },
  );
});
