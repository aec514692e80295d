import { loweredText, raisedText } from "../../raised-text.ts";
import { isWrittenLeftwards, turnedRuns, withReadBrackets } from "./reading-direction.ts";

/** A run of text as a page shows it, upright. */
export interface TextRun {
  readonly text: string;
  /** Left end, in points from the page's left. */
  readonly x: number;
  /** Base line, in points; larger is higher. */
  readonly y: number;
  readonly width: number;
  /** Of the type, in points. */
  readonly size: number;
  readonly isRightToLeft?: boolean;
}

export interface Line {
  /** Parts with wide gaps between them: more than one in the row of a table. */
  readonly cells: readonly string[];
  /** Where each of them stands. */
  readonly spans: readonly CellSpan[];
  readonly x: number;
  readonly endX: number;
  readonly y: number;
  /** That of most of its characters. */
  readonly size: number;
}

export interface CellSpan {
  readonly x: number;
  readonly endX: number;
}

/** All in sizes of the type. */
const sameLine = 0.5;
const wordGap = 0.15;
const cellGap = 2;
const overlap = 0.5;

/** Type so much smaller, and so much higher or lower, than that of its line is raised or lowered. */
const smallSize = 0.8;
const raisedBy = 0.12;

interface Draft {
  readonly cells: string[];
  readonly spans: { x: number; endX: number }[];
  readonly x: number;
  endX: number;
  y: number;
  size: number;
  mostChars: number;
}

/** Puts a page's runs, in the order of its content, together to lines. */
export function joinRuns(runs: readonly TextRun[]): Line[] {
  const lines: Draft[] = [];
  const isTurned = isWrittenLeftwards(runs);
  for (const run of isTurned ? turnedRuns(runs) : runs) {
    const line = lines.at(-1);
    if (line === undefined || !continues(line, run)) {
      if (run.text.trim() !== "") lines.push(draftOf(run));
      continue;
    }
    append(line, run);
  }
  const joined = lines.map(lineOf);
  if (!isTurned) return joined;
  const cells = withReadBrackets(joined.flatMap((line) => line.cells));
  let at = 0;
  return joined.map((line) => ({ ...line, cells: line.cells.map((cell) => cells[at++] ?? cell) }));
}

function lineOf({ cells, spans, x, endX, y, size }: Draft): Line {
  const filled = cells.flatMap((cell, i) => {
    const span = spans[i];
    return cell.trim() === "" || span === undefined ? [] : [{ cell: withMarks(cell.trim()), span }];
  });
  return { cells: filled.map(({ cell }) => cell), spans: filled.map(({ span }) => span), x, endX, y, size };
}

/** Vowel signs that a page sets apart from their letters. */
function withMarks(words: string): string {
  return words.replace(/(?<=\p{L}) +(\p{M}+)( ?) */gu, "$1$2");
}

/** The words of a line that is no row of a table. */
export function textOf(line: Line): string {
  return line.cells.join(" ");
}

function continues(line: Draft, run: TextRun): boolean {
  const size = Math.max(line.size, run.size);
  return Math.abs(line.y - run.y) <= size * sameLine && run.x >= line.endX - size * overlap;
}

function draftOf({ text, x, y, width, size }: TextRun): Draft {
  return { cells: [text], spans: [{ x, endX: x + width }], x, endX: x + width, y, size, mostChars: text.length };
}

function append(line: Draft, run: TextRun): void {
  const { x, width } = run;
  const last = line.cells.length - 1;
  const before = line.cells[last] ?? "";
  const isBlank = run.text.trim() === "";
  const gap = (isBlank ? x + width : x) - line.endX;
  const isNewCell = gap > line.size * cellGap;
  const text = isNewCell ? run.text.trimStart() : shifted(line, run, before);
  if (isNewCell) {
    if (before.trim() !== "") {
      line.cells.push("");
      line.spans.push({ x: Number.POSITIVE_INFINITY, endX: Number.NEGATIVE_INFINITY });
    }
    line.cells[line.cells.length - 1] += text;
  } else {
    const needsSpace = isBlank || (gap > line.size * wordGap && !/\s$/u.test(before) && !/^\s/u.test(text));
    line.cells[last] = before + (needsSpace ? " " : "") + (isBlank ? "" : text);
  }
  const span = line.spans.at(-1);
  if (span !== undefined && !isBlank) {
    span.x = Math.min(span.x, x);
    span.endX = Math.max(span.endX, x + width);
  }
  // A wide blank is a gap: the next run is measured from its end, and is in a cell of its own already.
  line.endX = Math.max(line.endX, x + width);
  if (!isBlank && run.text.length > line.mostChars && !isSmallBeside(line, run)) {
    line.size = run.size;
    line.y = run.y;
    line.mostChars = run.text.length;
  }
}

/** What stands raised or lowered beside larger type keeps a sign of it: `10⁶`, `H₂O`. */
function shifted(line: Draft, run: TextRun, before: string): string {
  if (run.text.trim() === "" || !isSmallBeside(line, run)) return run.text;
  const up = run.y - line.y;
  if (up > line.size * raisedBy) return raisedText(run.text, before);
  if (up < -line.size * raisedBy * 0.5) return loweredText(run.text, before);
  return run.text;
}

function isSmallBeside(line: Draft, run: TextRun): boolean {
  return run.size < line.size * smallSize && Math.abs(run.y - line.y) > line.size * raisedBy * 0.5;
}
