import { readCoreProperties } from "../docx/core-properties.ts";
import { documentOfBlocks, type ExtractedBlock, unparsable } from "../extracted-document.ts";
import { OfficeParts } from "../office/parts.ts";
import type { FoundMetadata, ParsedDocument } from "../parser.ts";
import { loweredText, raisedText } from "../raised-text.ts";
import { childAt, childElements, elementsIn, type XmlElement } from "../xml.ts";
import { CellFormats, isOn } from "./cell-formats.ts";
import { drawingBlocks } from "./drawings.ts";

const wanted = /\.(?:xml|rels)$/i;
/** No sheet that people read has more cells below the first of a merged one. */
const maxFilled = 100_000;
/** Wider tables hold no words. */
const maxColumns = 500;

interface Row {
  readonly number: number;
  readonly cells: string[];
}

/**
 * Reads the sheets of a workbook: a sheet is a section, its rows are lines of tables that blank rows part. Values are
 * those that were last calculated; the page of a paragraph is the row on which it begins.
 * @throws AppError `document-unparsable`.
 */
export function readXlsx(bytes: Uint8Array, file: string): ParsedDocument {
  const parts = new OfficeParts(bytes, file, "workbook", (name) => wanted.test(name));
  const main = "xl/workbook.xml";
  const workbook = parts.root(main);
  if (workbook === undefined) throw unparsable(file, "it is no workbook");
  const targets = parts.targetsOf(main);
  const strings = sharedStrings(parts.root("xl/sharedStrings.xml"));
  const is1904 = /^(?:1|true)$/.test(childAt(workbook, "workbookPr")?.getAttribute("date1904") ?? "");
  const formats = new CellFormats(parts.root("xl/styles.xml"), is1904);
  const blocks: ExtractedBlock[] = [];
  for (const sheet of elementsIn(workbook, "sheet")) {
    if ((sheet.getAttribute("state") ?? "visible") !== "visible") continue;
    const name = targets.get(sheet.getAttribute("r:id") ?? "")?.name ?? "";
    const tables = tablesOf(rowsOf(parts.root(name), strings, formats));
    const drawings = drawingBlocks(parts, name);
    if (tables.length === 0 && drawings.length === 0) continue;
    blocks.push({
      text: sheet.getAttribute("name") ?? "",
      kind: "heading",
      level: 1,
      page: tables[0]?.[0]?.number ?? 1,
    });
    blocks.push(...tables.map(tableBlock), ...drawings);
  }
  return documentOfBlocks(blocks, factsOf(parts.bytes("docProps/core.xml")), file);
}

function sharedStrings(root: XmlElement | undefined): readonly string[] {
  return childElements(root, "si").map(textOf);
}

/** The runs of a string, without the glosses above them and what is struck out. */
function textOf(element: XmlElement): string {
  let text = "";
  for (const child of childElements(element)) {
    if (child.tagName === "t") text += unescaped(child.textContent ?? "");
    if (child.tagName !== "r" || isOn(childAt(child, "rPr", "strike"))) continue;
    const words = textOf(child);
    const place = childAt(child, "rPr", "vertAlign")?.getAttribute("val");
    text +=
      place === "superscript" ? raisedText(words, text) : place === "subscript" ? loweredText(words, text) : words;
  }
  return text;
}

