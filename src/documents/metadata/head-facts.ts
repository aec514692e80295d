import type { Paragraph } from "../document.ts";
import { inBylines } from "../language-rules.ts";
import { isLabelledDate, readByline, readDateLine } from "./date-lines.ts";
import { isMinutes } from "./minutes.ts";

/** Facts stand within so many paragraphs of the top, or there are none. */
const headParagraphs = 6;
/** The first text of such length ends the head. */
const bodyChars = 250;
const maxLines = 12;
/** What announcements say of an event beside its day. */
const ofEvent = new RegExp(`^(?:(?:${inBylines("eventLabels")})\\s*[:：]|(?:${inBylines("eventWords")})\\b)`, "iu");

export interface HeadFacts {
  readonly authors?: readonly string[];
  readonly published?: string;
}

export interface HeadedText {
  readonly canonicalText: string;
  readonly paragraphs: readonly Paragraph[];
}

/**
 * What the lines between a title and the text say of author and date, in any format: `Stand: Mai 2024`, `Von Anna Meier,
 * 3. Mai 2024`, a row of a table. A day that nothing calls that of the document is that of an event.
 */
export function headFacts(text: HeadedText, title: string, file: string): HeadFacts {
  const lines = headLines(text);
  const facts: { authors?: readonly string[]; published?: string } = {};
  const mayDate = !isOfEvent(lines) || isMinutes(title, file);
  for (const line of lines) {
    const { published, authors, rest } = readDateLine(line, { start: 0, end: line.length }) ?? {};
    if (rest !== undefined && rest.start === rest.end) {
      if (published !== undefined && mayDate && isLabelledDate(line)) facts.published ??= published;
      if (authors !== undefined) facts.authors ??= authors;
      continue;
    }
    const named = readByline(line);
    if (named !== undefined) facts.authors ??= named;
  }
  return facts;
}

/** Whether the lines of a document's head announce something. */
export function isOfEvent(lines: readonly string[]): boolean {
  return lines.some((line) => ofEvent.test(line));
}

/** The lines above the first text, without markup. */
function headLines({ canonicalText, paragraphs }: HeadedText): readonly string[] {
  const lines: string[] = [];
  let seen = 0;
  for (const { kind, range } of paragraphs) {
    if (kind === "boilerplate" || kind === "metadata") continue;
    const words = canonicalText.slice(range.start, Math.min(range.end, range.start + bodyChars + 1));
    if (kind !== "title") seen += 1;
    if (seen > headParagraphs || (kind === "heading" && seen > 2)) break;
    if (kind === "title" || kind === "heading") continue;
    if (words.length > bodyChars) break;
    lines.push(...words.split(/[\n\r]+/u).map(plainLine));
  }
  return lines.filter((line) => line !== "").slice(0, maxLines);
}

/** A line without the marks of a list, of what is strong, and of a row with two cells. */
function plainLine(line: string): string {
  const words = line
    .replace(/^[\s>]*(?:[-+•]\s+|\*\s+)?/u, "")
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/gu, "$1")
    .replace(/\*{1,3}|__/gu, "")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "")
    .trim();
  const cells = words.split("|").map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== "");
  const [name, value] = filled;
  const isRow =
    filled.length === 2 && name !== undefined && value !== undefined && /^\p{L}[\p{L} ]{2,30}:?$/u.test(name);
  return isRow && readByline(value) === undefined && readByline(name) === undefined
    ? `${name.replace(/:$/u, "")}: ${value}`
    : words;
}
