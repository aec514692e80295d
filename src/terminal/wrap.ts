import type { TextRange } from "../documents/document.ts";

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