/** Characters that XML cannot hold, and those of an older line end, stand as `_x000D_`. */
function unescaped(text: string): string {
  return text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function rowsOf(root: XmlElement | undefined, strings: readonly string[], formats: CellFormats): Row[] {
  const hidden = hiddenColumns(root);
  const rows: Row[] = [];
  let number = 0;
  for (const row of childElements(childAt(root, "sheetData"), "row")) {
    number = Number(row.getAttribute("r") ?? number + 1) || number + 1;
    if (/^(?:1|true)$/.test(row.getAttribute("hidden") ?? "")) continue;
    const cells: string[] = [];
    let column = 0;
    for (const cell of childElements(row, "c")) {
      column = columnOf(cell.getAttribute("r")) ?? column + 1;
      if (column > maxColumns || hidden.has(column)) continue;
      while (cells.length < column - 1) cells.push("");
      if (formats.isStruck(Number(cell.getAttribute("s") ?? "0"))) {
        cells[column - 1] = "";
        continue;
      }
      cells[column - 1] = shownValue(cell, strings, formats).replace(/\s+/gu, " ").replaceAll(" | ", " ¦ ").trim();
    }
    rows.push({ number, cells });
  }
  fillMerged(root, rows, hidden);
  return rows;
}

/** What stands in several rows stands in each of them; what stands in several columns, in the first. */
function fillMerged(root: XmlElement | undefined, rows: readonly Row[], hidden: ReadonlySet<number>): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  let filled = 0;
  for (const merged of childElements(childAt(root, "mergeCells"), "mergeCell")) {
    const [, from, first, last] = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(merged.getAttribute("ref") ?? "") ?? [];
    const column = columnOf(`${from ?? ""}1`);
    const value = byNumber.get(Number(first))?.cells[(column ?? 0) - 1] ?? "";
    if (column === undefined || value === "" || hidden.has(column)) continue;
    for (let number = Number(first) + 1; number <= Number(last) && filled < maxFilled; number += 1) {
      const row = byNumber.get(number);
      // A row that holds nothing else is the lower part of a cell.
      if (row === undefined || row.cells.every((cell) => cell === "")) continue;
      while (row.cells.length < column) row.cells.push("");
      row.cells[column - 1] = value;
      filled += 1;
    }
  }
}

function hiddenColumns(root: XmlElement | undefined): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const column of childElements(childAt(root, "cols"), "col")) {
    if (!/^(?:1|true)$/.test(column.getAttribute("hidden") ?? "")) continue;
    const [first, last] = [Number(column.getAttribute("min")), Number(column.getAttribute("max"))];
    for (let at = first; at <= Math.min(last, maxColumns); at += 1) hidden.add(at);
  }
  return hidden;
}

function columnOf(reference: string | null): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? "")?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function shownValue(cell: XmlElement, strings: readonly string[], formats: CellFormats): string {
  const value = childAt(cell, "v")?.textContent ?? "";
  switch (cell.getAttribute("t")) {
    case "s":
      return strings[Number(value)] ?? "";
    case "inlineStr": {
      const text = childAt(cell, "is");
      return text === undefined ? "" : textOf(text);
    }
    case "str":
    case "e":
    case "d":
      return value;
    case "b":
      return value === "1" ? "TRUE" : value === "" ? "" : "FALSE";
    default:
      return value === "" ? "" : formats.shown(Number(value), Number(cell.getAttribute("s") ?? "0"));
  }
}

/** Rows that follow one another; without the columns that are empty in all of them. */
function tablesOf(rows: readonly Row[]): Row[][] {
  const tables: Row[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    if (row.cells.every((cell) => cell === "")) continue;
    const last = tables.at(-1);
    if (last === undefined || row.number > before + 1) tables.push([row]);
    else last.push(row);
    before = row.number;
  }
  return tables;
}

function tableBlock(rows: readonly Row[]): ExtractedBlock {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, i) => i).filter((i) =>
    rows.some(({ cells }) => (cells[i] ?? "") !== ""),
  );
  const pageBreaks: { at: number; page: number }[] = [];
  const lines: string[] = [];
  let at = 0;
  for (const { number, cells } of rows) {
    const line = columns
      .map((i) => cells[i] ?? "")
      .join(" | ")
      .trimEnd();
    if (lines.length > 0) pageBreaks.push({ at, page: number });
    lines.push(line);
    at += line.length + 1;
  }
  const [first] = rows;
  const isTable = columns.length > 1;
  // The first row of a table names its columns.
  const head = isTable && lines.length > 1 ? { headChars: lines[0]?.length ?? 0 } : {};
  return { text: lines.join("\n"), kind: isTable ? "table" : "text", ...head, page: first?.number ?? 1, pageBreaks };
}

/** Such files state the language of the program that wrote them. */
function factsOf(properties: Uint8Array | undefined): FoundMetadata {
  const { language: _, ...facts } = readCoreProperties(properties);
  return facts;
}
