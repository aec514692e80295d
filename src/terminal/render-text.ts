import type { TextRange } from "../documents/document.ts";
import { harmless } from "./harmless.ts";
import type { Style } from "./style.ts";
import { wrapLines } from "./wrap.ts";

/**
 * A text of a document, made harmless, wrapped and indented.
 * @param emphasised ranges of the text to show in bold, in order
 * @param indent stands before every line
 */
export function renderText(text: string, style: Style, indent: string, emphasised: readonly TextRange[] = []): string {
  const shown = harmless(text);
  return wrapLines(shown, style.width - indent.length)
    .map((line) => indent + emphasise(shown, line, emphasised, style))
    .join("\n");
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
  const flat = harmless(text).replace(/ {2,}/g, " ").trim();
  if (flat.length <= maxChars) return flat;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(flat.slice(0, maxChars + 20))) {
    if (index + segment.length > maxChars - 2) break;
    end = index + segment.length;
  }
  return `${flat.slice(0, end).trimEnd()} …`;
}
