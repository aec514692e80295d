import type { InlineMark } from "../inline-marks.ts";
import { betweenCells, type Line } from "./lines.ts";

/** A bar before a cell, with what is said of the cell: "2+^.>a|". */
const bar = /(?:(?<=^|[ \t])(?:\d+(?:\.\d+)?[*+]|\.\d+\+)?[.<^>]{0,4}[adehlmsv]?)?(?<!\\)\|[ \t]*/g;

/** Marks of a table of AsciiDoc, and the numbers of its lines: a row is shown on one line, whatever lines its cells take. */
export function asciidocTableMarks(lines: readonly Line[]): { marks: InlineMark[]; rows: ReadonlySet<number> } {
  const marks: InlineMark[] = [];
  const rows = new Set<number>();
  const first = lines.findIndex(({ text }) => cellsIn(text) > 0);
  if (first < 0) return { marks, rows };
  const columns = columnsOf(lines.slice(first));
  let cells = 0;
  for (const [at, { start, end, text }] of lines.entries()) {
    if (at < first) continue;
    rows.add(at);
    const before = lines[at - 1]?.end ?? start;
    if (text.trim() === "") {
      marks.push({ start: at === first ? start : before, end });
      continue;
    }
    const found = [...text.matchAll(bar)];
    const [opening] = found;
    if (opening === undefined || text.slice(0, opening.index).trim() !== "") {
      // A cell goes on.
      if (at > first) marks.push({ start: before, end: start + text.length - text.trimStart().length, shows: " " });
    }
    for (const { 0: mark, index } of found) {
      const isFirst = cells % columns === 0;
      const opens = text.slice(0, index).trim() === "";
      const blank = text.slice(0, index).length - text.slice(0, index).trimEnd().length;
      marks.push({
        start: opens && at > first ? before : start + index - blank,
        end: start + index + mark.length,
        shows: isFirst ? (at > first || !opens ? "\n" : "") : betweenCells,
      });
      cells += spanOf(mark);
    }
  }
  return { marks, rows };
}

/** How many cells of a row a line begins. */
export function cellsIn(line: string): number {
  return [...line.matchAll(bar)].reduce((sum, [mark]) => sum + spanOf(mark), 0);
}

function spanOf(mark: string): number {
  return Number(/^\s*(\d+)(?:\.\d+)?[*+]/.exec(mark)?.[1] ?? 1);
}

/** Whoever writes a cell a line, and no blank line between rows, has the head of the table on one line. */
const maxOwnLines = 6;

/** As many cells as the first line has, or as stand above the first blank line where each has one of its own. */
function columnsOf(lines: readonly Line[]): number {
  const inFirst = cellsIn(lines[0]?.text ?? "");
  if (inFirst > 1) return inFirst;
  const blank = lines.findIndex(({ text }) => text.trim() === "");
  const above = lines.slice(0, blank < 0 ? lines.length : blank).reduce((sum, { text }) => sum + cellsIn(text), 0);
  return blank < 0 && above > maxOwnLines ? 1 : Math.max(1, above);
}
