import { type CellSpan, type Line, textOf } from "./lines.ts";

/** In points: how closely the lines of a column of text are aligned. */
const sameStart = 6;
const minRows = 3;
/** In widths of the column: the usual length of a line of prose. */
const longLine = 0.55;
/** Lines with fewer letters belong to a table. */
const minChars = 16;

/**
 * The lines of a page in the order in which people read them. Pages whose content runs across two columns of prose, line
 * by line, are taken apart: first the left column, then the right one.
 */
export function inColumns(lines: readonly Line[]): Line[] {
  const ordered: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    const rows = columnRowsAt(lines, i);
    if (rows === 0) {
      const line = lines[i];
      if (line !== undefined) ordered.push(line);
      i += 1;
      continue;
    }
    const block = lines.slice(i, i + rows);
    const starts = startsOf(block);
    for (const start of starts) {
      for (const line of block) {
        const at = line.spans.findIndex((span) => Math.abs(span.x - start) <= sameStart);
        if (at >= 0) ordered.push(cellAsLine(line, at));
      }
    }
    i += rows;
  }
  return ordered;
}

/** How many lines from there on are two or three columns of prose beside each other; 0: none. */
function columnRowsAt(lines: readonly Line[], from: number): number {
  const first = lines[from];
  if (first === undefined || first.cells.length < 2) return 0;
  const starts = first.spans.map(({ x }) => x);
  if (starts.length > 3) return 0;
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || !line.spans.every(({ x }) => starts.some((start) => Math.abs(start - x) <= sameStart)))
      break;
    if (line.cells.length < 2 && !isBetween(line, lines[at - 1], lines[at + 1])) break;
    end = at + 1;
  }
  const rows = lines.slice(from, end);
  return rows.length >= minRows && isProse(rows, starts) ? rows.length : 0;
}

/** A last line of one of the columns. */
function isBetween(line: Line, before: Line | undefined, after: Line | undefined): boolean {
  const isNear = (other: Line | undefined) => other !== undefined && Math.abs(other.y - line.y) < line.size * 2.5;
  return isNear(before) || isNear(after);
}

function startsOf(rows: readonly Line[]): number[] {
  return (rows[0]?.spans ?? []).map(({ x }) => x);
}

/** Whether the cells below each other read as lines of prose: long ones, of which most go on in the next. */
function isProse(rows: readonly Line[], starts: readonly number[]): boolean {
  return starts.every((start) => {
    const cells = rows.flatMap((line) => {
      const at = line.spans.findIndex(({ x }) => Math.abs(x - start) <= sameStart);
      const span = line.spans[at];
      return span === undefined ? [] : [{ text: line.cells[at] ?? "", span }];
    });
    if (cells.length < minRows) return false;
    const width = Math.max(...cells.map(({ span }) => widthOf(span)));
    const long = cells
      .slice(0, -1)
      .filter(({ text, span }) => text.length >= minChars && widthOf(span) >= width * longLine);
    const going = cells.slice(0, -1).filter(({ text }, i) => goesOn(text, cells[i + 1]?.text ?? ""));
    return long.length >= (cells.length - 1) * 0.75 && going.length * 2 >= cells.length - 1;
  });
}

function goesOn(text: string, next: string): boolean {
  return !/[.!?:…]["'”“»«’)\]]*$/u.test(text) && (/^["'„“»«(]?\p{Ll}/u.test(next) || /[\p{L}\p{N},-]$/u.test(text));
}

function cellAsLine(line: Line, at: number): Line {
  const span = line.spans[at] ?? { x: line.x, endX: line.endX };
  const parts = line.parts.filter(({ x, endX }) => x >= span.x && endX <= span.endX);
  return { ...line, cells: [line.cells[at] ?? ""], spans: [span], parts, x: span.x, endX: span.endX };
}

function widthOf({ x, endX }: CellSpan): number {
  return endX - x;
}

/** The rows of a table, a line each, every value under its column and nothing where a cell is empty. */
export function rowsOf(lines: readonly Line[]): string {
  const columns = columnsOf(lines);
  return lines
    .map((line) => {
      const cells: string[] = columns.map(() => "");
      for (const [i, span] of line.spans.entries()) {
        const at = nearestColumn(columns, span);
        const words = line.cells[i] ?? "";
        cells[at] = cells[at] === undefined || cells[at] === "" ? words : `${cells[at]} ${words}`;
      }
      return columns.length < 2 ? textOf(line) : cells.join(" | ").trimEnd();
    })
    .join("\n");
}

/** What cells that overlap cover together, from left to right; cells over several columns cover none. */
function columnsOf(lines: readonly Line[]): CellSpan[] {
  const most = Math.max(...lines.map(({ cells }) => cells.length));
  const columns: { x: number; endX: number }[] = [];
  const spans = lines
    .filter(({ cells }) => cells.length === most || cells.length >= 2)
    .flatMap((line) => line.spans)
    .sort((a, b) => widthOf(a) - widthOf(b));
  for (const span of spans) {
    const touched = columns.filter((column) => column.x < span.endX && span.x < column.endX);
    const [only] = touched;
    if (only === undefined) columns.push({ ...span });
    else if (touched.length === 1) {
      only.x = Math.min(only.x, span.x);
      only.endX = Math.max(only.endX, span.endX);
    }
  }
  return columns.sort((a, b) => a.x - b.x);
}

function nearestColumn(columns: readonly CellSpan[], span: CellSpan): number {
  const overlapping = columns.findIndex((column) => column.x < span.endX && span.x < column.endX);
  if (overlapping >= 0) return overlapping;
  let [nearest, least] = [0, Number.POSITIVE_INFINITY];
  for (const [i, column] of columns.entries()) {
    const away = Math.abs(column.x - span.x);
    if (away < least) [nearest, least] = [i, away];
  }
  return nearest;
}
