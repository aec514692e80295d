import { zipFile } from "./zip-file.ts";

const header = '<?xml version="1.0" encoding="UTF-8"?>';
const relationshipsOf = (targets: readonly (readonly [string, string])[]) =>
  `${header}<Relationships>${targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join("")}</Relationships>`;

/** An OpenDocument text of this body, with these automatic styles. */
export function odtFile(body: string, { styles = "", title = "" } = {}): Uint8Array {
  return zipFile([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.text" },
    {
      name: "content.xml",
      content: `${header}<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    {
      name: "meta.xml",
      content: `${header}<office:document-meta><office:meta><dc:title>${title}</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>`,
    },
  ]);
}

export interface EpubChapter {
  /** The content of its `body`. */
  readonly body: string;
  /** As the table of contents calls it. */
  readonly title?: string;
}

/**
 * @param sheet the style sheet of all chapters
 * @param facts what the metadata say besides, such as dates
 */
export function epubFile(chapters: readonly EpubChapter[], title = "Book", sheet = "", facts = ""): Uint8Array {
  const names = chapters.map((_, i) => `chapter${i + 1}.xhtml`);
  return zipFile([
    { name: "mimetype", content: "application/epub+zip" },
    {
      name: "META-INF/container.xml",
      content: `${header}<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`,
    },
    {
      name: "OEBPS/book.opf",
      content: `${header}<package><metadata><dc:title>${title}</dc:title><dc:creator>Anna Jansen</dc:creator><dc:creator>Bo Kim</dc:creator><dc:language>en</dc:language>${facts}</metadata><manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="nav" href="nav.xhtml" properties="nav"/>${names.map((name, i) => `<item id="c${i}" href="text/${name}"/>`).join("")}</manifest><spine><itemref idref="nav"/>${names.map((_, i) => `<itemref idref="c${i}"/>`).join("")}</spine></package>`,
    },
    {
      name: "OEBPS/toc.ncx",
      content: `${header}<ncx><navMap>${chapters.map(({ title: words = "" }, i) => `<navPoint><navLabel><text>${words}</text></navLabel><content src="text/${names[i]}#top"/></navPoint>`).join("")}</navMap></ncx>`,
    },
    { name: "OEBPS/book.css", content: sheet },
    { name: "OEBPS/nav.xhtml", content: "<html><body><nav><ol><li>Contents</li></ol></nav></body></html>" },
    ...chapters.map(({ body }, i) => ({
      name: `OEBPS/text/${names[i]}`,
      content: `${header}<html><head><title>${title}</title><link rel="stylesheet" href="../book.css"/></head><body>${body}</body></html>`,
    })),
  ]);
}

export interface Slide {
  readonly title?: string;
  /** The content of its text boxes: paragraphs, as `a:p`. */
  readonly boxes?: readonly string[];
  /** Cells by their text, or with their own XML and properties. */
  readonly table?: readonly (readonly (string | { readonly cell: string; readonly properties: string })[])[];
  readonly notes?: string;
  /** Further shapes, as they stand. */
  readonly shapes?: string;
  /** A chart's part. */
  readonly chart?: string;
}

export const slideParagraph = (text: string, properties = "") =>
  `<a:p>${properties}<a:r><a:t>${text}</a:t></a:r></a:p>`;

export function pptxFile(slides: readonly Slide[]): Uint8Array {
  const shape = (content: string, role = "") =>
    `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:nvPr>${role === "" ? "" : `<p:ph type="${role}"/>`}</p:nvPr></p:nvSpPr><p:txBody>${content}</p:txBody></p:sp>`;
  const slideXml = ({ title, boxes = [], table, shapes = "", chart }: Slide) =>
    `${header}<p:sld><p:cSld><p:spTree>${boxes.map((box) => shape(box)).join("")}${title === undefined ? "" : shape(slideParagraph(title), "title")}${
      table === undefined
        ? ""
        : `<p:graphicFrame><a:graphic><a:graphicData><a:tbl>${table.map((row) => `<a:tr>${row.map((cell) => (typeof cell === "string" ? `<a:tc><a:txBody>${slideParagraph(cell)}</a:txBody></a:tc>` : `<a:tc${cell.properties}>${cell.cell}</a:tc>`)).join("")}</a:tr>`).join("")}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
    }${shapes}${chart === undefined ? "" : `<p:graphicFrame>${chartFrame("rId9")}</p:graphicFrame>`}${shape(slideParagraph("7"), "sldNum")}</p:spTree></p:cSld></p:sld>`;
  return zipFile([
    {
      name: "ppt/presentation.xml",
      content: `${header}<p:presentation><p:sldIdLst>${slides.map((_, i) => `<p:sldId r:id="rId${i + 1}"/>`).join("")}</p:sldIdLst></p:presentation>`,
    },
    {
      name: "ppt/_rels/presentation.xml.rels",
      content: relationshipsOf(slides.map((_, i) => ["slide", `slides/slide${i + 1}.xml`])),
    },
    ...slides.flatMap((slide, i) => [
      { name: `ppt/slides/slide${i + 1}.xml`, content: slideXml(slide) },
      ...(slide.notes === undefined && slide.chart === undefined
        ? []
        : [
            {
              name: `ppt/slides/_rels/slide${i + 1}.xml.rels`,
              content: relationshipsOf([
                ["notesSlide", `../notesSlides/notes${i + 1}.xml`],
                ...Array.from({ length: 8 }, () => ["chart", `../charts/chart${i + 1}.xml`] as const),
              ]),
            },
          ]),
      ...(slide.chart === undefined
        ? []
        : [{ name: `ppt/charts/chart${i + 1}.xml`, content: `${header}${slide.chart}` }]),
      ...(slide.notes === undefined
        ? []
        : [
            {
              name: `ppt/notesSlides/notes${i + 1}.xml`,
              content: `${header}<p:notes>${shape(slideParagraph(slide.notes), "body")}</p:notes>`,
            },
          ]),
    ]),
  ]);
}

const chartFrame = (id: string) => `<a:graphic><a:graphicData><c:chart r:id="${id}"/></a:graphicData></a:graphic>`;

export interface Sheet {
  readonly name: string;
  /** What lies upon it: shapes, each with the row at which it begins, from 0, and a chart's part behind them. */
  readonly shapes?: readonly { readonly row: number; readonly xml: string }[];
  readonly chart?: string;
  /** Rows by cell: text, or the cell's own XML from `<c` on; undefined: no cell. */
  readonly rows: readonly (readonly (string | undefined)[])[];
  readonly state?: "hidden";
  /** Ranges of merged cells. */
  readonly merged?: readonly string[];
}

export function xlsxFile(sheets: readonly Sheet[], { formats = "" } = {}): Uint8Array {
  const strings: string[] = [];
  const cellXml = (value: string, reference: string) => {
    if (value.startsWith("<c")) return value.replace("<c", `<c r="${reference}"`);
    strings.push(value);
    return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const sheetXml = ({ rows, merged = [] }: Sheet) =>
    `${header}<worksheet><sheetData>${rows
      .map(
        (row, i) =>
          `<row r="${i + 1}">${row.map((value, k) => (value === undefined ? "" : cellXml(value, `${String.fromCharCode(65 + k)}${i + 1}`))).join("")}</row>`,
      )
      .join(
        "",
      )}</sheetData><mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells></worksheet>`;
  const anchor = (row: number, xml: string) =>
    `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>${row}</xdr:row></xdr:from>${xml}</xdr:twoCellAnchor>`;
  const parts = sheets.flatMap((sheet, i) => {
    const { shapes = [], chart } = sheet;
    const frame = chart === undefined ? "" : anchor(9, `<xdr:graphicFrame>${chartFrame("rId1")}</xdr:graphicFrame>`);
    const drawing = `${header}<xdr:wsDr>${shapes.map(({ row, xml }) => anchor(row, xml)).join("")}${frame}</xdr:wsDr>`;
    return [
      { name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(sheet) },
      {
        name: `xl/worksheets/_rels/sheet${i + 1}.xml.rels`,
        content: relationshipsOf([["drawing", `../drawings/drawing${i + 1}.xml`]]),
      },
      { name: `xl/drawings/drawing${i + 1}.xml`, content: drawing },
      {
        name: `xl/drawings/_rels/drawing${i + 1}.xml.rels`,
        content: relationshipsOf([["chart", `../charts/chart${i + 1}.xml`]]),
      },
      { name: `xl/charts/chart${i + 1}.xml`, content: `${header}${chart ?? "<c:chartSpace/>"}` },
    ];
  });
  return zipFile([
    {
      name: "xl/workbook.xml",
      content: `${header}<workbook><sheets>${sheets.map(({ name, state = "visible" }, i) => `<sheet name="${name}" state="${state}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relationshipsOf(sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`])),
    },
    {
      name: "xl/sharedStrings.xml",
      content: `${header}<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
    },
    { name: "xl/styles.xml", content: `${header}<styleSheet>${formats}</styleSheet>` },
    ...parts,
  ]);
}
