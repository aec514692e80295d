import { describe, expect, it } from "vitest";
import { epubFile, odtFile } from "../files/office-files.ts";
import { documentOf, outlineOf } from "../make-document.ts";

const paragraph = (content: string, style = "") => `<text:p text:style-name="${style}">${content}</text:p>`;
const odt = (body: string, styles = "", title = "") => documentOf(odtFile(body, { styles, title }), { file: "a.odt" });
const odtOutline = async (body: string, styles = "") => outlineOf(await odt(body, styles));

describe("OpenDocument texts as office programs write them", () => {
  const style = (name: string, properties: string, family = "paragraph") =>
    `<style:style style:name="${name}" style:family="${family}"><style:text-properties ${properties}/></style:style>`;

  it("leave out paragraphs that are struck or hidden as a whole, but for words in them that are not", async () => {
    const styles =
      style("P1", 'style:text-line-through-style="solid"') +
      style("P2", 'text:display="none"') +
      style("T1", 'style:text-line-through-style="none"', "text");
    const shown = await odtOutline(
      [
        paragraph("Ganz gestrichen.", "P1"),
        paragraph('Gestrichen. <text:span text:style-name="T1">Nicht gestrichen.</text:span>', "P1"),
        paragraph("Ganz geheim.", "P2"),
        '<text:h text:style-name="P1" text:outline-level="1">Weg</text:h>',
        paragraph('<text:hidden-paragraph text:is-hidden="true"/>Auch geheim.'),
        '<text:section text:display="condition" text:is-hidden="true"><text:p>Versteckt.</text:p></text:section>',
        paragraph("Sichtbar."),
      ].join(""),
      styles,
    );
    expect(shown).toEqual(["text: Nicht gestrichen.", "text: Sichtbar."]);
  });

  it("name the columns of tables, and set lines that stand as they are below one another", async () => {
    const cell = (text: string) => `<table:table-cell>${paragraph(text)}</table:table-cell>`;
    const row = (...cells: readonly string[]) => `<table:table-row>${cells.map(cell).join("")}</table:table-row>`;
    const document = await odt(
      `<table:table><table:table-header-rows>${row("Jahr", "Menge")}</table:table-header-rows>${row("2023", "340")}</table:table>${paragraph("echo hallo", "Preformatted_20_Text")}${paragraph('<text:s text:c="2"/>echo welt', "Preformatted_20_Text")}`,
      '<style:style style:name="Preformatted_20_Text" style:display-name="Preformatted Text" style:family="paragraph"/>',
    );
    expect(outlineOf(document)).toEqual(["table: Jahr | Menge\n2023 | 340", "text: echo hallo\n  echo welt"]);
    expect(document.paragraphs[0]?.tableHead).toEqual({ start: 0, end: 12 });
  });

  it("keep what is ticked, chosen and filled in where their forms show it", async () => {
    const control = (id: string) => `<draw:control draw:control="${id}"/>`;
    const forms = `<office:forms><form:form><form:checkbox form:id="c1" form:label="Ja" form:current-state="checked"/><form:checkbox form:id="c2" form:label="Nein"/><form:text xml:id="c3" form:current-value="Anna Meier"/><form:listbox form:id="c4"><form:option form:label="Rot"/><form:option form:label="Blau" form:current-selected="true"/></form:listbox><form:button form:id="c5" form:label="Senden"/></form:form></office:forms>`;
    const shown = await odtOutline(
      `${forms}${paragraph(`${control("c1")}, ${control("c2")}; Name: ${control("c3")}, Farbe: ${control("c4")}${control("c5")}.`)}`,
    );
    expect(shown).toEqual(["text: ☒ Ja, ☐ Nein; Name: Anna Meier, Farbe: Blau."]);
  });

  it("state title, authors and date by their styles, and no template's title", async () => {
    const document = await odt(
      paragraph("Der Bericht", "Title") +
        paragraph("Anna Meier", "Author") +
        paragraph("3. Mai 2024", "Date") +
        paragraph("Kapitel", "Heading_20_1") +
        paragraph("Ein Satz steht hier."),
      '<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"/>',
      "[Dokumenttitel]",
    );
    expect(document.metadata).toMatchObject({
      title: "Der Bericht",
      authors: ["Anna Meier"],
      published: { stated: "2024-05-03" },
    });
    expect(outlineOf(document).slice(1, 4)).toEqual([
      "metadata: Anna Meier",
      "metadata: 3. Mai 2024",
      "heading: Kapitel",
    ]);
  });
});

