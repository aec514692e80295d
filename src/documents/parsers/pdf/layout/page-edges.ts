import type { Line } from "./lines.ts";

/** Heads and feet fill no more rows than these. */
export const edgeRows = 5;
/** In sizes of the type: lines of one row, in columns beside each other. */
const sameRow = 0.5;
/** In sizes of the type: what stands so far from the text is none of its lines. */
const apart = 1.8;
/** In the page's usual distances of lines: paragraphs may stand as far from each other. */
const apartFromUsual = 1.3;

/** A line near the top or the bottom of a page. */
export interface Candidate {
  readonly line: Line;
  /** From 1. */
  readonly page: number;
  /** From the next line further in, in points. */
  readonly gap: number;
  readonly isApart: boolean;
  /** Whether it is apart from the text, by itself or with another head. */
  readonly isSetOff: boolean;
  /** The lines of the next row further in. */
  readonly inner: readonly Line[];
  /** How many rows stand further out. */
  readonly depth: number;
}

/**
 * The lines of a page's highest and lowest rows.
 * @param page from 1
 */
export function outermost(lines: readonly Line[], page: number): Candidate[] {
  const rows = rowsByHeight(lines);
  const far = apartFromUsual * usualDistance(rows);
  return rows.flatMap((row, i) => {
    const fromBottom = rows.length - 1 - i;
    const depth = Math.min(i, fromBottom);
    if (depth >= edgeRows) return [];
    const [below, above] = [rows[i + 1] ?? [], rows[i - 1] ?? []];
    return row.map((line) => {
      // In the middle of a short page, it belongs to the edge that it is nearer to.
      const isMiddle = Math.abs(i - fromBottom) <= 1 && above.length > 0 && below.length > 0;
      const isTop = isMiddle ? distance(line, below) >= distance(line, above) : i <= fromBottom;
      const inner = isTop ? below : above;
      const gap = distance(line, inner);
      const isApart = gap > line.size * apart;
      return { line, page, inner, depth, gap, isApart, isSetOff: isApart && gap > far };
    });
  });
}

function distance(line: Line, row: readonly Line[]): number {
  return Math.min(...row.map(({ y }) => Math.abs(line.y - y)));
}

/** From the top to the bottom, each row of lines beside each other. */
export function rowsByHeight(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of [...lines].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && first.y - line.y <= line.size * sameRow) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** The middle one of the distances between a page's rows. */
function usualDistance(rows: readonly (readonly Line[])[]): number {
  const distances = rows
    .flatMap(([line], i) => {
      const [next] = rows[i + 1] ?? [];
      return line === undefined || next === undefined ? [] : [line.y - next.y];
    })
    .sort((a, b) => a - b);
  return distances.length < 4 ? 0 : (distances[Math.floor(distances.length / 2)] ?? 0);
}
