import { type ZipEntry, zipFile } from "./zip-file.ts";

export type DocxBlock =
  | { readonly style?: string; readonly list?: "bullets" | "numbers"; readonly text: string; readonly note?: string }
  | { readonly rows: readonly (readonly string[])[] };

export interface DocxContent {
  readonly blocks: readonly DocxBlock[];
  readonly title?: string;
  readonly author?: string;
  readonly created?: string;
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** As Word stores its own styles in a German installation: the names stay English. */
const styles: Readonly<Record<string, string>> = {
  Titel: "Title",
  berschrift1: "heading 1",
  berschrift2: "heading 2",
  Beschriftung: "caption",
  Verzeichnis1: "toc 1",
};

/** A small Word document with what its parser reads. */
export function docxFile(content: DocxContent): Uint8Array {
  return zipFile(docxParts(content));
}

export function docxParts({ blocks, title, author, created }: DocxContent): ZipEntry[] {
  const notes: string[] = [];
  const body = blocks.map((block) => blockXml(block, notes)).join("");
  return [
    { name: "[Content_Types].xml", content: contentTypes() },
    {
      name: "_rels/.rels",
      content: relationships([["officeDocument", "word/document.xml"]]),
    },
    {
      name: "word/_rels/document.xml.rels",
      content: relationships([
        ["styles", "styles.xml"],
        ["numbering", "numbering.xml"],
        ["footnotes", "footnotes.xml"],
      ]),
    },
    { name: "word/document.xml", content: `${header}<w:document ${word}><w:body>${body}</w:body></w:document>` },
    { name: "word/styles.xml", content: `${header}<w:styles ${word}>${styleXml()}</w:styles>` },
    { name: "word/numbering.xml", content: `${header}<w:numbering ${word}>${numberingXml()}</w:numbering>` },
    { name: "word/footnotes.xml", content: `${header}<w:footnotes ${word}>${notes.join("")}</w:footnotes>` },
    {
      name: "docProps/core.xml",
      content: `${header}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${
        title === undefined ? "<dc:title/>" : `<dc:title>${escaped(title)}</dc:title>`
      }<dc:creator>${escaped(author ?? "")}</dc:creator><dcterms:created>${created ?? ""}</dcterms:created></cp:coreProperties>`,
    },
  ];
}

function blockXml(block: DocxBlock, notes: string[]): string {
  if ("rows" in block) {
    const rows = block.rows.map(
      (cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraphXml(cell, "")}</w:tc>`).join("")}</w:tr>`,
    );
    return `<w:tbl>${rows.join("")}</w:tbl>`;
  }
  const { style, list, text, note } = block;
  const styled = style === undefined ? "" : `<w:pStyle w:val="${style}"/>`;
  const listed =
    list === undefined ? "" : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list === "bullets" ? 1 : 2}"/></w:numPr>`;
  let reference = "";
  if (note !== undefined) {
    const id = notes.length + 1;
    notes.push(`<w:footnote w:id="${id}">${paragraphXml(note, "")}</w:footnote>`);
    reference = `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  }
  return paragraphXml(text, `<w:pPr>${styled}${listed}</w:pPr>`, reference);
}

function paragraphXml(text: string, properties: string, after = ""): string {
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>${after}</w:p>`;
}

function styleXml(): string {
  return Object.entries(styles)
    .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
    .join("");
}

function numberingXml(): string {
  const abstract = (id: number, format: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>`;
  const use = (id: number) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
  return abstract(1, "bullet") + abstract(2, "decimal") + use(1) + use(2);
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const all = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;
}

function contentTypes(): string {
  return `${header}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
