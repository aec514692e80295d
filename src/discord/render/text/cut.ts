import { oneLine } from "../../../one-line.ts";
import { escapedGraphemes, sanitize } from "./escape.ts";

export const ellipsis = "…";

/** An escaped text of at most `maxChars`, cut between graphemes; where it is cut it ends in "…". */
export function cutEscaped(text: string, maxChars: number, startsLine = true): string {
  const pieces: string[] = [];
  let length = 0;
  // One character is kept free for the ellipsis; how far the text got with that is remembered.
  for (const piece of escapedGraphemes(sanitize(text.slice(0, Math.max(0, maxChars) * 8)), startsLine)) {
    pieces.push(piece);
    length += piece.length;
    if (length > maxChars) return cutPieces(pieces, maxChars);
  }
  return pieces.join("");
}

/** One line, escaped and cut, for the middle of a line of ours. */
export function cutLine(text: string, maxChars: number): string {
  return cutEscaped(oneLine(text), maxChars, false);
}

/** One line for places without Markdown, such as labels, cut between graphemes. */
export function cutPlain(text: string, maxChars: number): string {
  const line = oneLine(text);
  if (line.length <= maxChars) return line;
  const pieces: string[] = [];
  let length = 0;
  for (const { segment } of new Intl.Segmenter("und").segment(line)) {
    if (length + segment.length > maxChars - ellipsis.length) break;
    pieces.push(segment);
    length += segment.length;
  }
  return `${withoutStop(pieces.join(""))}${ellipsis}`;
}

/** No "erhalten.…": the mark takes the place of what would stand before it. */
function withoutStop(text: string): string {
  return text.trimEnd().replace(/[.,;:]+$/u, "");
}

function cutPieces(pieces: string[], maxChars: number): string {
  const room = maxChars - ellipsis.length;
  let length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  let dropped = "";
  while (length > room) {
    dropped = pieces.pop() ?? "";
    length -= dropped.length;
  }
  // A grapheme that alone is longer than the room (a tower of accents) is cut between code points.
  if (pieces.length === 0) {
    for (const point of dropped) {
      if (length + point.length > room) break;
      pieces.push(point);
      length += point.length;
    }
    if (pieces.at(-1) === "\\") pieces.pop();
  }
  return `${withoutStop(pieces.join(""))}${ellipsis}`;
}
