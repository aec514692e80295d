import type { TextRange } from "../document.ts";
import { trimmedRange } from "./paragraphs.ts";

/** A passage is no longer than this, in UTF-16 code units. */
export const maxPassageChars = 1_000;
/** How far back a cut in a text without spaces looks for the beginning of a character. */
const maxClusterChars = 64;

/**
 * Divides a paragraph into parts of at most `maxPassageChars`, as equal as its sentences allow. A longer sentence
 * is cut at a line break or a space, and within a word only where it has none.
 * @param sentences adjoining ranges that cover the paragraph.
 * @returns the sentences (or their pieces) of each part.
 */
export function divide(text: string, sentences: readonly TextRange[]): TextRange[][] {
  const pieces = sentences.flatMap((sentence) => cutSentence(text, sentence));
  const fewest = pack(text, pieces, maxPassageChars).length;
  let low = 1;
  let high = maxPassageChars;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (pack(text, pieces, middle).length <= fewest) high = middle;
    else low = middle + 1;
  }
  return pack(text, pieces, high);
}

/** Fills parts from the front; a piece longer than the limit has a part of its own. */
function pack(text: string, pieces: readonly TextRange[], limit: number): TextRange[][] {
  const parts: TextRange[][] = [];
  let part: TextRange[] = [];
  let partStart = 0;
  for (const piece of pieces) {
    if (part.length > 0 && trimmedRange(text, piece).end - partStart > limit) {
      parts.push(part);
      part = [];
    }
    if (part.length === 0) partStart = piece.start;
    part.push(piece);
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

function cutSentence(text: string, sentence: TextRange): TextRange[] {
  const pieces: TextRange[] = [];
  let { start } = sentence;
  while (trimmedRange(text, { start, end: sentence.end }).end - start > maxPassageChars) {
    const end = afterSpace(text, cutAfter(text, start), sentence.end);
    pieces.push({ start, end });
    start = end;
  }
  if (start < sentence.end) pieces.push({ start, end: sentence.end });
  return pieces;
}

/** Where the first `maxPassageChars` from `start` are best cut. */
function cutAfter(text: string, start: number): number {
  const window = text.slice(start, start + maxPassageChars);
  const half = maxPassageChars / 2;
  const lineBreak = window.lastIndexOf("\n");
  if (lineBreak >= half) return start + lineBreak + 1;
  const space = /\s(?=\S*$)/u.exec(window.slice(half));
  if (space !== null) return start + half + space.index + 1;
  return clusterStart(text, start + maxPassageChars);
}

/** White space belongs to the piece before it, so that no piece is blank. */
function afterSpace(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && /\s/.test(text.charAt(end))) end += 1;
  return end;
}

/** The nearest position at or before `position` where no character is torn apart. */
function clusterStart(text: string, position: number): number {
  for (let at = position; at > position - maxClusterChars; at -= 1) {
    const isLowSurrogate = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
    if (!isLowSurrogate && !/^(?:\p{M}|\u200d)/u.test(text.slice(at, at + 2)) && text.charAt(at - 1) !== "\u200d") {
      return at;
    }
  }
  return (text.charCodeAt(position) & 0xfc00) === 0xdc00 ? position - 1 : position;
}
