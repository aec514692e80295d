import { marker, markerGap, withMarkersInPlace } from "../markers.ts";
import { isWrittenLeftwards, turnedRuns, withReadBrackets } from "./reading-direction.ts";
import {
  type BaseLine,
  beganRaised,
  isShifted,
  type LeadingScript,
  shiftedText,
  withLeadingScript,
} from "./scripts.ts";

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
  /** Whether it is filled into a field. */
  readonly isFilledIn?: boolean;
}

export interface Line {
  /** Parts with wide gaps between them: more than one in the row of a table. */
  readonly cells: readonly string[];
  /** Where each of them stands. */
  readonly spans: readonly CellSpan[];
  /** What the page sets apart, be it by the gap of a word; none where it is written from right to left. */
  readonly parts: readonly Part[];
  readonly x: number;
  readonly endX: number;
  readonly y: number;
  /** That of most of its characters. */
  readonly size: number;
  /** Whether some of it is filled into a field. */
  readonly isFilledIn: boolean;
}

export interface Part extends CellSpan {
  readonly text: string;
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
/** Pieces of one word touch. */
const pieceGap = 0.02;

interface Draft extends BaseLine {
  readonly cells: string[];
  readonly spans: { x: number; endX: number }[];
  /** Each with its cell and where in that it begins. */
  readonly parts: { readonly cell: number; readonly at: number; readonly x: number; endX: number }[];
  readonly x: number;
  endX: number;
  y: number;
  size: number;
  mostChars: number;
  isFilledIn: boolean;
  /** What stands raised at its end, and may belong to the letters behind it. */
  leading: LeadingScript | undefined;
}

/** Puts a page's runs, in the order of its content, together to lines. */
export function joinRuns(runs: readonly TextRun[]): Line[] {
  const lines: Draft[] = [];
  const isTurned = isWrittenLeftwards(runs);
  for (const run of isTurned ? turnedRuns(runs) : withMarkersInPlace(wholeRuns(runs))) {
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
  return joined.map((line) => ({ ...line, parts: [], cells: line.cells.map((cell) => cells[at++] ?? cell) }));
}

function lineOf({ cells, spans, parts, x, endX, y, size, isFilledIn }: Draft): Line {
  const filled = cells.flatMap((cell, i) => {
    const span = spans[i];
    return cell.trim() === "" || span === undefined ? [] : [{ cell: withMarks(cell.trim()), span }];
  });
  const pieces = parts.flatMap(({ cell, at, ...span }, i) => {
    const next = parts[i + 1];
    const text = withMarks((cells[cell] ?? "").slice(at, next?.cell === cell ? next.at : undefined).trim());
    return text === "" ? [] : [{ text, ...span }];
  });
  return {
    cells: filled.map(({ cell }) => cell),
    spans: filled.map(({ span }) => span),
    parts: pieces,
    x,
    endX,
    y,
    size,
    isFilledIn,
  };
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

function draftOf({ text, x, y, width, size, isFilledIn = false }: TextRun): Draft {
  return {
    cells: [text],
    spans: [{ x, endX: x + width }],
    parts: [{ cell: 0, at: 0, x, endX: x + width }],
    x,
    endX: x + width,
    y,
    size,
    mostChars: text.length,
    isFilledIn,
    leading: { at: 0, text, isRaised: false },
  };
}

function append(line: Draft, run: TextRun): void {
  const { x, width } = run;
  const last = line.cells.length - 1;
  let before = line.cells[last] ?? "";
  // How wide a blank is, only what stands behind it tells: some programs name any width.
  if (run.text.trim() === "") {
    if (!/\s$/u.test(before)) line.cells[last] = `${before} `;
    return;
  }
  const gap = x - line.endX;
  const isMarked = line.cells.length === 1 && marker.test(before.trim());
  const isNewCell = gap > line.size * (isMarked ? markerGap : cellGap);
  const isAttached = gap <= line.size * wordGap && !/\s$/u.test(before);
  if (line.leading !== undefined && isAttached) before = withLeadingScript(line, line.leading, run, before);
  const text = isNewCell ? run.text.trimStart() : shiftedText(line, run, before, isAttached);
  if (isNewCell) {
    if (before.trim() !== "") {
      line.cells.push("");
      line.spans.push({ x: Number.POSITIVE_INFINITY, endX: Number.NEGATIVE_INFINITY });
    }
    const cell = line.cells.length - 1;
    line.parts.push({ cell, at: line.cells[cell]?.length ?? 0, x, endX: x + width });
    line.cells[cell] += text;
  } else {
    if (gap > line.size * wordGap && !/\s$/u.test(before) && !/^\s/u.test(text)) before += " ";
    line.cells[last] = before + text;
    const part = line.parts.at(-1);
    if (part === undefined || /\s$/u.test(before))
      line.parts.push({ cell: last, at: before.length, x, endX: x + width });
    else part.endX = Math.max(part.endX, x + width);
  }
  const span = line.spans.at(-1);
  if (span !== undefined) {
    span.x = Math.min(span.x, x);
    span.endX = Math.max(span.endX, x + width);
  }
  line.endX = Math.max(line.endX, x + width);
  if (run.isFilledIn === true) line.isFilledIn = true;
  const isOn = !isShifted(line, run);
  line.leading = isOn || /\S$/u.test(before) ? undefined : { at: before.length, text: run.text, isRaised: true };
  if (isOn && (run.text.length > line.mostChars || beganRaised(line, run))) {
    line.size = run.size;
    line.y = run.y;
    line.mostChars = run.text.length;
  }
}

/** Runs that a page draws in pieces, such as the sign and the figure of `10⁻³`, in one. */
function wholeRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const whole: TextRun[] = [];
  for (const run of runs) {
    const before = whole.at(-1);
    if (before === undefined || !isPieceOf(before, run)) whole.push(run);
    else whole[whole.length - 1] = { ...before, text: before.text + run.text, width: run.x + run.width - before.x };
  }
  return whole;
}

function isPieceOf(before: TextRun, { text, x, y, size, isRightToLeft }: TextRun): boolean {
  if (before.isRightToLeft === true || isRightToLeft === true) return false;
  if (
    before.isFilledIn === true ||
    before.text.trim() === "" ||
    text.trim() === "" ||
    size !== before.size ||
    y !== before.y
  )
    return false;
  return Math.abs(x - before.x - before.width) <= size * pieceGap;
}
