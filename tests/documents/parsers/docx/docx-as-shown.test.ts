import { describe, expect, it } from "vitest";
import { docxParts } from "../../files/docx-file.ts";
import { type ZipEntry, zipFile } from "../../files/zip-file.ts";
import { documentOf, outlineOf } from "../../make-document.ts";

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="wp" xmlns:a="a" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** A document of this body, with parts that replace or join those of a small one. */
async function outline(body: string, parts: readonly ZipEntry[] = []): Promise<string[]> {
  return outlineOf(await word(body, parts));
}

function word(body: string, parts: readonly ZipEntry[] = []) {
  const own = [
    { name: "word/document.xml", content: `<w:document ${namespaces}><w:body>${body}</w:body></w:document>` },
    ...parts,
  ];
  const names = new Set(own.map(({ name }) => name));
  const others = docxParts({ blocks: [] }).filter(({ name }) => !names.has(name));
  return documentOf(zipFile([...others, ...own]), { file: "report.docx" });
}

const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const inList = (list: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

const level = (number: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${number}">${more}<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = (schemes: readonly string[], overrides: Readonly<Record<number, string>> = {}): ZipEntry => ({
  name: "word/numbering.xml",
  content: `<w:numbering ${namespaces}>${schemes.map((levels, i) => `<w:abstractNum w:abstractNumId="${i}">${levels}</w:abstractNum>`).join("")}${schemes
    .map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/>${overrides[i + 1] ?? ""}</w:num>`)
    .join("")}<w:num w:numId="9"><w:abstractNumId w:val="0"/>${overrides[9] ?? ""}</w:num></w:numbering>`,
});

describe("Word documents as Word shows them", () => {
  it("leaves out hidden and struck text, by itself and by its style", async () => {
    const styles = {
      name: "word/styles.xml",
      content: `<w:styles ${namespaces}><w:style w:type="character" w:styleId="Geheim"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Enkel"><w:basedOn w:val="Geheim"/></w:style></w:styles>`,
    };
    const shown = await outline(
      paragraph(
        run("Der Preis ist ") +
          run("90 ", "<w:strike/>") +
          run("85 ", "<w:dstrike/>") +
          run("80 Euro.") +
          run(" Geheim.", "<w:vanish/>") +
          run(" Auch.", '<w:rStyle w:val="Enkel"/>') +
          run(" Sichtbar.", '<w:vanish w:val="0"/>'),
      ) + paragraph(run("Ganz geheim.", "<w:vanish/>")),
      [styles],
    );
    expect(shown).toEqual(["text: Der Preis ist 80 Euro. Sichtbar."]);
  });

  it("leaves out and raises what styles strike out and raise", async () => {
    const style = (id: string, properties: string, type = "character") =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:rPr>${properties}</w:rPr></w:style>`;
    const styles = {
      name: "word/styles.xml",
      content: `<w:styles ${namespaces}>${style("Alt", "<w:strike/>")}${style("Weg", "<w:dstrike/>", "paragraph")}${style("Hoch", '<w:vertAlign w:val="superscript"/>')}</w:styles>`,
    };
    const shown = await outline(
      paragraph(run("Der Preis ist ") + run("90 ", '<w:rStyle w:val="Alt"/>') + run("80 Euro.")) +
        paragraph(run("Ganz durchgestrichen."), '<w:pStyle w:val="Weg"/>') +
        paragraph(run("Es sind 10") + run("6", '<w:rStyle w:val="Hoch"/>') + run(" Tonnen.")) +
        paragraph(
          run("Es sind 10") +
            run("7", '<w:position w:val="8"/>') +
            run(" Tonnen und H") +
            run("2", '<w:position w:val="-4"/>') +
            run("O."),
        ),
      [styles],
    );
    expect(shown).toEqual([
      "text: Der Preis ist 80 Euro.",
      "text: Es sind 10⁶ Tonnen.",
      "text: Es sind 10⁷ Tonnen und H₂O.",
    ]);
  });

  it("reads what stands in fields, controls and formulas of their own line", async () => {
    const power = "<m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>";
    const shown = await outline(
      paragraph(`${run("Seite 7 von ")}<w:fldSimple w:instr="NUMPAGES">${run("9")}</w:fldSimple>${run(".")}`) +
        paragraph(
          `<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>${run("☒")}</w:sdtContent></w:sdt>${run(" Ja, gern.")}`,
        ) +
        `<w:sdt><w:sdtContent><w:customXml>${paragraph(run("Ein ganzer Absatz."))}</w:customXml></w:sdtContent></w:sdt>` +
        paragraph(`<m:oMathPara><m:oMath><m:r><m:t>E=m</m:t></m:r>${power}</m:oMath></m:oMathPara>`) +
        paragraph(
          `${run("Der Mittelwert ")}<m:oMath><m:acc><m:accPr><m:chr m:val="\u0305"/></m:accPr><m:e><m:r><m:t>x</m:t></m:r></m:e></m:acc></m:oMath>${run(" steigt.")}`,
        ),
    );
    expect(shown).toEqual([
      "text: Seite 7 von 9.",
      "text: ☒ Ja, gern.",
      "text: Ein ganzer Absatz.",
      "text: E=mc²",
      "text: Der Mittelwert x\u0305 steigt.",
    ]);
  });

  it("puts the cells of rows that begin further right under their columns", async () => {
    const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
    const row = (cells: string, properties = "") => `<w:tr>${properties}${cells}</w:tr>`;
    const before = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>';
    const table =
      row(cell("Land") + cell("2023") + cell("2024")) +
      row(cell("Nord") + cell("1") + cell("2")) +
      row(cell("6"), before);
    expect(await outline(`<w:tbl>${table}</w:tbl>`)).toEqual(["table: Land | 2023 | 2024\nNord | 1 | 2\n |  | 6"]);
  });

  it("counts lists on over other paragraphs, in the format of each level", async () => {
    const levels = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "lowerRoman", "%1.%2.%3");
    const shown = await outline(
      [
        paragraph(run("eins"), inList(1)),
        paragraph(run("zwei"), inList(1)),
        paragraph(run("darunter"), inList(1, 1)),
        paragraph(run("tiefer"), inList(1, 2)),
        paragraph(run("Dazwischen steht ein Absatz, der zu keiner Liste gehört.")),
        paragraph(run("drei"), inList(1)),
        paragraph(run("wieder darunter"), inList(1, 1)),
        paragraph(run("Hier beginnt die Zählung von vorn, wie es der Verfasser wollte.")),
        paragraph(run("neu"), inList(9)),
        paragraph(run("Punkte folgen.")),
        paragraph(run("Punkt"), inList(2)),
      ].join(""),
      [
        numbering([levels, level(0, "bullet", "•")], {
          9: '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>',
        }),
      ],
    );
    expect(shown.map((line) => line.replace(/^text: /, ""))).toEqual([
      "1. eins\n2. zwei\n  a) darunter\n    2.a.i tiefer",
      "Dazwischen steht ein Absatz, der zu keiner Liste gehört.",
      "3. drei\n  a) wieder darunter",
      "Hier beginnt die Zählung von vorn, wie es der Verfasser wollte.",
      "5. neu",
      "Punkte folgen.",
      "- Punkt",
    ]);
  });

  it("numbers headings by their styles", async () => {
    const styles = {
      name: "word/styles.xml",
      content: `<w:styles ${namespaces}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
    };
    const scheme =
      level(0, "upperRoman", "Teil %1:", '<w:start w:val="4"/><w:pStyle w:val="H1"/>') +
      level(1, "decimal", "§ %2", '<w:start w:val="17"/><w:pStyle w:val="H2"/>');
    const heading = (style: string, text: string) => paragraph(run(text), `<w:pStyle w:val="${style}"/>`);
    const shown = await outline(
      [
        heading("H1", "Miete"),
        heading("H2", "Kaution"),
        paragraph(run("Sie beträgt drei Mieten.")),
        heading("H2", "Ende"),
        heading("H1", "Schluss"),
        paragraph(run("Ein Satz.")),
      ].join(""),
      [styles, numbering([scheme])],
    );
    expect(shown.filter((line) => !line.startsWith("text"))).toEqual([
      "heading: Teil IV: Miete",
      "heading: § 17 Kaution",
      "heading: § 18 Ende",
      "heading: Teil V: Schluss",
    ]);
  });

  it("writes formulas where they stand", async () => {
    const letter = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const power = `<m:sSup><m:e>${letter("x")}</m:e><m:sup>${letter("2")}</m:sup></m:sSup>`;
    const fraction = `<m:f><m:num>${letter("a+b")}</m:num><m:den>${letter("2")}</m:den></m:f>`;
    const root = `<m:rad><m:deg/><m:e>${letter("y")}</m:e></m:rad>`;
    const shown = await outline(
      paragraph(
        `${run("Es gilt ")}<m:oMath>${power}${letter("=")}${fraction}</m:oMath>${run(" oder ")}<m:oMath>${root}</m:oMath>${run(".")}`,
      ),
    );
    expect(shown).toEqual(["text: Es gilt x²=(a+b)/2 oder √y."]);
  });

  it("puts first letters before their words, and leaves out glosses", async () => {
    const cap = paragraph(run("D"), '<w:framePr w:dropCap="drop" w:lines="3"/>');
    const ruby = `<w:r><w:ruby><w:rt>${run("とうきょう")}</w:rt><w:rubyBase>${run("東京")}</w:rubyBase></w:ruby></w:r>`;
    expect(
      await outline(cap + paragraph(run("er Hafen ist groß.")) + paragraph(ruby + run(" ist eine Stadt."))),
    ).toEqual(["text: Der Hafen ist groß.", "text: 東京 ist eine Stadt."]);
  });

  it("reads files that were imported as they are", async () => {
    const relationship = (id: string, target: string) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="${target}"/>`;
    const document = await word(
      `${paragraph(run("Vorn."))}<w:altChunk r:id="c1"/><w:altChunk r:id="c2"/><w:altChunk r:id="c3"/>${paragraph(run("Hinten."))}`,
      [
        {
          name: "word/_rels/document.xml.rels",
          content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship("c1", "a.html")}${relationship("c2", "/word/b.txt")}${relationship("c3", "c.rtf")}</Relationships>`,
        },
        {
          name: "word/a.html",
          content: "<html><head><title>x</title></head><body><h2>Kopf</h2><p>Aus HTML.</p></body></html>",
        },
        { name: "word/b.txt", content: "Aus Text & mehr." },
        { name: "word/c.rtf", content: "{\\rtf1 Text}" },
      ],
    );
    expect(outlineOf(document)).toEqual([
      "text: Vorn.",
      "heading: Kopf",
      "text: Aus HTML.",
      "text: Aus Text & mehr.",
      "boilerplate: […]",
      "text: Hinten.",
    ]);
    expect(document.gaps).toEqual([{ kind: "objects-unreadable", count: 1 }]);
  });

  it("marks what it cannot read, so that no sentence closes over a gap", async () => {
    const object = "<w:r><w:object/></w:r>";
    const picture =
      '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://x/picture"/></a:graphic></wp:inline></w:drawing></w:r>';
    const chart = picture.replace("picture", "chart");
    const document = await word(
      paragraph(run("Der Winkel ist ") + object + run(" Grad.")) +
        paragraph(run("Das Zeichen ") + picture + run(" gilt.")) +
        paragraph(chart) +
        paragraph(picture),
    );
    expect(outlineOf(document)).toEqual([
      "text: Der Winkel ist […] Grad.",
      "text: Das Zeichen […] gilt.",
      "boilerplate: […]",
    ]);
    expect(document.gaps).toEqual([{ kind: "objects-unreadable", count: 3 }]);
  });

  it("refuses an archive whose parts are not what its checksums say", async () => {
    const [first, ...others] = docxParts({ blocks: [{ text: "Ein Satz." }] });
    if (first === undefined) throw new Error("a document has parts");
    const bytes = zipFile([{ ...first, isDamaged: true }, ...others]);
    await expect(documentOf(bytes, { file: "report.docx" })).rejects.toThrow(/report\.docx .*damaged/);
  });
});
