import type { TextRange } from "../../document.ts";

/** A line of a text, without its line break. */
export interface TextLine extends TextRange {
  readonly text: string;
  /** How many columns it is indented; tabs reach to the next eighth. */
  readonly indent: number;
  readonly isBlank: boolean;
}

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    lines.push(lineOf(text, start, match.index));
    start = match.index + match[0].length;
  }
  lines.push(lineOf(text, start, text.length));
  return lines;
}

function lineOf(whole: string, start: number, end: number): TextLine {
  const text = whole.slice(start, end);
  let indent = 0;
  for (const char of text) {
    if (char === "\t") indent += 8 - (indent % 8);
    else if (char === " " || char === "\u00a0") indent += 1;
    else break;
  }
  return { start, end, text, indent, isBlank: text.trim() === "" };
}

/** From the first word of a line to the last of another. */
export function rangeOfLines(first: TextLine, last: TextLine): TextRange {
  const lead = first.text.length - first.text.trimStart().length;
  return { start: first.start + lead, end: last.start + last.text.trimEnd().length };
}
