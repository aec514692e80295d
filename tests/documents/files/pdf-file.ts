import { deflateSync } from "node:zlib";

export interface PdfText {
  readonly text: string;
  /** In points from the left and from the bottom of a page of 600 by 800. */
  readonly x: number;
  readonly y: number;
  /** 12 where absent. */
  readonly size?: number;
  /** Turned to the left, in degrees. */
  readonly turned?: number;
}

export interface PdfField {
  /** Of a box, whether it is ticked. */
  readonly value: string | boolean;
  readonly x: number;
  readonly y: number;
  /** 180 where absent, and 14 for a box. */
  readonly width?: number;
  /** Of a group of boxes of which one is ticked. */
  readonly isRadio?: boolean;
}

export interface PdfContent {
  readonly pages: readonly (readonly PdfText[])[];
  readonly title?: string;
  readonly author?: string;
  /** As PDF writes it: `D:20210504093000Z`. */
  readonly created?: string;
  /** Turns all pages, in degrees. */
  readonly rotate?: number;
  /** Fields of the first page, as programs fill them in. */
  readonly fields?: readonly PdfField[];
  /** Boxes to tick that the first page draws with lines, as browsers print them. */
  readonly boxes?: readonly {
    readonly x: number;
    readonly y: number;
    readonly isTicked: boolean;
    readonly width?: number;
  }[];
  /** Characters of the text that stand for other letters, one or several. */
  readonly letters?: Readonly<Record<string, string>>;
  /** A dictionary without which nothing can be read. */
  readonly isEncrypted?: boolean;
}

/** A PDF file of text in Helvetica; only characters of windows-1252. */
export function pdfFile({
  pages,
  title,
  author,
  created,
  rotate = 0,
  fields = [],
  boxes = [],
  letters,
  isEncrypted = false,
}: PdfContent): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const firstPage = 4;
  const kids = pages.map((_, i) => `${firstPage + i * 2} 0 R`).join(" ");
  const tags = firstPage + pages.length * 2 + (letters === undefined ? 0 : 1);
  add(`<< /Type /Catalog /Pages 2 0 R ${boxes.length === 0 ? "" : `/StructTreeRoot ${tags} 0 R`} >>`);
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  const map = letters === undefined ? "" : `/ToUnicode ${firstPage + pages.length * 2} 0 R`;
  add(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding ${map} >>`);
  for (const [i, texts] of pages.entries()) {
    const content = texts.map(
      ({ text, x, y, size = 12, turned = 0 }) =>
        `BT /F1 ${size} Tf ${matrix(turned)} ${x} ${y} Tm (${literal(text)}) Tj ET`,
    );
    if (i === 0) content.push(...boxes.map(drawnBox));
    const packed = deflateSync(Buffer.from(content.join("\n"), "latin1")).toString("latin1");
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate ${rotate} /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + i * 2 + 1} 0 R ${i === 0 ? annotations(fields) : ""} ${i === 0 && boxes.length > 0 ? "/StructParents 0" : ""} >>`,
    );
    add(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`);
  }
  if (letters !== undefined) add(characterMap(letters));
  if (boxes.length > 0) {
    const parts = boxes.map((_, i) => `${tags + 1 + i} 0 R`).join(" ");
    add(`<< /Type /StructTreeRoot /K [${parts}] /ParentTree << /Nums [0 [${parts}]] >> >>`);
    for (const i of boxes.keys()) add(`<< /Type /StructElem /S /Form /P ${tags} 0 R /Pg ${firstPage} 0 R /K ${i} >>`);
  }
  const facts = [
    title === undefined ? "" : `/Title (${literal(title)})`,
    author === undefined ? "" : `/Author (${literal(author)})`,
    created === undefined ? "" : `/CreationDate (${created})`,
  ];
  const info = add(`<< ${facts.join(" ")} >>`);
  const secret = `<${"41".repeat(32)}>`;
  const encrypt = isEncrypted
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >> /ID [<00> <00>]`
    : "";
  return assembled(objects, `/Root 1 0 R /Info ${info} 0 R ${encrypt}`);
}

/** Lines of one text below each other, from the top of a page down. */
export function linesDown(lines: readonly string[], { x = 60, top = 720, size = 12, leading = 14 } = {}): PdfText[] {
  return lines.map((text, i) => ({ text, x, y: top - i * leading, size }));
}

function drawnBox(
  { x, y, isTicked, width = 10 }: { x: number; y: number; isTicked: boolean; width?: number },
  i: number,
): string {
  const tick = isTicked ? `q 1 w ${x + 2} ${y + 5} m ${x + 4} ${y + 3} l ${x + 8} ${y + 8} l S Q` : "";
  return `/Form << /MCID ${i} >> BDC q 0.5 0 0 0.5 0 0 cm ${x * 2} ${y * 2} ${width * 2} 20 re S Q ${tick} EMC`;
}

function annotations(fields: readonly PdfField[]): string {
  const widgets = fields.map(({ value, x, y, width = typeof value === "boolean" ? 14 : 180, isRadio = false }, i) => {
    const own =
      typeof value === "string"
        ? `/FT /Tx /V (${literal(value)}) /DA (/F1 12 Tf 0 g)`
        : `/FT /Btn /V /${value ? "Yes" : "Off"} /AS /${value ? "Yes" : "Off"} /AP << /N << /Yes 3 0 R /Off 3 0 R >> >> ${isRadio ? "/Ff 32768" : ""}`;
    return `<< /Type /Annot /Subtype /Widget /T (field${i}) ${own} /Rect [${x} ${y - 4} ${x + width} ${y + 14}] /F 4 >>`;
  });
  return widgets.length === 0 ? "" : `/Annots [${widgets.join(" ")}]`;
}

/** The letters that the codes of a font stand for. */
function characterMap(letters: Readonly<Record<string, string>>): string {
  const hex = (text: string) => Buffer.from(text, "utf16le").swap16().toString("hex");
  const rows = Object.entries(letters).map(([from, to]) => `<${from.charCodeAt(0).toString(16)}> <${hex(to)}>`);
  const space = "<20> <0020>";
  const map = `begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n${rows.length + 1} beginbfchar\n${[space, ...rows].join("\n")}\nendbfchar\nendcmap`;
  return `<< /Length ${map.length} >>\nstream\n${map}\nendstream`;
}

function matrix(degrees: number): string {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [cos, sin, -sin, cos].map((value) => value.toFixed(4)).join(" ");
}

function assembled(objects: readonly string[], trailer: string): Uint8Array {
  let text = "%PDF-1.4\n";
  const offsets = objects.map((body, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  text += `trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${text.indexOf("xref\n0 ")}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(text, "latin1"));
}

/** Characters as windows-1252 has them, which agrees with Latin-1 but for a few. */
function literal(text: string): string {
  return text
    .replaceAll("–", "\x96")
    .replaceAll("•", "\x95")
    .replaceAll("„", "\x84")
    .replaceAll("“", "\x93")
    .replace(/[\\()]/g, "\\$&");
}
