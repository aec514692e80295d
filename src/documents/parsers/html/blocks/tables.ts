import { type HtmlElement, visit } from "../dom.ts";
import { isBlock, isUnread } from "./elements.ts";
import { inlineTextOf } from "./inline-elements.ts";

/** A cell with more text is part of a page's layout. */
const maxCellChars = 600;
/** A paragraph of so many is no figure or name. */
const minTextChars = 80;
/** Stands between the paragraphs of a cell while it is read. */
const paragraphEnd = "\ue0f5";
/** Larger spans are cut to this. */
const maxColumns = 200;
const maxRows = 2_000;
/** At most this many rows name columns. */
const maxHeadRows = 3;

export interface TableText {
  readonly caption: string | undefined;
  /** A row a line, cells with ` | ` between them. */
  readonly rows: string;
  /** How many characters at the beginning of `rows` name the columns; 0: none. */
  readonly headChars: number;
  /** Whether it names columns and holds nothing else. */
  readonly isEmpty: boolean;
}

interface Cell {
  readonly text: string;
  readonly isHead: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** A table's text; undefined where the table only lays out the page, so that its cells are read like any other block. */
export function readTable(table: HtmlElement): TableText | undefined {
  const role = table.getAttribute("role");
  if (role === "presentation" || role === "none") return undefined;
  if (table.querySelector("table, h1, h2, h3, h4, h5, h6, form, article, section, main") !== null) return undefined;
  const { rows, caption } = cellsOf(table);
  const grid = gridOf(rows).filter((cells) => cells.some(({ text }) => text !== ""));
  if (!grid.some((cells) => cells.length > 1) || grid.some((cells) => cells.some(isLong))) return undefined;
  if (grid.flat().filter(({ text }) => text !== "").length < 2) return undefined;
  if (grid.length === 1 && holdsText(table)) return undefined;
  const lines = grid.map((cells) => cells.map(({ text }) => text).join(" | "));
  const isEmpty = grid.length === 1 && grid.flat().every(({ isHead }) => isHead);
  return { rows: lines.join("\n"), caption, headChars: lines.slice(0, headRows(grid)).join("\n").length, isEmpty };
}

/** Whether a cell holds several paragraphs, some of which are no figures or names: a single row of those lays out a page. */
function holdsText(table: HtmlElement): boolean {
  return [...table.querySelectorAll("td")].some((cell) => {
    const paragraphs = [...cell.querySelectorAll("p")].map(({ textContent }) => (textContent ?? "").trim());
    return paragraphs.length > 1 && paragraphs.some((words) => words.length >= minTextChars);
  });
}

function isLong({ text }: Pick<Cell, "text">): boolean {
  return text.length > maxCellChars;
}

/** How many rows at the top name the columns: those of head cells, else the first one where it looks so. */
function headRows(grid: readonly (readonly Pick<Cell, "text" | "isHead">[])[]): number {
  const marked = grid.findIndex((cells) => cells.some(({ text, isHead }) => text !== "" && !isHead));
  if (marked > 0) return Math.min(marked, maxHeadRows);
  const first = grid[0] ?? [];
  const words = first.map(({ text }) => text);
  const isNames = words.every((text) => text !== "" && text.length <= 60 && !/^\W*\d[\d.,:%€$ -]*$/u.test(text));
  return grid.length > 2 && isNames && new Set(words).size === words.length ? 1 : 0;
}

/** Every value under its column: one that spans rows stands in each of them, one that spans columns in the first. */
function gridOf(rows: readonly (readonly Cell[])[]): Pick<Cell, "text" | "isHead">[][] {
  const grid: Pick<Cell, "text" | "isHead">[][] = rows.map(() => []);
  for (const [at, cells] of rows.entries()) {
    let column = 0;
    for (const { text, isHead, columns, rows: height } of cells) {
      const row = grid[at];
      while (row?.[column] !== undefined) column++;
      if (column + columns > maxColumns) break;
      for (let below = at; below < Math.min(grid.length, at + height); below++) {
        const target = grid[below];
        if (target === undefined) continue;
        for (let i = 0; i < columns; i++) target[column + i] = { text: i === 0 ? text : "", isHead };
      }
      column += columns;
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? { text: "", isHead: false }));
}

function cellsOf(table: HtmlElement): { readonly rows: readonly Cell[][]; readonly caption: string | undefined } {
  const rows: Cell[][] = [];
  let pieces: string[] | undefined;
  let isInHead = false;
  let caption: string | undefined;
  visit(table, {
    enter: (element) => {
      if (isUnread(element)) return false;
      const inline = inlineTextOf(element, pieces?.slice(-2).join("") ?? "");
      if (inline !== undefined) {
        pieces?.push(inline);
        return false;
      }
      if (element.localName === "thead") isInHead = true;
      if (element.localName === "tr") rows.push([]);
      else if (["td", "th", "caption"].includes(element.localName)) pieces = [];
      else if (element.localName === "li") pieces?.push(pieces.join("").trim() === "" ? "" : "; ");
      else if (/^(?:p|div)$/.test(element.localName)) pieces?.push(paragraphEnd);
      else if (isBlock(element) || element.localName === "br") pieces?.push(" ");
      return true;
    },
    leave: (element) => {
      const { localName } = element;
      if (localName === "thead") isInHead = false;
      if (localName === "td" || localName === "th") {
        if (rows.length === 0) rows.push([]);
        rows.at(-1)?.push(cellOf(element, wordsOf(pieces, localName === "td"), isInHead));
        pieces = undefined;
      } else if (localName === "caption") {
        caption = wordsOf(pieces);
        pieces = undefined;
      } else if (isBlock(element)) {
        pieces?.push(" ");
      }
    },
    text: (text) => {
      pieces?.push(text);
    },
  });
  return { rows, caption };
}

/** @param isApart whether paragraphs that are words stand apart; the names of columns are set in several lines. */
function wordsOf(pieces: readonly string[] | undefined, isApart = false): string {
  const paragraphs = (pieces ?? [])
    .join("")
    .split(paragraphEnd)
    .map((words) => words.replace(/\s+/gu, " ").replace(/ ;/g, ";").trim())
    .filter((words) => words !== "");
  return paragraphs.reduce((text, words) => {
    const isPair = isApart && /\p{L}{3}/u.test(text) && /\p{L}{3}/u.test(words);
    return text === "" ? words : `${text}${isPair && !/[.,;:!?–-]$/u.test(text) ? ";" : ""} ${words}`;
  }, "");
}

function cellOf(element: HtmlElement, text: string, isInHead: boolean): Cell {
  return {
    text,
    isHead: isInHead || (element.localName === "th" && element.getAttribute("scope") !== "row"),
    columns: spanOf(element, "colspan", maxColumns),
    rows: spanOf(element, "rowspan", maxRows),
  };
}

function spanOf(element: HtmlElement, name: string, most: number): number {
  const span = Number(element.getAttribute(name) ?? "1");
  return Number.isSafeInteger(span) && span > 0 ? Math.min(span, most) : 1;
}
