import type { TextRange } from "../../../documents/document.ts";
import type { InlineMark } from "../inline-marks.ts";

/** A line without its line break. */
export interface Line extends TextRange {
  readonly text: string;
  /** How many characters set it in. */
  readonly indent: number;
}

/** All lines of a quote, blank ones included. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|[\n\r]|$/g)) {
    lines.push(lineOf(text, start, index));
    start = index + lineBreak.length;
    if (lineBreak === "") break;
  }
  return lines;
}

function lineOf(whole: string, start: number, end: number): Line {
  const text = whole.slice(start, end);
  return { start, end, text, indent: text.length - text.trimStart().length };
}

/** Leaves out a line with the line break before it, or behind it where it is the first. */
export function withoutLine(lines: readonly Line[], at: number): InlineMark {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]];
  if (line === undefined) return { start: 0, end: 0 };
  return before === undefined
    ? { start: line.start, end: next?.start ?? line.end }
    : { start: before.end, end: line.end };
}

/** What a row of a table shows between two cells. */
export const betweenCells = " | ";

/** Of a line between bars, those at its ends and the white space around all of them. */
export function barMarks({ start, text }: Line, bar: RegExp = /[ \t]*(?<!\\)\|[ \t]*/g): InlineMark[] {
  const inner = text.trimEnd();
  const from = text.length - text.trimStart().length;
  return [...text.matchAll(bar)].map(({ 0: found, index }) => {
    const isAtEdge = index <= from || index + found.length >= inner.length;
    return { start: start + index, end: start + index + found.length, shows: isAtEdge ? "" : betweenCells };
  });
}
