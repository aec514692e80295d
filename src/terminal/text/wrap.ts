import { stripVTControlCharacters } from "node:util";
import type { TextRange } from "../../documents/document.ts";

const zeroWidth = /^(?:\p{M}|[\u200b-\u200d])/u;
const doubleWidth =
  /^[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** How many columns a text takes on a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (character < "\u0300") return 1;
  return zeroWidth.test(character) ? 0 : doubleWidth.test(character) ? 2 : 1;
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

/** Puts all but the last piece of a word that is wider than a line among the lines. */
function cutWideWord(word: string, offset: number, width: number, lines: TextRange[]): { start: number } {
  let start = offset;
  let at = offset;
  let used = 0;
  for (const character of word) {
    const columns = characterWidth(character);
    if (used + columns > width && at > start) {
      lines.push({ start, end: at });
      start = at;
      used = 0;
    }
    used += columns;
    at += character.length;
  }
  return { start };
}

/**
 * Lines with styles in them, broken between words where they are wider than a terminal, which would cut through the
 * words. What a line begins with stands before its rest too; styles go on over a break. Words wider than a line stay whole,
 * so that addresses and citations can be copied.
 */
export function fitLines(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => (styledWidth(line) <= width ? line : fitLine(line, width)))
    .join("\n");
}

function fitLine(line: string, width: number): string {
  const indent = /^ */.exec(line)?.[0] ?? "";
  let fitted = "";
  let used = 0;
  for (const [, gap = "", word = ""] of line.matchAll(/( *)([^ ]+)/g)) {
    const columns = styledWidth(word);
    const isFirst = fitted === "";
    const goesOn = isFirst || used + gap.length + columns <= width;
    fitted += goesOn ? gap + word : `\n${indent}${word}`;
    used = goesOn ? used + gap.length + columns : indent.length + columns;
  }
  return fitted;
}

function styledWidth(text: string): number {
  return displayWidth(stripVTControlCharacters(text));
}
