import type { CellSpan, Line, Part } from "./lines.ts";

/** A strip from the top of a table to its bottom in which nothing stands: between two columns. */
export type Gutter = CellSpan;

/** All in sizes of the type: closer words are one. */
const leastGap = 0.1;
/** Narrower ones may be gaps between words. */
const wideGutter = 1;
/** What crosses a strip so wide is no row of the table. */
const clearGutter = 0.8;
/** Words of a line stand closer to each other than most cells of a row do, or than those of one row. */
const usualGap = 0.62;
const clearlyWide = 1.5;
/** In points: how closely cells are aligned. */
const aligned = 1.5;
/** Of the rows of a column, with narrow gutters beside it. */
const alignedRows = 2 / 3;
/** Into how many pieces a page may set a cell apart, on average, beside a narrow gutter: a line of words has more. */
const mostPieces = 1.34;

/** What the parts of lines leave free. */
export class FreeStrips {
  /** From left to right, none of which touch. */
  #covered: readonly CellSpan[] = [];

  gutters(size: number): readonly Gutter[] {
    return gapsOf(this.#covered, size);
  }

  cover({ parts }: Line): void {
    this.#covered = united([...this.#covered, ...parts]);
  }

  /** Whether a line leaves a gutter, and crosses none that is clearly one. */
  mayCover(line: Line, before: readonly Line[]): boolean {
    const gutters = this.gutters(line.size);
    const left = gapsOf(united([...this.#covered, ...line.parts]), line.size);
    const isLeft = (gutter: Gutter) => left.some((it) => it.x < gutter.endX && gutter.x < it.endX);
    const isClear = (gutter: Gutter) => gutter.endX - gutter.x > line.size * clearGutter && isBetween(gutter, before);
    if (gutters.some((gutter) => !isLeft(gutter) && isClear(gutter))) return false;
    return gutters.length > 0 ? gutters.some(isLeft) : left.length > 0;
  }
}

function united(spans: readonly CellSpan[]): readonly CellSpan[] {
  const covered: { x: number; endX: number }[] = [];
  for (const { x, endX } of [...spans].sort((a, b) => a.x - b.x)) {
    const last = covered.at(-1);
    if (last === undefined || x > last.endX) covered.push({ x, endX });
    else last.endX = Math.max(last.endX, endX);
  }
  return covered;
}

function gapsOf(covered: readonly CellSpan[], size: number): readonly Gutter[] {
  return covered.flatMap(({ endX }, i) => {
    const next = covered[i + 1];
    return next === undefined || next.x - endX < size * leastGap ? [] : [{ x: endX, endX: next.x }];
  });
}

/** Whether two lines or more have words on both sides of it. */
function isBetween(gutter: Gutter, lines: readonly Line[]): boolean {
  let rows = 0;
  for (const { parts } of lines) {
    if (parts.some(({ endX }) => endX <= gutter.x) && parts.some(({ x }) => x >= gutter.endX)) rows += 1;
    if (rows > 1) return true;
  }
  return false;
}

/** Whether it parts columns rather than words. */
export function isKept(gutter: Gutter, lines: readonly Line[]): boolean {
  const gaps = lines.flatMap((line) => gapAt(gutter, line)).sort((a, b) => a - b);
  const size = lines[0]?.size ?? 0;
  // What stands behind it in one row alone may be words of that row.
  if (rightOf(gutter, lines).length < 2) return gutter.endX - gutter.x >= size * clearlyWide;
  if (gutter.endX - gutter.x >= size * wideGutter) return true;
  if ((gaps[Math.floor(gaps.length / 2)] ?? 0) < size * usualGap && (gaps.at(-1) ?? 0) < size) return false;
  const firsts = rightOf(gutter, lines).flatMap(([part]) => (part === undefined ? [] : [part]));
  const parts = lines.flatMap((line) => line.parts);
  const pieces = parts.length;
  const columns = gapsOf(united(parts), size);
  const cells = lines.reduce((sum, line) => sum + new Set(line.parts.map((part) => columnOf(columns, part))).size, 0);
  return pieces <= cells * mostPieces && mostAligned(firsts) >= firsts.length * alignedRows;
}

/** The column in which a part stands, from 0. */
export function columnOf(gutters: readonly CellSpan[], part: CellSpan): number {
  return gutters.filter(({ endX }) => endX <= part.x + (part.endX - part.x) / 2).length;
}

/** How far the words on both sides of it are from each other. */
function gapAt(gutter: CellSpan, { parts }: Line): readonly number[] {
  const left = parts.filter(({ endX }) => endX <= gutter.x).map(({ endX }) => endX);
  const right = parts.filter(({ x }) => x >= gutter.endX).map(({ x }) => x);
  return left.length === 0 || right.length === 0 ? [] : [Math.min(...right) - Math.max(...left)];
}

function rightOf(gutter: CellSpan, lines: readonly Line[]): readonly (readonly Part[])[] {
  return lines.map(({ parts }) => parts.filter(({ x }) => x >= gutter.endX)).filter((parts) => parts.length > 0);
}

/** How many of the parts begin, end or are centred at the same place. */
function mostAligned(parts: readonly Part[]): number {
  const places = [(part: Part) => part.x, (part: Part) => part.endX, (part: Part) => (part.x + part.endX) / 2];
  return Math.max(
    0,
    ...places.flatMap((place) =>
      parts.map((part) => parts.filter((other) => Math.abs(place(other) - place(part)) <= aligned).length),
    ),
  );
}
