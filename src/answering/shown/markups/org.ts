import type { ParagraphKind, TextRange } from "../../../documents/document.ts";
import type { DocumentFormat } from "../../../documents/parsers/parser.ts";
import { loweredText, raisedText } from "../../../documents/parsers/raised-text.ts";
import type { InlineMark } from "../inline-marks.ts";
import { barMarks, type Line, linesOf, withoutLine } from "./lines.ts";

/** No markup inside a line goes on for longer; whoever looks for the end of each mark would look through all of a text. */
const maxChars = 400;
const link = /\[\[([^[\]\n]{1,500})\](?:\[([^[\]]{1,300})\])?\]/gu;
/** Emphasis stands between white space or punctuation, and does not go on for more than two lines. */
const emphasis = new RegExp(
  `(?<=^|[\\s({'"—-])([*/_=~])(?=\\S)(?:(?!\\n[ \\t]*\\n|\\1)[\\s\\S]){0,${maxChars}}?(?<=\\S)\\1(?=$|[\\s).,:;!?'"}\\[—-])`,
  "gu",
);
const note = /\[fn:([\p{L}\p{N}_-]*)(:?)[ \t]*/gu;
/** Without braces only what follows a symbol is lowered: "H_2O" is, "file_2" is a name. */
const script =
  /(?<=[\p{L}\p{N})\]}])(?:([_^])\{([^{}\n]{1,40})\}|(\^)([+-]?\d{1,6})(?![\p{L}\p{N}^])|(?<=(?<![\p{L}\p{N}_])\p{Lu}{1,2})(_)(\d{1,3})(?![\p{Ll}\p{N}_]))/gu;
const target = /<<<?[^<>\n]{1,200}>>>?/gu;

/**
 * The marks of a quote in Org that a reader of its page does not see.
 * @param readHeadline tells the words of a headline from what else it states
 */
export function orgMarks(
  text: string,
  kind: ParagraphKind,
  readHeadline: DocumentFormat["readHeadline"],
): InlineMark[] {
  const lines = linesOf(text);
  if (kind !== "code") return [...lines.flatMap((_, at) => lineMarks(lines, at, readHeadline)), ...inlineMarks(text)];
  const code = lines.filter((line) => /^[ \t]*:(?:[ \t]|$)/.test(line.text));
  if (code.length === 0) return [];
  const isCode = ({ start }: TextRange): boolean => /^[ \t]*:/.test(text.slice(text.lastIndexOf("\n", start - 1) + 1));
  return [
    ...code.flatMap((line) => prefixMark(line.start, line.text, /^[ \t]*:(?:[ \t]|$)/)),
    ...inlineMarks(text).filter((mark) => !isCode(mark)),
  ];
}

function lineMarks(lines: readonly Line[], at: number, readHeadline: DocumentFormat["readHeadline"]): InlineMark[] {
  const line = lines[at];
  if (line === undefined) return [];
  const { start, end, text } = line;
  if (/^[ \t]*\|[-+|]+[ \t]*$/.test(text)) return [withoutLine(lines, at)];
  if (/^[ \t]*\|/.test(text)) return barMarks(line);
  if (/^\*+[ \t]/.test(text)) return headlineMarks(line, readHeadline);
  const marks = prefixMark(start, text, /^[ \t]*#\+\w+(?:\[[^\]]*\])?:[ \t]*/);
  const [, before = ""] = /^([ \t]*[-+*][ \t]+\S.*?[ \t])::(?=[ \t])/u.exec(text) ?? [];
  if (before !== "") marks.push({ start: start + before.length - 1, end: start + before.length + 1 });
  const [lineBreak] = /[ \t]*\\\\[ \t]*$/.exec(text) ?? [];
  if (lineBreak !== undefined) marks.push({ start: end - lineBreak.length, end });
  return marks;
}

function prefixMark(start: number, text: string, pattern: RegExp): InlineMark[] {
  const [prefix] = pattern.exec(text) ?? [];
  return prefix === undefined ? [] : [{ start, end: start + prefix.length }];
}

/** The stars, a state, a priority, and the tags behind the words of a headline. */
function headlineMarks({ start, end, text }: Line, readHeadline: DocumentFormat["readHeadline"]): InlineMark[] {
  const [stars = ""] = /^\*+[ \t]+/.exec(text) ?? [];
  const { leadChars = 0, tagChars = 0 } = readHeadline?.(text.slice(stars.length)) ?? {};
  return [
    { start, end: start + stars.length + leadChars },
    { start: end - tagChars, end },
  ];
}

function inlineMarks(text: string): InlineMark[] {
  const marks: InlineMark[] = [];
  for (const { 0: found, index, 1: address = "", 2: words } of text.matchAll(link)) {
    const plain = words ?? address.replace(/^(?:file:|id:|\*|#)/u, "");
    const from = found.lastIndexOf(plain, found.length - 1);
    marks.push({ start: index, end: index + from }, { start: index + from + plain.length, end: index + found.length });
  }
  const code: TextRange[] = [];
  for (const { 0: found, index, 1: mark = "" } of text.matchAll(emphasis)) {
    const end = index + found.length;
    if (/[=~]/.test(mark)) code.push({ start: index, end });
    marks.push({ start: index, end: index + 1 }, { start: end - 1, end });
  }
  for (const { 0: found, index, 1: name = "", 2: colon = "" } of text.matchAll(note)) {
    // "[fn:1]" is read as "[1]", and a note inside the text in its brackets.
    const hasWords = colon !== "";
    marks.push({ start: index + 1, end: index + found.length - (hasWords ? 0 : name.length) });
  }
  for (const { 0: found, index, 1: first, 2: braced, 3: raise, 4: high, 5: lower, 6: low } of text.matchAll(script)) {
    if (code.some(({ start, end }) => index >= start && index < end)) continue;
    const shows = inScript(first ?? raise ?? lower ?? "", braced ?? high ?? low ?? "", text, index);
    marks.push({ start: index, end: index + found.length, shows });
  }
  for (const { 0: found, index } of text.matchAll(target)) {
    const chars = found.startsWith("<<<") ? 3 : 2;
    // A target shows nothing; one that all its words lead to is one of them.
    if (chars === 2) marks.push({ start: index, end: index + found.length });
    else marks.push({ start: index, end: index + 3 }, { start: index + found.length - 3, end: index + found.length });
  }
  return marks;
}

function inScript(mark: string, words: string, text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 40), at);
  return mark === "^" ? raisedText(words, before) : loweredText(words, before);
}
