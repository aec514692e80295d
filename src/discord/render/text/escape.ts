import { oneLine } from "../../../one-line.ts";
import { graphemes } from "./graphemes.ts";

/** Controls but line break and tab; and the marks that turn the direction of text around, past the end of a quote. */
const unsafe = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const escaped = new Set("\\*_~|`<>[]@/#");
const listMarks = new Set("-+");
/** Discord shows ":c:" as an emoji, also amid other characters as in "2001:db8:c::1". */
const emojiName = /:[\p{L}\p{N}_+~-]+:/uy;

/**
 * A text without what could harm its surroundings and cannot be shown: lone surrogates become U+FFFD, control
 * characters and direction marks go, line breaks become `\n`.
 */
export function sanitize(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, "\n")
    .replace(unsafe, (mark) => (mark === "\n" || mark === "\t" ? mark : ""));
}

/**
 * The graphemes of a harmless text, each as it has to be written for Discord to show just that.
 * @param startsLine whether nothing stands before the text on its line, where "1." and "-" would become a list
 */
export function* escapedGraphemes(text: string, startsLine = true): Generator<string> {
  let isLineStart = startsLine;
  let digits = false;
  let end = 0;
  for (const segment of graphemes(text)) {
    end += segment.length;
    if (segment === "\n") {
      isLineStart = true;
      digits = false;
      yield segment;
      continue;
    }
    if (segment === ":" && startsEmojiName(text, end - 1)) yield `\\${segment}`;
    else yield escapeGrapheme(segment, isLineStart && !digits, digits);
    if (isLineStart && /^\d$/.test(segment)) digits = true;
    else if (!/^\s+$/.test(segment) || digits) {
      isLineStart = false;
      digits = false;
    }
  }
}

/** A text of any origin so that Discord shows its characters: no Markdown, mention, link or list comes to life. */
export function escapeText(text: string): string {
  return [...escapedGraphemes(sanitize(text))].join("");
}

/** Undoes `escapeText`, except for what was taken out of the text before. */
export function unescapeText(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/gu, "$1");
}

/** A text between the marks of inline code, where nothing can be escaped. */
export function inlineCode(text: string): string {
  return `\`${oneLine(text).replaceAll("`", "'") || " "}\``;
}

function startsEmojiName(text: string, position: number): boolean {
  emojiName.lastIndex = position;
  return emojiName.test(text);
}

function escapeGrapheme(segment: string, isLineStart: boolean, isAfterDigits: boolean): string {
  const first = segment.charAt(0);
  const needs =
    escaped.has(first) || (isLineStart && listMarks.has(first)) || (isAfterDigits && (first === "." || first === ")"));
  return needs ? `\\${segment}` : segment;
}
