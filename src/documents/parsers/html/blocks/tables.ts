import { type HtmlElement, visit } from "../dom.ts";
import { isBlock, isUnread } from "./elements.ts";
import { inlineTextOf } from "./inline-elements.ts";

/** A cell that holds more is a part of a page's layout. */
const maxCellChars = 600;

export interface TableText {
  readonly caption: string | undefined;
  /** A row a line, cells with ` | ` between them. */
  readonly rows: string;
}

/** A table's text; undefined where the table only lays out the page, so that its cells are read like any other block. */
export function readTable(table: HtmlElement): TableText | undefined {
  const role = table.getAttribute("role");
  if (role === "presentation" || role === "none") return undefined;
  if (table.querySelector("table, h1, h2, h3, h4, h5, h6, form, article, section, main") !== null) return undefined;
  const { rows, caption } = cellsOf(table);
  const words = rows
    .map((cells) => cells.map((cell) => cell.replace(/\s+/gu, " ").trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
  if (!words.some((cells) => cells.length > 1) || words.some((cells) => cells.some(isLong))) return undefined;
  return { rows: words.map((cells) => cells.join(" | ")).join("\n"), caption };
}

function isLong(cell: string): boolean {
  return cell.length > maxCellChars;
}

function cellsOf(table: HtmlElement): { readonly rows: readonly string[][]; readonly caption: string | undefined } {
  const rows: string[][] = [];
  let pieces: string[] | undefined;
  let caption: string | undefined;
  visit(table, {
    enter: (element) => {
      if (isUnread(element)) return false;
      const inline = inlineTextOf(element, pieces?.slice(-2).join("") ?? "");
      if (inline !== undefined) {
        pieces?.push(inline);
        return false;
      }
      if (element.localName === "tr") rows.push([]);
      else if (["td", "th", "caption"].includes(element.localName)) pieces = [];
      else if (isBlock(element) || element.localName === "br") pieces?.push(" ");
      return true;
    },
    leave: (element) => {
      const { localName } = element;
      if (localName === "td" || localName === "th") {
        if (rows.length === 0) rows.push([]);
        rows.at(-1)?.push(pieces?.join("") ?? "");
        pieces = undefined;
      } else if (localName === "caption") {
        caption = pieces?.join("").replace(/\s+/gu, " ").trim();
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
