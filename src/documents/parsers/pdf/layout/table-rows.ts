import { columnOf } from "./gutters.ts";
import type { CellSpan, Line } from "./lines.ts";

/** The lines of each cell, from left to right. */
export type TableRow = readonly (readonly string[])[];

/** All in sizes of the type: cells of one row whose lines stand at other heights, for they are centred. */
const withinLine = 0.9;
const sameHeight = 0.3;
/** Where the rows of a table stand farther from each other than the lines of a cell, by this factor or more, that tells them. */
const clearStep = 1.15;

interface Piece extends CellSpan {
  readonly text: string;
}

interface Band {
  readonly y: number;
  readonly size: number;
  /** By column. */
  readonly cells: readonly (readonly Piece[])[];
}

/** The rows of a table, of which a cell may hold several lines. */
export function rowsOfCells(lines: readonly Line[], gutters: readonly CellSpan[]): readonly TableRow[] {
  const bands = bandsOf(lines, gutters);
  const steps = bands.flatMap(({ y, size }, i) => {
    const step = y - (bands[i + 1]?.y ?? y);
    return step < size * withinLine ? [] : [step];
  });
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  const isClear = most > least * clearStep;
  const widths = gutters.concat([{ x: 0, endX: 0 }]).map((_, column) => widthOf(bands, column));
  const rows: Band[][] = [];
  for (const band of bands) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row === undefined || last === undefined) rows.push([band]);
    else {
      const step = last.y - band.y;
      const isTight = step <= least * clearStep;
      if (step < band.size * withinLine || (isTight && goesOn(row, band, widths, isClear))) row.push(band);
      else rows.push([band]);
    }
  }
  return rows.map((row) =>
    widths.map((_, column) =>
      row.map(({ cells }) => (cells[column] ?? []).map(({ text }) => text).join(" ")).filter((text) => text !== ""),
    ),
  );
}

/** What stands at the same height, from the top down. */
function bandsOf(lines: readonly Line[], gutters: readonly CellSpan[]): readonly Band[] {
  const bands: { y: number; size: number; cells: Piece[][] }[] = [];
  for (const { y, size, parts } of [...lines].sort((a, b) => b.y - a.y)) {
    let band = bands.at(-1);
    if (band === undefined || band.y - y > size * sameHeight) {
      band = { y, size, cells: Array.from({ length: gutters.length + 1 }, () => []) };
      bands.push(band);
    }
    for (const part of parts) band.cells[columnOf(gutters, part)]?.push(part);
  }
  return bands;
}

function widthOf(bands: readonly Band[], column: number): number {
  const pieces = bands.flatMap(({ cells }) => cells[column] ?? []);
  return Math.max(...pieces.map(({ endX }) => endX)) - Math.min(...pieces.map(({ x }) => x));
}

/**
 * Whether the cells of a row go on in what stands below them.
 * @param isClear whether the lines of a cell are closer to each other than the rows are.
 */
function goesOn(row: readonly Band[], band: Band, widths: readonly number[], isClear: boolean): boolean {
  let shared = 0;
  for (const [column, pieces] of band.cells.entries()) {
    if (pieces.length === 0) continue;
    const above = row.flatMap(({ cells }) => [cells[column] ?? []]).findLast((cell) => cell.length > 0);
    if (above === undefined) continue;
    shared += 1;
    if (!isBrokenOff(above, pieces, widths[column] ?? 0, isClear)) return false;
  }
  return shared > 0 || isClear;
}

function isBrokenOff(above: readonly Piece[], below: readonly Piece[], width: number, isClear: boolean): boolean {
  const [before, after] = [textOf(above), textOf(below)];
  if (/\p{L}[-\u2010\u00ad]$/u.test(before) || /^\p{Ll}{2,}/u.test(after)) return true;
  if (!isClear || !/\s/u.test(before) || !/\p{L}{2}/u.test(after)) return false;
  // The next word found no room.
  const used = (above.at(-1)?.endX ?? 0) - (above[0]?.x ?? 0);
  const wordChars = /^\S+/u.exec(after)?.[0].length ?? 0;
  const taken = (below.at(-1)?.endX ?? 0) - (below[0]?.x ?? 0);
  return used + (taken * (wordChars + 1)) / after.length > width;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join(" ");
}
