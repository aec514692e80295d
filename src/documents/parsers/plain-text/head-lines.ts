import type { TextRange } from "../../document.ts";
import { readByline, readDateLine } from "../../metadata/date-lines.ts";
import { trimmedRange } from "../../passages/paragraphs.ts";

/** Date lines and bylines are among the first paragraphs, or there are none. */
export const headParagraphs = 10;
/** Of a paragraph: below the headline and its second line there is none. */
const headLines = 4;

/**
 * The paragraphs with the date lines and bylines among the first ones taken out of those whose lines they are: a
 * headline often has them right below it, without a blank line between.
 */
export function separateHeadLines(text: string, paragraphs: readonly TextRange[]): TextRange[] {
  return paragraphs.flatMap((range, i) => (i < headParagraphs ? piecesOf(text, range, i === 0) : [range]));
}

function piecesOf(text: string, range: TextRange, isFirst: boolean): TextRange[] {
  const pieces: TextRange[] = [];
  let start = range.start;
  let lines = 0;
  for (const match of text.slice(range.start, range.end).matchAll(/[^\r\n]+/g)) {
    if (lines++ === headLines) break;
    const line = trimmedRange(text, {
      start: range.start + match.index,
      end: range.start + match.index + match[0].length,
    });
    if (!isHeadLine(text, line, isFirst && lines === 1)) continue;
    const above = trimmedRange(text, { start, end: line.start });
    if (above.start < above.end) pieces.push(above);
    pieces.push(line);
    start = line.end;
  }
  const rest = trimmedRange(text, { start, end: range.end });
  if (rest.start < rest.end) pieces.push(rest);
  return pieces.length === 0 ? [range] : pieces;
}

/** Whether a line is a date line or a byline, and nothing else. */
function isHeadLine(text: string, line: TextRange, isVeryFirst: boolean): boolean {
  const dateLine = readDateLine(text, line);
  if (dateLine !== undefined) return dateLine.rest.start === dateLine.rest.end;
  return !isVeryFirst && readByline(text.slice(line.start, line.end)) !== undefined;
}
