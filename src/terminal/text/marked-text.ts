import type { ParagraphKind, TextRange } from "../../documents/document.ts";
import { sanitize } from "./sanitize.ts";
import type { Style } from "./style.ts";
import { wrapLines } from "./wrap.ts";

/** Between two paragraphs, and before an item of a list. */
const betweenParagraphs = /(?:\r\n|\n|\r)[ \t]*(?:[\n\r][ \t]*)+(?=\S)|[\n\r]+(?=[ \t]*(?:[-+*•]|\d{1,9}[.)])[ \t])/g;
const lineBreak = /[\n\r]+/g;
/** Deeper items and code are indented no further. */
const maxIndent = 12;

/**
 * A text of a document, made harmless, wrapped and indented. Rows of tables, lines of code and items of lists begin lines
 * of their own.
 * @param emphasised ranges of the text to show in bold, in order
 * @param indent stands before every line
 */
export function renderText(
  text: string,
  style: Style,
  indent: string,
  { emphasised = [], kind = "text" }: { emphasised?: readonly TextRange[]; kind?: ParagraphKind } = {},
): string {
  const shown = sanitize(text);
  const pieces = kind === "code" ? piecesOf(text, lineBreak) : piecesOf(text, betweenParagraphs);
  return pieces
    .flatMap((piece) => (kind === "table" ? rowsOf(text, piece) : [piece]))
    .flatMap(({ start, end }) => {
      const blank = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
      const margin = indent + " ".repeat(start === 0 ? 0 : Math.min(blank, maxIndent));
      return wrapLines(shown.slice(start, end), style.width - margin.length).map((line) => {
        const range = { start: start + line.start, end: start + line.end };
        return margin + emphasise(shown, range, emphasised, style);
      });
    })
    .join("\n");
}

function piecesOf(text: string, breaks: RegExp): TextRange[] {
  const pieces: TextRange[] = [];
  let start = 0;
  for (const { 0: found, index } of text.matchAll(breaks)) {
    pieces.push({ start, end: index });
    start = index + found.length;
  }
  return [...pieces, { start, end: text.length }];
}

/** The rows of a table; a paragraph of text beside it stays whole. */
function rowsOf(text: string, { start, end }: TextRange): TextRange[] {
  const piece = text.slice(start, end);
  if (!piece.includes("|")) return [{ start, end }];
  return piecesOf(piece, lineBreak).map((row) => ({ start: start + row.start, end: start + row.end }));
}

function emphasise(text: string, line: TextRange, emphasised: readonly TextRange[], style: Style): string {
  let rendered = "";
  let at = line.start;
  for (const range of emphasised) {
    const start = Math.max(range.start, at);
    const end = Math.min(range.end, line.end);
    if (start >= end) continue;
    rendered += text.slice(at, start) + style.strong(text.slice(start, end));
    at = end;
  }
  return rendered + text.slice(at, line.end);
}

/** A text on one line, cut at a grapheme's end where it is longer than so many UTF-16 code units. */
export function shorten(text: string, maxChars: number): string {
  const flat = sanitize(text).replace(/ {2,}/g, " ").trim();
  if (flat.length <= maxChars) return flat;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(flat.slice(0, maxChars + 20))) {
    if (index + segment.length > maxChars - 2) break;
    end = index + segment.length;
  }
  return `${flat.slice(0, end).trimEnd()} …`;
}
