import type { TextRange } from "../document.ts";
import { trimmedRange } from "./paragraphs.ts";

/** Twoslash shows nothing of a block that others include, and of any other what stands between such lines. */
const included = /^[ \t>]*(?:`{3,}|~{3,})[^\n\r]*\btwoslash\b[^\n\r]*\binclude\b/;
const cutBefore = /^[ \t>]*\/\/ *---cut(?:-before)?---[ \t]*$/gm;
const cutAfter = /^[ \t>]*\/\/ *---cut-after---[ \t]*$/gm;
const closingFence = /(?:^|[\n\r])[ \t>]*(?:`{3,}|~{3,})[ \t]*$/;

/** A page shows what is drawn, and nobody reads how. */
const diagram =
  /^[ \t>]*(?:`{3,}|~{3,})[ \t]*\{?\.?(?:mermaid|plantuml|puml|dot|graphviz|digraph|d2|pikchr|ditaa|nomnoml|wavedrom|vega(?:-lite)?|bytefield|svgbob|(?:block|seq|act|nw|packet|rack)diag|erd|structurizr)(?![\w-])/i;

/** A line that stands for another block: "// @include: server". */
const includesAnother = /^[ \t>]*(?:\/\/|#|--|;)[ \t]*@include\b/;
const fence = /^[ \t>]*(?:`{3,}|~{3,})/;

/**
 * What a page shows of a block of code whose first and last lines are there for a compiler alone; of a diagram, nothing.
 * @returns all of it where it hides nothing; undefined where it shows nothing
 */
export function shownCode(text: string, range: TextRange): TextRange | undefined {
  const words = text.slice(range.start, range.end);
  if (included.test(words) || diagram.test(words) || standsForOthers(words)) return undefined;
  const first = [...words.matchAll(cutBefore)].at(-1);
  const start = first === undefined ? 0 : first.index + first[0].length;
  const last = [...words.slice(start).matchAll(cutAfter)][0];
  const end = last === undefined ? words.length : start + last.index;
  if (start === 0 && last === undefined) return range;
  const shown = trimmedRange(text, { start: range.start + start, end: range.start + end });
  const shownWords = text.slice(shown.start, shown.end);
  const isEmpty = shownWords.replace(closingFence, "").trim() === "" || standsForOthers(shownWords);
  return isEmpty ? undefined : shown;
}

/** Whether a block has no code of its own. */
function standsForOthers(words: string): boolean {
  const lines = words.split(/[\n\r]+/u).filter((line) => line.trim() !== "" && !fence.test(line));
  return lines.length > 0 && lines.every((line) => includesAnother.test(line));
}

/** More lines around a part of code than these do not help to understand it. */
const maxLinesAround = 3;
const maxLineChars = 160;
/** A line that names nothing: a comment, a mark of a list, what closes a block or opens one. */
const namesNothing = /^\s*(?:\/\/|\/?\*|#(?!\w)|--\s|<!--)|^[^\p{L}\p{N}]*$/u;

/**
 * The lines of code that each of its parts stands in, told by how far they are indented: "createHarbour({". Outermost
 * first. Takes time in proportion to the code's length.
 * @param starts where the parts begin, in order
 */
export function linesAround(text: string, code: TextRange, starts: readonly number[]): TextRange[][] {
  /** The lines that the current one stands in, each indented further than the one before. */
  const open: { readonly indent: number; readonly range: TextRange }[] = [];
  const around: TextRange[][] = [];
  for (let start = code.start; start < code.end && around.length < starts.length; ) {
    const lineBreak = text.indexOf("\n", start);
    const end = lineBreak < 0 ? code.end : Math.min(lineBreak, code.end);
    const range = trimmedRange(text, { start, end });
    if (range.start < range.end && !fence.test(text.slice(start, Math.min(end, start + maxLineChars)))) {
      const indent = indentOf(text, start);
      while (indent <= (open.at(-1)?.indent ?? -1)) open.pop();
      for (let at = starts[around.length]; at !== undefined && at < end; at = starts[around.length])
        around.push(open.map((line) => line.range).slice(-maxLinesAround));
      const isLong = range.end - range.start > maxLineChars;
      if (!isLong && !namesNothing.test(text.slice(range.start, range.end))) open.push({ indent, range });
    }
    start = end + 1;
  }
  return around;
}

/** How far a line is indented, a tab counting as one character. */
function indentOf(text: string, lineStart: number): number {
  return /^[ \t>]*/u.exec(text.slice(lineStart, lineStart + maxLineChars))?.[0].length ?? 0;
}

/** Whether something between two paragraphs is hidden in that way. */
export function hidesCode(between: string): boolean {
  return between.includes("---cut");
}
