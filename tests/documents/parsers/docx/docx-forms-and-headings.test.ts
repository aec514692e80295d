import { describe, expect, it } from "vitest";
import { docxParts } from "../../files/docx-file.ts";
import { zipFile } from "../../files/zip-file.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';

/** A document of this body and these styles, whose properties name this title and author. */
function word(body: string, { styles, title, author }: { styles?: string; title?: string; author?: string } = {}) {
  const parts = docxParts({ blocks: [], title: title ?? "", author: author ?? "" }).map((part) => {
    if (part.name === "word/document.xml")
      return { ...part, content: `<w:document ${namespaces}><w:body>${body}</w:body></w:document>` };
    return part.name === "word/styles.xml" && styles !== undefined
      ? { ...part, content: `<w:styles ${namespaces}>${styles}</w:styles>` }
      : part;
  });
  return documentOf(zipFile(parts), { file: "report.docx" });
}
const outline = async (body: string, styles?: string) =>
  outlineOf(await word(body, styles === undefined ? {} : { styles }));

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
const styled = (id: string) => `<w:pStyle w:val="${id}"/>`;
const deleted = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>';

describe("forms in Word documents", () => {
  const field = (name: string, data: string, result = "") =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="F"/>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText> ${name} </w:instrText></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const separated = (text: string) => `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(text)}`;
  const list = (chosen: string) =>
    `<w:ddList>${chosen}<w:listEntry w:val="Rot"/><w:listEntry w:val="Blau"/></w:ddList>`;

  it("keep what is ticked and chosen in their fields", async () => {
    const shown = await outline(
      [
        field("FORMCHECKBOX", "<w:checkBox><w:checked/></w:checkBox>") + run(" Ja"),
        field("FORMCHECKBOX", '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>') + run(" Nein"),
        field("FORMCHECKBOX", '<w:checkBox><w:default w:val="1"/></w:checkBox>') + run(" Vielleicht"),
        run("Farbe: ") + field("FORMDROPDOWN", list('<w:result w:val="1"/>')) + run("."),
        run("Farbe: ") + field("FORMDROPDOWN", list("")) + run("."),
        run("Farbe: ") + field("FORMDROPDOWN", list('<w:result w:val="1"/>'), separated("Blau")) + run("."),
        run("Name: ") + field("FORMTEXT", "<w:textInput/>", separated("Anna Meier")) + run("."),
      ]
        .map((content) => paragraph(content))
        .join(""),
    );
    expect(shown.map((line) => line.replace(/^\w+: /, ""))).toEqual([
      "☒ Ja",
      "☐ Nein",
      "☒ Vielleicht",
      "Farbe: Blau.",
      "Farbe: Rot.",
      "Farbe: Blau.",
      "Name: Anna Meier.",
    ]);
  });

  it("keep what is ticked in their controls, however its sign is written", async () => {
    const control = (checked: string, content: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const symbol = '<w:r><w:sym w:font="MS Gothic" w:char="2612"/></w:r>';
    const shown = await outline(
      [control("1", symbol), control("0", "<w:r/>"), control("1", ""), control("0", run("☐"))]
        .map((content) => paragraph(`${content}${run(" Ich stimme zu.")}`))
        .join(""),
    );
    expect(shown.map((line) => line.charAt(6))).toEqual(["☒", "☐", "☒", "☐"]);
  });

  it("have the signs of fonts as letters, or a mark for them", async () => {
    const sign = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
    const document = await word(
      paragraph(
        sign("Arial", "2713") + sign("Wingdings", "F0FC") + run(" Ein Satz ") + sign("Eigene", "F041") + run("."),
      ),
    );
    expect(outlineOf(document)).toEqual(["text: ✓✓ Ein Satz […]."]);
    expect(document.gaps).toEqual([{ kind: "objects-unreadable", count: 1 }]);
  });
});

describe("deleted parts of Word documents", () => {
  it("are rows, cells and whole tables", async () => {
    const row = (cells: string, properties = "") => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
    const gone = '<w:del w:id="9" w:author="A"/>';
    const table = [
      row(cell("weg") + cell("auch weg"), gone),
      row(cell("Jahr") + cell("Menge") + cell("alt", '<w:cellDel w:id="3"/>')),
      row(cell("2023") + cell("340"), '<w:ins w:id="8" w:author="A"/>'),
    ].join("");
    const shown = await outline(
      `<w:tbl>${table}</w:tbl>${paragraph(run("Ein Satz."))}<w:tbl>${row(cell("weg"), gone)}</w:tbl>`,
    );
    expect(shown).toEqual(["table: Jahr | Menge\n2023 | 340", "text: Ein Satz."]);
  });

  it("are marks of paragraphs, so that two go on as one, and an item counts no longer", async () => {
    const gone = '<w:del w:id="2" w:author="A"><w:r><w:delText>weg</w:delText></w:r></w:del>';
    const inList = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>';
    const shown = await outline(
      [
        paragraph(run("Der Hafen "), deleted),
        paragraph(run("ist tief.")),
        paragraph(run("eins"), inList),
        paragraph(gone, `${inList}${deleted}`),
        paragraph(run("zwei"), inList),
      ].join(""),
    );
    expect(shown).toEqual(["text: Der Hafen ist tief.", "text: 1. eins\n2. zwei"]);
  });
});

describe("headings of Word documents", () => {
  const style = (id: string, name: string, more = "") =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
  const basedOn = (id: string, more = "") => `<w:basedOn w:val="${id}"/>${more}`;
  const level = (number: number) => `<w:outlineLvl w:val="${number}"/>`;
  const styles = [
    style("Heading1", "heading 1", `<w:pPr>${level(0)}</w:pPr>`),
    style("Kapitel", "Kapitel", basedOn("Heading1")),
    style("Enkel", "Kapitel im Anhang", basedOn("Kapitel")),
    style("Abschnitt", "Abschnitt", `<w:pPr>${level(1)}</w:pPr>`),
    style("Verzeichnis", "Kopf", basedOn("Heading1", `<w:pPr>${level(9)}</w:pPr>`)),
    style("Deutsch", "Überschrift 2"),
  ].join("");

  it("are what styles make of them that are based on others, or stand in the outline", async () => {
    const text = paragraph(run("Ein Satz steht darunter."));
    const document = await word(
      [
        paragraph(run("Kapitel eins"), styled("Kapitel")),
        text,
        paragraph(run("Anhang"), styled("Enkel")),
        text,
        paragraph(run("Abschnitt"), styled("Abschnitt")),
        text,
        paragraph(run("Zweiter Abschnitt"), level(1)),
        text,
        paragraph(run("Dritter Abschnitt"), styled("Deutsch")),
        text,
      ].join(""),
      { styles },
    );
    expect(outlineOf(document).filter((line) => line.startsWith("heading"))).toEqual([
      "heading: Kapitel eins",
      "heading: Anhang",
      "heading: Abschnitt",
      "heading: Zweiter Abschnitt",
      "heading: Dritter Abschnitt",
    ]);
    expect(document.paragraphs.at(-1)?.headingPath).toEqual(["Anhang", "Dritter Abschnitt"]);
  });

  it.each([
    ["a sentence in the outline", paragraph(run("Der Mieter zahlt die Miete im Voraus."), level(1))],
    ["what its style takes out of the outline", paragraph(run("Das Verzeichnis der Sachen"), styled("Verzeichnis"))],
    ["a heading's style taken out of the outline", paragraph(run("Nur ein Wort"), styled("Heading1") + level(9))],
    ["a clause in a heading's style", paragraph(run("Der Mieter zahlt im Voraus. ".repeat(12)), styled("Heading1"))],
  ])("are not %s", async (_what, content) => {
    const shown = await outline(
      `${content}${paragraph(run("Ein Satz steht darunter, und noch einer folgt ihm."))}`,
      styles,
    );
    expect(shown.filter((line) => line.startsWith("heading") && !line.includes("Nur ein Wort"))).toEqual([]);
    expect(shown[0]).toMatch(/^(?:text|title): /);
  });

  it("in cells leave their table whole", async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph(run("Jahr"), level(0))}</w:tc>${cell("Menge")}</w:tr><w:tr>${cell("2023")}${cell("340")}</w:tr></w:tbl>`;
    expect(await outline(table)).toEqual(["table: Jahr | Menge\n2023 | 340"]);
  });
});

describe("the facts of Word documents", () => {
  const styles = ["Title", "Author", "Date"]
    .map((name) => `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/></w:style>`)
    .join("");

  it("are what their styles for title, author and date say, rather than who made the file", async () => {
    const document = await word(
      [
        paragraph(run("Der Hafenbericht"), styled("Title")),
        paragraph(run("Anna Meier"), styled("Author")),
        paragraph(run("Bernd Kunz"), styled("Author")),
        paragraph(run("3. Mai 2024"), styled("Date")),
        paragraph(run("Der Hafen wurde 1923 gebaut.")),
      ].join(""),
      { styles, author: "Carl Troll", title: "Word-Dokument" },
    );
    expect(document.metadata).toMatchObject({
      title: "Der Hafenbericht",
      authors: ["Anna Meier", "Bernd Kunz"],
      published: { stated: "2024-05-03" },
    });
    expect(outlineOf(document)).toEqual([
      "title: Der Hafenbericht",
      "metadata: Anna Meier",
      "metadata: Bernd Kunz",
      "metadata: 3. Mai 2024",
      "text: Der Hafen wurde 1923 gebaut.",
    ]);
  });

  it("are no title of which no word stands in a document with another one", async () => {
    const body = paragraph(run("Der Hafenbericht"), styled("Title")) + paragraph(run("Der Hafen wurde 1923 gebaut."));
    expect((await word(body, { styles, title: "Protokoll der Sitzung" })).metadata.title).toBe("Der Hafenbericht");
    expect((await word(body, { styles, title: "Hafenbericht 2024" })).metadata.title).toBe("Hafenbericht 2024");
  });

  it.each([
    "Microsoft Office-Benutzer",
    "Microsoft Office User",
    "Windows-Benutzer",
    "Microsoft-Konto",
    "python-docx",
    "Apache POI",
    "Un-named",
    "[Autor]",
    "[Name des Verfassers]",
    "{{ author }}",
    "Unbekannter Autor",
  ])("are not the author %s", async (author) => {
    expect((await word(paragraph(run("Ein Satz.")), { author })).metadata.authors).toBeUndefined();
  });

  it.each([
    "[Dokumenttitel]",
    "[Document title]",
    "[Geben Sie den Titel des Dokuments ein]",
    "[Type the document title]",
    "Microsoft Word-Dokument",
    "Unbenannt 1",
    "PowerPoint-Präsentation",
    "«Titel»",
  ])("are not the title %s", async (title) => {
    expect((await word(paragraph(run("Ein Satz.")), { title })).metadata.title).toBe("report");
  });

  it.each(["Anna Benutzer", "[Entwurf] Hafen", "Das Konto", "Titelblatt"])("may be %s", async (title) => {
    const { metadata } = await word(paragraph(run("Ein Satz.")), { title, author: title });
    expect(metadata).toMatchObject({ title, authors: [title] });
  });
});
