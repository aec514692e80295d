import type { FoundCitation } from "./citations-in-text.ts";
import { markPairs, matching, typedMark } from "./quote-marks.ts";

/** Up to so many typed marks are tried as the other end. */
const mostTypedMarks = 6;
const gapBefore = /[“”«»"][\s([{`,;:.–—-]*$/u;
const behindGap = /[^\s)\]}`,;:.–—-]/u;
const colonAfter = /^[)\]}`]*\s*:/u;

/** Words in quote marks, and where the nearest reading of them ends in the text after the citation. */
interface QuoteAfter {
  readonly readings: readonly string[];
  readonly end: number;
}

/**
 * The words in quote marks beside each citation of a line, read from left to right: those before it, else those after it,
 * where they are no other citation's. A quote may hold others, and may begin on a line above or end on one below.
 * @param isCitation whether a line has a citation of its own
 * @returns for each citation how its quote may be meant; empty where none stands beside it
 */
export function quotesBeside(
  lines: readonly string[],
  at: number,
  citations: readonly FoundCitation[],
  isCitation: (line: number) => boolean,
): readonly (readonly string[])[] {
  const line = lines[at] ?? "";
  let from = 0;
  return citations.map((citation, position) => {
    const next = citations[position + 1];
    const above = position === 0 ? linesAbove(lines, at, isCitation) : "";
    const before = readingsBefore(above, line.slice(from, citation.start));
    from = citation.end;
    if (before.length > 0) return before;
    const rest = line.slice(citation.end, next?.start);
    const after = readingsAfter(rest, next === undefined ? linesBelow(lines, at, isCitation) : "");
    if (after === undefined) return [];
    const isNextOnes = next !== undefined && gapBefore.test(rest) && !colonAfter.test(rest);
    if (isNextOnes) return [];
    from = citation.end + after.end;
    return after.readings;
  });
}

/** The lines of the same block of text; the nearest one with a citation is the last that may have the quote's other end. */
function linesAbove(lines: readonly string[], at: number, isCitation: (line: number) => boolean): string {
  let start = at;
  while (isRunningText(lines[start - 1])) {
    start--;
    if (isCitation(start)) break;
  }
  return lines
    .slice(start, at)
    .map((line) => `${line}\n`)
    .join("");
}

function linesBelow(lines: readonly string[], at: number, isCitation: (line: number) => boolean): string {
  let end = at + 1;
  while (isRunningText(lines[end]) && !isCitation(end)) end++;
  return lines
    .slice(at + 1, end)
    .map((line) => `\n${line}`)
    .join("");
}

function isRunningText(line: string | undefined): boolean {
  return line !== undefined && line.trim() !== "" && !/^\s*>/.test(line);
}

/** The quote whose end stands on the citation's own line. */
function readingsBefore(above: string, line: string): string[] {
  const markAt = line.search(gapBefore);
  if (markAt < 0) return [];
  const mark = line.charAt(markAt);
  const text = above + line;
  const end = above.length + markAt;
  if (mark !== typedMark) {
    return markPairs
      .filter(([, close]) => close.includes(mark))
      .map(([open, close]) => matching(text, end, -1, close, open))
      .flatMap((start) => (start < 0 ? [] : [text.slice(start + 1, end)]));
  }
  // A low mark begins a quote whatever typed marks are inside.
  const low = text.lastIndexOf("„", end);
  const typed = typedMarks(text, end, -1).concat(low < 0 ? [] : [low]);
  return typed.map((start) => text.slice(start + 1, end)).filter((words) => words.trim() !== "");
}

/** The quote whose beginning stands on the citation's own line. */
function readingsAfter(line: string, below: string): QuoteAfter | undefined {
  const start = line.search(behindGap);
  const mark = line.charAt(start);
  const text = line + below;
  const ends =
    mark === typedMark
      ? typedMarks(text, start, 1)
      : markPairs
          .filter(([open]) => open === mark)
          .map(([open, close]) => matching(text, start, 1, open, close))
          .filter((end) => end >= 0);
  const readings = ends.map((end) => text.slice(start + 1, end)).filter((words) => words.trim() !== "");
  return readings.length === 0 ? undefined : { readings, end: 1 + (ends[0] ?? start) };
}

/** Where other typed marks stand, nearest first. */
function typedMarks(text: string, from: number, step: 1 | -1): number[] {
  const found: number[] = [];
  for (let at = from + step; at >= 0 && at < text.length && found.length < mostTypedMarks; at += step) {
    if (text.charAt(at) === typedMark) found.push(at);
  }
  return found;
}
