import { columnOf, FreeStrips, type Gutter, isKept } from "./gutters.ts";
import type { Line, Part } from "./lines.ts";
import { rowsOfCells, type TableRow } from "./table-rows.ts";

/** A table found among the lines of a page. */
export interface FoundTable {
  readonly lines: readonly Line[];
  readonly rows: readonly TableRow[];
  readonly gutters: readonly Gutter[];
}

const minRows = 3;
/** All in sizes of the type. */
const sameHeight = 0.5;
const nextRow = 2.5;
const farthestUp = 6;
const mostCellLines = 12;
/** A page has no more; drawings have. */
const mostLines = 300;
/** What is set in type larger or smaller by this factor is no part of the table. */
const otherType = 1.3;
/** In distances of the rows so far: rows that stand farther apart begin another table, unless they have its columns. */
const otherTable = 1.25;
const farTable = 2;
/** In points: how closely the cells of a column are aligned. */
const aligned = 2;
/** The marks of a list are no column, and neither are the numbers of notes. */
const mark = /^(?:[-–—*•·▪◦‣●○■□➢➔✓]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]?|\[\d{1,3}\])$/iu;
const itemMark = /^(?:[-–—*•·▪◦‣●○■□➢➔✓]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])$/iu;
const longCell = 40;
/** In widths of the first column's cells. */
const widerHeading = 1.5;

/**
 * The table that begins with a line, in the order of the page's content, be its cells empty, of several lines, or closer
 * to each other than the words of a justified line. What tells it is that nothing stands between its columns.
 */
export function tableFrom(lines: readonly Line[], from: number): FoundTable | undefined {
  const region = regionFrom(lines, from);
  if (region === undefined || region.lines.length < minRows) return undefined;
  const gutters = region.gutters().filter((gutter) => isKept(gutter, region.lines));
  if (gutters.length === 0) return undefined;
  while (isHeadingBelow(region.lines, gutters)) region.lines.pop();
  const rows = rowsOfCells(region.lines, gutters);
  const filled = rows.filter((row) => row.filter((cell) => cell.length > 0).length > 1);
  if (rows.length < minRows || filled.length < 2 || filled.length * 2 < rows.length) return undefined;
  return isList(rows) ? undefined : { lines: lines.slice(from, from + region.lines.length), rows, gutters };
}

/** A line whose words belong to the mark of a list before them. */
function withMark(line: Line): Line {
  const [first, second, ...more] = line.parts;
  if (first === undefined || second === undefined || more.length > 0 || !itemMark.test(first.text)) return line;
  return { ...line, parts: [{ text: `${first.text} ${second.text}`, x: first.x, endX: second.endX }] };
}

/** The lines from there on that leave the same gutters free. */
function regionFrom(lines: readonly Line[], from: number): Region | undefined {
  const [first, second] = [lines[from], lines[from + 1]].map((line) => line && withMark(line));
  if (first === undefined || first.parts.length === 0) return undefined;
  if (first.parts.length < 2 && !(second !== undefined && isBeside(first, second))) return undefined;
  const region = new Region(first);
  const end = Math.min(lines.length, from + mostLines);
  for (let at = from + 1; at < end; at += 1) {
    const line = lines[at];
    if (line === undefined || line.parts.length === 0 || !region.add(withMark(line), rowTop(lines, at))) break;
  }
  return region;
}

/** Lines that may be a table's. */
class Region {
  readonly lines: Line[] = [];
  readonly #free = new FreeStrips();
  #bottom = 0;
  /** Between two rows, the largest so far. */
  #step: number | undefined;

  constructor(first: Line) {
    this.lines.push(first);
    this.#free.cover(first);
    this.#bottom = first.y;
  }

  gutters(): readonly Gutter[] {
    return this.#free.gutters(this.lines[0]?.size ?? 0);
  }

