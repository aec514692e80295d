import type { Line } from "./lines.ts";
import type { LineGroup } from "./paragraphs.ts";
import { rowsOfCells, type TableRow } from "./table-rows.ts";
import { tableFrom } from "./tables.ts";

/** In points: how closely the cells of a column are aligned on both pages. */
const aligned = 2;
/** In sizes of the type, where a table has only one row on its page. */
const usualStep = 1.6;

/** A table that goes on on the next page. */
export interface SplitTable {
  readonly group: LineGroup;
  /** How many of its rows stand on the page before. */
  readonly rowsBefore: number;
}

/**
 * The table that two groups are, the last of a page and the first of the next: one of them may be a single row. Where its
 * columns are named anew, that is left out.
 */
export function splitTable(last: LineGroup, first: LineGroup): SplitTable | undefined {
  if (!(last.isTable || first.isTable) || !mayBeRows(last) || !mayBeRows(first)) return undefined;
  const offset = offsetOf(last, first);
  if (offset === undefined) return undefined;
  const lines = [...last.lines, ...movedBelow(last, first, offset)];
  const found = tableFrom(lines, 0);
  if (found === undefined || found.lines.length < lines.length) return undefined;
  const columns = found.rows[0]?.length ?? 0;
  if ([last, first].some((group) => group.isTable && columnsOf(group) !== columns)) return undefined;
  const rowsBefore = rowsOfCells(last.lines, found.gutters).length;
  const isNamedAnew = rowsBefore > 1 && textOf(found.rows[rowsBefore]) === textOf(found.rows[0]);
  if (first.isTable && !isNamedAnew && hasHead(found.rows.slice(rowsBefore))) return undefined;
  const rows = found.rows.filter((_, i) => !(isNamedAnew && i === rowsBefore));
  return { group: { lines, isTable: true, rows, size: last.size }, rowsBefore };
}

function mayBeRows({ isTable, lines }: LineGroup): boolean {
  return isTable
    ? lines.every(({ parts }) => parts.length > 0)
    : lines.length <= 2 && lines.every(({ parts }) => parts.length > 1);
}

/**
 * How far to the right the second one stands, where the cells of its first line are those of columns of the first one: not
 * at all, or in another column of the page.
 */
function offsetOf(last: LineGroup, first: LineGroup): number | undefined {
  const cells = last.lines.flatMap(({ parts }) => parts);
  const row = first.lines[0]?.parts ?? [];
  const left = (group: LineGroup) => Math.min(...group.lines.map(({ x }) => x));
  return [0, left(first) - left(last)].find((offset) =>
    row.every(({ x, endX }) =>
      cells.some((cell) => Math.abs(cell.x + offset - x) <= aligned || Math.abs(cell.endX + offset - endX) <= aligned),
    ),
  );
}

/** Its lines as if they stood below the first one. */
function movedBelow(last: LineGroup, first: LineGroup, offset: number): readonly Line[] {
  const heights = (group: LineGroup) => group.lines.map(({ y }) => y);
  const steps = [last, first].map((group) => {
    const rows = new Set(heights(group)).size;
    return rows < 2 ? 0 : (Math.max(...heights(group)) - Math.min(...heights(group))) / (rows - 1);
  });
  const step = Math.max(...steps, last.size * usualStep);
  const down = Math.max(...heights(first)) - Math.min(...heights(last)) + step;
  const moved = <Span extends { readonly x: number; readonly endX: number }>(span: Span): Span => ({
    ...span,
    x: span.x - offset,
    endX: span.endX - offset,
  });
  return first.lines.map((line) => ({
    ...moved(line),
    y: line.y - down,
    spans: line.spans.map(moved),
    parts: line.parts.map(moved),
  }));
}

function columnsOf({ rows, lines }: LineGroup): number {
  return rows?.[0]?.length ?? Math.max(...lines.map(({ cells }) => cells.length));
}

/** Whether the first row names the columns of the others: it has no figures, and they do. */
function hasHead([head, ...others]: readonly TableRow[]): boolean {
  return !/\d/u.test(textOf(head)) && others.some((row) => /\d/u.test(textOf(row)));
}

function textOf(row: TableRow | undefined): string {
  return (row ?? []).map((cell) => cell.join(" ")).join("|");
}