describe("electronic books as office programs write them", () => {
  it("show their notes, and what their style sheets put up and leave away", async () => {
    const body =
      '<p>Rund 10<span class="s1">6</span> Tonnen<sup><a epub:type="noteref" href="#d1">1</a></sup>.<span class="s3"> Geheim.</span></p><aside epub:type="footnote" id="d1"><p><sup><a href="#c1">1</a></sup>Die Fußnote.</p></aside>';
    const sheet =
      ".s1 { font-size: 0.58em; position: relative; top: -0.33em; vertical-align: baseline; }\n.s3 { display: none; }";
    const document = await documentOf(epubFile([{ body }], "Am Fluss", sheet), { file: "a.epub" });
    expect(outlineOf(document).slice(1)).toEqual(["text: Rund 10⁶ Tonnen[1].", "text: [1] Die Fußnote."]);
  });

  it("state the day of their publication", async () => {
    const book = (date: string) =>
      documentOf(epubFile([{ body: "<p>Ein Satz.</p>" }], "Am Fluss", "", date), { file: "a.epub" });
    const published = async (date: string) => (await book(date)).metadata.published?.stated;
    expect(await published("<dc:date>2024-05-03</dc:date>")).toBe("2024-05-03");
    expect(
      await published(
        '<dc:date opf:event="modification">2024-06-01</dc:date><dc:date opf:event="publication">2024-05</dc:date>',
      ),
    ).toBe("2024-05");
    expect(await published("<dc:date>0101-01-01T00:00:00+00:00</dc:date>")).toBeUndefined();
  });
});

describe("electronic books of which nobody said anything", () => {
  const generator = '<meta name="generator" content="LibreOffice/7.4.7.2 (libepubgen/0.1.1)"/>';
  const bookOf = (facts: string) =>
    documentOf(epubFile([{ body: "<p>Der Hafen ist groß.</p>", title: "Section 1" }], "Unknown Title", "", facts), {
      file: "ablage/hafen.epub",
      language: "de",
    });

  it("have no title and no language but that of their words", async () => {
    const { metadata } = await bookOf(generator);
    expect(metadata).toMatchObject({ title: "hafen", titleSource: "derived", language: "de" });
  });

  it("have no headings that number their parts, where LibreOffice made them", async () => {
    expect(outlineOf(await bookOf(generator))).not.toContain("title: Section 1");
    expect(outlineOf(await bookOf("")).join()).toContain("Section 1");
  });
});

describe("pages as office programs write them", () => {
  it("have a title, names of columns, and notes with their numbers", async () => {
    const document = await documentOf(
      '<html><head><title>Der Bericht</title></head><body><p>Der Bericht</p><h1>Geschichte</h1><p>Ein Satz<a class="sdfootnoteanc" href="#f1"><sup>1</sup></a>.</p><table><thead><tr><td><p>Jahr</p><td><p>Menge</p></thead><tr><td>2023<td>340</table><div><p><a class="sdfootnotesym" href="#f1a">1</a>Die Fußnote.</p></div></body></html>',
      { file: "a.html" },
    );
    expect(outlineOf(document)).toEqual([
      "title: Der Bericht",
      "heading: Geschichte",
      "text: Ein Satz[1].",
      "table: Jahr | Menge\n2023 | 340",
      "text: [1] Die Fußnote.",
    ]);
    expect(document.paragraphs[3]?.tableHead).toBeDefined();
  });
});
