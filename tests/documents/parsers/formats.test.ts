import { describe, expect, it } from "vitest";
import { passagesOf } from "../../../src/documents/passages/passages.ts";
import { epubFile, odtFile, pptxFile, slideParagraph, xlsxFile } from "../files/office-files.ts";
import { documentOf, outlineOf } from "../make-document.ts";

const paragraph = (content: string, style = "") => `<text:p text:style-name="${style}">${content}</text:p>`;

describe("OpenDocument texts", () => {
  it("show what office programs show: notes, numbers, raised figures, no hidden or struck words", async () => {
    const style = (name: string, properties: string) =>
      `<style:style style:name="${name}"><style:text-properties ${properties}/></style:style>`;
    const span = (name: string, text: string) => `<text:span text:style-name="${name}">${text}</text:span>`;
    const item = (content: string) => `<text:list-item>${content}</text:list-item>`;
    const document = await documentOf(
      odtFile(
        [
          paragraph("Handbuch", "Title"),
          paragraph(
            `Es sind 10${span("up", "6")} Tonnen${span("gone", " geheim")}${span("struck", " falsch")}.<text:note><text:note-citation>1</text:note-citation><text:note-body>${paragraph("Aus dem Register.")}</text:note-body></text:note>`,
          ),
          `<text:list text:style-name="L">${item(paragraph("eins"))}${item(`${paragraph("zwei")}<text:list>${item(paragraph("darunter"))}</text:list>`)}</text:list>`,
          paragraph("Dazwischen steht ein Absatz, der zu keiner Liste gehört."),
          `<text:list text:style-name="L" text:continue-numbering="true">${item(paragraph("drei"))}</text:list>`,
        ].join(""),
        {
          styles: `${style("up", 'style:text-position="super 58%"')}${style("gone", 'text:display="none"')}${style("struck", 'style:text-line-through-style="solid"')}<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>`,
        },
      ),
      { file: "a.odt" },
    );
    expect(outlineOf(document)).toEqual([
      "title: Handbuch",
      "text: Es sind 10⁶ Tonnen.[1]",
      "text: 1. eins\n2. zwei\n  a) darunter",
      "text: Dazwischen steht ein Absatz, der zu keiner Liste gehört.",
      "text: 3. drei",
      "text: 1. Aus dem Register.",
    ]);
  });
});

describe("the language of the program that wrote a file", () => {
  const german = odtFile(paragraph("Der Hafen ist tief, und die Boote liegen im Winter auf dem Land."));

  it("is not the text's where its words speak another one", async () => {
    const document = await documentOf(german, { file: "a.odt", language: "de" });
    expect(document.metadata.language).toBe("de");
  });

  it("counts where the words do not tell", async () => {
    const document = await documentOf(german, { file: "a.odt", language: "und" });
    expect(document.metadata.language).toBe("en");
  });
});

describe("electronic books", () => {
  it("have the chapters of their table of contents, which is none itself", async () => {
    const document = await documentOf(
      epubFile(
        [
          { title: "Der Hafen", body: "<p>Er ist tief und liegt an der Mündung des Flusses.</p>" },
          { title: "Die Werft", body: "<h1>Die Werft</h1><p>Sie baut Boote aus Holz und aus Stahl.</p>" },
        ],
        "Am Fluss",
      ),
      { file: "a.epub", language: "und" },
    );
    expect(outlineOf(document).filter((line) => !line.startsWith("boilerplate"))).toEqual([
      "heading: Der Hafen",
      "text: Er ist tief und liegt an der Mündung des Flusses.",
      "heading: Die Werft",
      "text: Sie baut Boote aus Holz und aus Stahl.",
    ]);
    expect(document.metadata).toMatchObject({ title: "Am Fluss", authors: ["Anna Jansen", "Bo Kim"], language: "en" });
    expect(document.paragraphs.at(-1)?.headingPath).toEqual(["Die Werft"]);
  });
});

describe("the style sheet of a book", () => {
  it("says what stands raised, and what is struck", async () => {
    const sheet = ".hoch { vertical-align: super } .weg { text-decoration: line-through }";
    const body = '<p>Es sind 10<span class="hoch">6</span> Tonnen<span class="weg"> falsch</span>.</p>';
    const document = await documentOf(epubFile([{ body }], "Am Fluss", sheet), { file: "a.epub" });
    expect(outlineOf(document).at(-1)).toBe("text: Es sind 10⁶ Tonnen.");
  });
});

describe("presentations", () => {
  it("have a page a slide, its title first, without what repeats on every slide", async () => {
    const numbered = '<a:pPr><a:buAutoNum type="alphaLcParenR"/></a:pPr>';
    const document = await documentOf(
      pptxFile([
        { title: "Der Hafen", boxes: [slideParagraph("erstens", numbered) + slideParagraph("zweitens", numbered)] },
        {
          title: "Zahlen",
          table: [
            ["Schiff", "Länge"],
            ["Anna", "120 m"],
          ],
          notes: "Hier langsam sprechen.",
        },
      ]),
      { file: "a.pptx" },
    );
    expect(outlineOf(document)).toEqual([
      "heading: Der Hafen",
      "text: a) erstens\nb) zweitens",
      "heading: Zahlen",
      "table: Schiff | Länge\nAnna | 120 m",
      "text: Hier langsam sprechen.",
    ]);
    expect(document.paragraphs.map(({ page }) => page)).toEqual([1, 1, 2, 2, 2]);
  });
});

