import { type Line, textOf } from "./lines.ts";
import { rowsByHeight } from "./page-edges.ts";

const address = /^(?:https?|file|about|data|blob|chrome(?:-extension)?|view-source):\S+$/iu;
const moment =
  /^(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}),?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?|\s?Uhr)?$/iu;
const counter = /^(?:\p{L}+\.?\s)?(\d{1,4})\s?(?:\/|\p{L}{1,4})\s?(\d{1,4})$/u;

type Part = "address" | "moment" | "counter" | "other";

/**
 * The lines that a browser prints around a page, where it does: the moment, the page's title and address, and how many
 * pages there are.
 * @param page from 1
 */
export function browserFrame(lines: readonly Line[], page: number, pageCount: number): readonly Line[] {
  const rows = rowsByHeight(lines);
  const [head, foot] = [rows[0], rows.length < 2 ? undefined : rows.at(-1)];
  if (head === undefined || foot === undefined) return [];
  const edges = [head, foot].map((row) => row.flatMap((line) => partsOf(line, page, pageCount)));
  const isOwn = edges.every((parts) => parts.length <= 3 && parts.filter((part) => part === "other").length <= 1);
  const found = new Set(edges.flat());
  return isOwn && found.has("address") && found.has("moment") && found.has("counter") ? [...head, ...foot] : [];
}

function partsOf(line: Line, page: number, pageCount: number): Part[] {
  // A long address touches what stands beside it.
  const [, long, rest] = /^(\S+:\S+)\s+(\S+)$/u.exec(textOf(line)) ?? [];
  const cells = long !== undefined && rest !== undefined && address.test(long) ? [long, rest] : line.cells;
  return cells.map((cell) => {
    if (address.test(cell)) return "address";
    if (moment.test(cell)) return "moment";
    const [, number, count] = counter.exec(cell) ?? [];
    return Number(number) === page && Number(count) === pageCount ? "counter" : "other";
  });
}