  /**
   * @param top of the row that the line begins or goes on with
   * @returns whether it may be one of the table's
   */
  add(line: Line, top: number): boolean {
    const last = this.lines.at(-1);
    if (last === undefined || line.size > last.size * otherType || line.size * otherType < last.size) return false;
    const down = this.#bottom - line.y;
    const isDown = down > line.size * sameHeight;
    if (isDown ? !this.#mayFollow(line, this.#bottom - top) : !this.#mayStandBeside(line, last)) return false;
    if (!this.#free.mayCover(line, this.lines)) return false;
    const step = this.#bottom - top;
    if (isDown && step > line.size * sameHeight) this.#step = Math.max(this.#step ?? 0, step);
    this.lines.push(line);
    this.#free.cover(line);
    this.#bottom = Math.min(this.#bottom, line.y);
    return true;
  }

  #mayFollow(line: Line, step: number): boolean {
    if (this.#step === undefined) return step <= line.size * nextRow;
    if (step > this.#step * farTable) return false;
    return step <= this.#step * otherTable || (line.parts.length > 1 && isAligned(this.lines, line));
  }

  /** In another column of the row, in which it goes downwards too. */
  #mayStandBeside(line: Line, last: Line): boolean {
    if (line.x < last.endX && !isBelow(last, line)) return false;
    if (line.y - this.#bottom >= line.size * farthestUp) return false;
    const above = this.lines.filter((other) => other.x < line.endX && line.x < other.endX);
    return above.every(({ y }) => y > line.y + line.size * sameHeight);
  }
}

/** Whether the last line is no row but the heading of what follows: a wider one than the cells above it. */
function isHeadingBelow(lines: readonly Line[], gutters: readonly Gutter[]): boolean {
  const last = lines.at(-1);
  const [part, ...more] = last?.parts ?? [];
  if (last === undefined || part === undefined || more.length > 0 || columnOf(gutters, part) > 0) return false;
  const above = lines.slice(0, -1);
  if (above.some(({ y }) => Math.abs(y - last.y) < last.size * sameHeight)) return false;
  const cells = above.flatMap(({ parts }) => parts.filter((other) => columnOf(gutters, other) === 0));
  return cells.every(({ x, endX }) => part.endX - part.x > (endX - x) * widerHeading);
}

/** Whether a line stands in the next column, no farther down. */
function isBeside(line: Line, next: Line): boolean {
  const up = next.y - line.y;
  return next.x > line.endX + line.size * sameHeight && up > -line.size * sameHeight && up < line.size * farthestUp;
}

/** Whether it is the next line of the cell. */
function isBelow(line: Line, next: Line): boolean {
  return next.y < line.y && line.parts.some(({ x }) => Math.abs(next.x - x) <= aligned);
}

/** How high the row reaches that a line begins: cells of several lines may begin above it. */
function rowTop(lines: readonly Line[], at: number): number {
  let top = lines[at]?.y ?? 0;
  for (let i = at; i + 1 < lines.length && i < at + mostCellLines; i += 1) {
    const [line, next] = [lines[i], lines[i + 1]];
    if (line === undefined || next === undefined) break;
    if (!isBelow(line, next) && !isBeside(line, next)) break;
    top = Math.max(top, next.y);
  }
  return top;
}

function isAligned(region: readonly Line[], line: Line): boolean {
  const parts = region.flatMap((other) => other.parts);
  const isLike = (part: Part) =>
    parts.some((other) => Math.abs(other.x - part.x) <= aligned || Math.abs(other.endX - part.endX) <= aligned);
  return line.parts.every(isLike);
}

/** Whether the first column holds nothing but marks, and the other one words. */
function isList(rows: readonly TableRow[]): boolean {
  if (rows.some((row) => row.length !== 2)) return false;
  const marks = rows.flatMap(([first]) => (first === undefined || first.length === 0 ? [] : [first.join(" ")]));
  const words = rows.map(([, second]) => second?.join(" ") ?? "");
  const isBullets = marks.every((text) => /^\D*$/u.test(text));
  return (
    marks.every((text) => mark.test(text)) &&
    (isBullets || words.some((text) => text.length > longCell || /[.!?]$/u.test(text)))
  );
}
