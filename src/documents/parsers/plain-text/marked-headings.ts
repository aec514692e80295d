import { looksLikeHeadline } from "../../boilerplate/headings.ts";
import { withHeadingAsTitle } from "../heading-as-title.ts";
import type { ParsedParagraph } from "../parser.ts";

const maxHeadingChars = 160;
/** In lengths of a heading: how long the line below it is at least. */
const leastRule = 0.5;
const rule = /^([=\-~^"'*+#.:_])\1{2,}$/;
/** Where all headings are underlined, other short lines are no sections, or small ones. */
const deepest = 9;
const section = /^(?:§{1,2}[ \u00a0]?\d{1,4}[a-z]?|(?:Artikel|Article|Art\.)[ \u00a0]\d{1,4}[a-z]?)\.?$/u;
/** The head of a manual page: "LS(1)      User Commands      LS(1)". */
const manual = /^(\S+)\((\d\w{0,4})\)\s{2,}\S.*\s{2,}\1\(\2\)$/u;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Tells the headings of a plain text that are marked as such: by a line below them, with one above or without, and the
 * numbers of sections of a statute, whose titles stand in the next line; and the title above the first of them.
 */
export function withMarkedHeadings(text: string, paragraphs: readonly ParsedParagraph[]): ParsedParagraph[] {
  const styles: string[] = [];
  const read = joinRules(text, paragraphs).flatMap((paragraph) => headingIn(text, paragraph, styles));
  if (!read.some(({ kind }) => kind === "heading" || kind === "title")) return [...paragraphs];
  const levelled = read.map((paragraph) =>
    styles.length > 0 && paragraph.kind === undefined ? { ...paragraph, level: deepest } : paragraph,
  );
  return styles.length > 0 ? withHeadingAsTitle(levelled) : withTitle(text, levelled);
}

/** A line below a heading may have been taken for a paragraph of its own. */
function joinRules(text: string, paragraphs: readonly ParsedParagraph[]): ParsedParagraph[] {
  const joined: ParsedParagraph[] = [];
  for (const paragraph of paragraphs) {
    const last = joined.at(-1);
    const { start, end } = paragraph.range;
    const isRule = rule.test(text.slice(start, Math.min(end, start + maxHeadingChars)).split(/[\r\n]/u, 1)[0] ?? "");
    const isNext = last !== undefined && /^[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(text.slice(last.range.end, start));
    if (isRule && isNext && last.kind === undefined && linesIn(text, last).length === 1) {
      joined[joined.length - 1] = { ...last, range: { start: last.range.start, end } };
    } else joined.push(paragraph);
  }
  return joined;
}

function headingIn(text: string, paragraph: ParsedParagraph, styles: string[]): ParsedParagraph[] {
  if (paragraph.kind !== undefined) return [paragraph];
  const lines = linesIn(text, paragraph);
  const [first, second, third] = lines;
  if (first === undefined) return [paragraph];
  if (manual.test(first.text) && lines.length === 1) {
    const [, name = "", part = ""] = manual.exec(first.text) ?? [];
    const isFirst = text.slice(0, first.start).trim() === "";
    return [isFirst ? { ...paragraph, kind: "title", heading: `${name}(${part})` } : paragraph];
  }
  if (second === undefined) return [paragraph];
  const isOver = rule.test(first.text) && third !== undefined && first.text.charAt(0) === third.text.charAt(0);
  const [title, below] = isOver ? [second, third] : [first, second];
  if (below !== undefined && isUnderlined(title, below)) {
    const style = `${isOver ? "over" : ""}${below.text.charAt(0)}`;
    if (!styles.includes(style)) styles.push(style);
    const heading: ParsedParagraph = {
      range: { start: title.start, end: title.end },
      kind: "heading",
      heading: title.text,
      level: styles.indexOf(style) + 1,
    };
    const over = isOver ? [hidden(first)] : [];
    const rest = lines[isOver ? 3 : 2];
    const others = rest === undefined ? [] : [{ range: { start: rest.start, end: paragraph.range.end } }];
    return [...over, heading, hidden(isOver ? third : below), ...others];
  }
  const isSection = lines.length === 2 && section.test(first.text) && looksLikeHeadline(second.text);
  return [isSection ? { ...paragraph, kind: "heading", heading: `${first.text} ${second.text}` } : paragraph];
}

/** The line that marks a heading is nothing to read. */
function hidden({ start, end }: Line): ParsedParagraph {
  return { range: { start, end }, kind: "boilerplate", rule: "markup" };
}

function isUnderlined(title: Line, below: Line): boolean {
  return (
    title.text.length <= maxHeadingChars &&
    /\p{L}/u.test(title.text) &&
    rule.test(below.text) &&
    below.text.length >= title.text.length * leastRule
  );
}

/** The first line of a text, above its first section. */
function withTitle(text: string, paragraphs: readonly ParsedParagraph[]): ParsedParagraph[] {
  const shown = paragraphs.filter(({ kind }) => kind !== "metadata" && kind !== "boilerplate");
  const [first, second] = shown;
  if (first === undefined || second?.kind !== "heading" || first.kind !== undefined) return [...paragraphs];
  if (!looksLikeHeadline(text.slice(first.range.start, first.range.end))) return [...paragraphs];
  return paragraphs.map((paragraph) => (paragraph === first ? { ...paragraph, kind: "title" } : paragraph));
}

/** The first lines of a paragraph, without white space around them. */
function linesIn(text: string, { range }: ParsedParagraph): Line[] {
  const lines: Line[] = [];
  const slice = text.slice(range.start, Math.min(range.end, range.start + 4 * maxHeadingChars));
  for (const { 0: line, index } of slice.matchAll(/[^\r\n]+/gu)) {
    const words = line.trim();
    const start = range.start + index + line.indexOf(words);
    if (words !== "") lines.push({ start, end: start + words.length, text: words });
    if (lines.length === 4) break;
  }
  return lines;
}
