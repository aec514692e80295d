import stringWidth from "string-width";
import type { TextRange } from "../../documents/document.ts";

/** How many columns a text takes on a terminal: none for a mark, two for most emoji and East Asian letters. */
export function displayWidth(text: string): number {
  return stringWidth(text);
}

/**
 * Ranges of the lines into which a text without line breaks falls; the spaces between them belong to none.
 * Words wider than a line are cut.
 */
export function wrapLines(text: string, width: number): TextRange[] {
  const lines: TextRange[] = [];
  let start = -1;
  let end = 0;
  let used = 0;
  for (const match of text.matchAll(/\S+/gu)) {
    const wordStart = match.index;
    const wordEnd = wordStart + match[0].length;
    const wordWidth = displayWidth(match[0]);
    const gap = start < 0 ? 0 : wordStart - end;
    if (start >= 0 && used + gap + wordWidth <= width) {
      used += gap + wordWidth;
      end = wordEnd;
      continue;
    }
    if (start >= 0) lines.push({ start, end });
    const rest = cutWideWord(match[0], wordStart, width, lines);
    start = rest.start;
    end = wordEnd;
    used = displayWidth(text.slice(rest.start, wordEnd));
  }
  if (start >= 0) lines.push({ start, end });
  return lines;
}

const characters = new Intl.Segmenter("und");

/** Puts all but the last piece of a word that is wider than a line among the lines; what is one character to a reader stays whole. */
function cutWideWord(word: string, offset: number, width: number, lines: TextRange[]): { start: number } {
  if (displayWidth(word) <= width) return { start: offset };
  let start = offset;
  let used = 0;
  for (const { segment, index } of characters.segment(word)) {
    const columns = displayWidth(segment);
    const at = offset + index;
    if (used + columns > width && at > start) {
      lines.push({ start, end: at });
      start = at;
      used = 0;
    }
    used += columns;
  }
  return { start };
}

/**
 * Lines with styles in them, broken between words where they are wider than a terminal, which would cut through the
 * words. What a line begins with stands before its rest too; styles go on over a break. Words wider than a line stay whole,
 * so that addresses and citations can be copied.
 */
export function fitLines(text: string, width: number): string {
  if (width === Number.POSITIVE_INFINITY) return text;
  return text
    .split("\n")
    .map((line) => (displayWidth(line) <= width ? line : fitLine(line, width)))
    .join("\n");
}

function fitLine(line: string, width: number): string {
  const indent = /^ */.exec(line)?.[0] ?? "";
  let fitted = "";
  let used = 0;
  for (const [, gap = "", word = ""] of line.matchAll(/( *)([^ ]+)/g)) {
    const columns = displayWidth(word);
    const isFirst = fitted === "";
    const goesOn = isFirst || used + gap.length + columns <= width;
    fitted += goesOn ? gap + word : `\n${indent}${word}`;
    used = goesOn ? used + gap.length + columns : indent.length + columns;
  }
  return fitted;
}