describe("workbooks", () => {
  const formats =
    '<numFmts><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;€&quot;"/><numFmt numFmtId="165" formatCode="dd.mm.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
  const number = (value: number, style: number) => `<c s="${style}"><v>${value}</v></c>`;

  it("have a section a sheet and a line a row, values as their cells show them", async () => {
    const document = await documentOf(
      xlsxFile(
        [
          {
            name: "Schiffe",
            rows: [
              ["Schiff", "Datum", "Anteil", "Preis"],
              ["Anna", number(45415, 1), number(0.125, 2), number(1234.5, 3)],
              ["Bo", undefined, number(0.1, 0), number(45415, 4)],
              [],
              ["Stand: Mai"],
            ],
          },
          { name: "Geheim", rows: [["Nicht zu sehen"]], state: "hidden" },
          { name: "Werft", rows: [["Boote", '<c t="b"><v>1</v></c>']] },
        ],
        { formats },
      ),
      { file: "a.xlsx" },
    );
    expect(outlineOf(document)).toEqual([
      "heading: Schiffe",
      "table: Schiff | Datum | Anteil | Preis\nAnna | 2024-05-03 | 12.50% | 1234.50 €\nBo |  | 0.1 | 2024-05-03",
      "text: Stand: Mai",
      "heading: Werft",
      "table: Boote | TRUE",
    ]);
    expect(document.paragraphs.map(({ page }) => page)).toEqual([1, 1, 5, 1, 1]);
    expect(document.paragraphs[1]?.pageBreaks?.map(({ page }) => page)).toEqual([2, 3]);
    expect(passagesOf(document)[0]).toMatchObject({ page: 1, lastPage: 3 });
    expect(document.canonicalText).not.toContain("Nicht zu sehen");
  });
});

describe("formats of plain text", () => {
  const shown = async (file: string, text: string) =>
    outlineOf(await documentOf(text, { file })).filter((line) => !/^(?:boilerplate|metadata)/.test(line));

  it("give the outline of reStructuredText", async () => {
    const text =
      "====\nHaus\n====\n\n:Author: Anna Jansen\n\nTeil\n----\n\nEin Absatz::\n\n    kran --heben\n\n.. note:: Nur bei Tag.\n\n.. toctree::\n\n   a\n   b\n\n.. _ziel:\n\n* rot\n* blau\n\n.. [1] Eine Note.\n\n=== ===\nA   B\n=== ===\n1   2\n=== ===\n";
    expect(await shown("a.rst", text)).toEqual([
      "title: Haus",
      "heading: Teil",
      "text: Ein Absatz::",
      "code: kran --heben",
      "text: .. note:: Nur bei Tag.",
      "text: * rot\n* blau",
      "text: .. [1] Eine Note.",
      "table: === ===\nA   B\n=== ===\n1   2\n=== ===",
    ]);
    expect((await documentOf(text, { file: "a.rst" })).metadata).toMatchObject({
      title: "Haus",
      authors: ["Anna Jansen"],
    });
  });

  it("give the outline of AsciiDoc", async () => {
    const text =
      "= Haus\nAnna Jansen <a@example.org>\nv1.0, 2024-05-03\n:toc:\n\n== Teil\n\nNOTE: Nur bei Tag.\n\n* rot\n* blau\n\n----\nkran --heben\n----\n\n////\nWeg damit.\n////\n\n|===\n|A |B\n|===\n";
    expect(await shown("a.adoc", text)).toEqual([
      "title: = Haus",
      "heading: == Teil",
      "text: NOTE: Nur bei Tag.",
      "text: * rot\n* blau",
      "code: kran --heben",
      "table: |A |B",
    ]);
    const { metadata, paragraphs } = await documentOf(text, { file: "a.adoc" });
    expect(metadata).toMatchObject({ title: "Haus", authors: ["Anna Jansen"], published: { stated: "2024-05-03" } });
    expect(paragraphs.at(-1)?.anchor).toBe("_teil");
  });

  it("give the outline of Org", async () => {
    const text =
      "#+TITLE: Haus\n#+DATE: <2024-05-03 Fri>\n\n* TODO Teil :wichtig:\n:PROPERTIES:\n:CUSTOM_ID: teil\n:END:\n\nEin Absatz.\n\n- rot\n- blau\n\n#+BEGIN_SRC sh\nkran --heben\n#+END_SRC\n\n# Weg damit.\n\n| A | B |\n";
    expect(await shown("a.org", text)).toEqual([
      "heading: * TODO Teil :wichtig:",
      "text: Ein Absatz.",
      "text: - rot\n- blau",
      "code: kran --heben",
      "table: | A | B |",
    ]);
    const { metadata, paragraphs } = await documentOf(text, { file: "a.org" });
    expect(metadata).toMatchObject({ title: "Haus", published: { stated: "2024-05-03" } });
    expect(paragraphs.at(-1)).toMatchObject({ headingPath: ["Teil"], anchor: "teil" });
  });
});
