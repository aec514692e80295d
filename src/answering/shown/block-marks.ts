import type { ParagraphKind, TextRange } from "../../documents/document.ts";
import { isCompilerComment } from "./compiler-comments.ts";
import { signatureOf } from "./signature-marks.ts";

/** A line without its line break. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The marks at lines' ends that make a block of Markdown what it is: of quotes, headings, code and tables. Bullets stay. */
export function blockMarks(text: string, kind: ParagraphKind): TextRange[] {
  const lines = linesOf(text);
  const [first] = lines;
  const rest = first === undefined ? [] : restOfTag(first);
  if (rest.length > 0) return [...rest, ...marksOf(lines.slice(1), text, kind)];
  return marksOf(lines, text, kind);
}

/** Where a quote begins with the title of a component (`<TabItem label="npm" default>`), what follows it in its tag. */
function restOfTag({ start, end, text }: Line): TextRange[] {
  const title = /^[^<>"'=\n]+(?=(?:"|')(?:\s[^<>\n]*)?\/?>[ \t]*$)/.exec(text)?.[0];
  return title === undefined ? [] : [{ start: start + title.length, end }];
}

function marksOf(lines: readonly Line[], text: string, kind: ParagraphKind): TextRange[] {
  switch (kind) {
    case "code":
      return [...fences(lines, text.length), ...compilerComments(lines, text.length)];
    case "table":
      return lines.flatMap((line, at) => tableMarks(line, lines[at - 1]));
    case "title":
    case "heading":
      return headingMarks(lines);
    default:
      return lines.flatMap((line, at) => [...quoteMarks(line), ...signatureMarks(line, lines[at - 1])]);
  }
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/[^\n\r]+/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
    text: line,
  }));
}

/** Nested quotes have several. */
function quoteMarks({ start, text }: Line): TextRange[] {
  const marks = /^(?:[ \t]{0,3}>)+ ?/.exec(text)?.[0] ?? "";
  return marks === "" ? [] : [{ start, end: start + marks.length }];
}

/** Of lines that say how the text around them is shown: ":::" whole, of ":::tip[Title]" all but the title. */
function signatureMarks({ start, end, text }: Line, before: Line | undefined): TextRange[] {
  const signature = signatureOf(text);
  if (signature === undefined) return [];
  if (signature.before >= text.length) return [{ start: before?.end ?? start, end }];
  return [
    { start, end: start + signature.before },
    { start: end - signature.after, end },
  ];
}

/** Of code whose fence another part of it has, the one that is there. */
function fences(lines: readonly Line[], textEnd: number): TextRange[] {
  const [first, second] = lines;
  const last = lines.at(-1);
  const opening =
    first !== undefined && /^(?:`{3,}[^`]*|~{3,}.*)$/.test(first.text)
      ? [{ start: first.start, end: second?.start ?? textEnd }]
      : [];
  const before = lines.at(-2);
  const closing =
    last !== undefined && before !== undefined && /^[ \t]*(?:`{3,}|~{3,})[ \t]*$/.test(last.text)
      ? [{ start: before.end, end: last.end }]
      : [];
  return [...opening, ...closing];
}

function compilerComments(lines: readonly Line[], textEnd: number): TextRange[] {
  return lines.flatMap(({ start, text }, at) =>
    isCompilerComment(text) ? [{ start, end: lines[at + 1]?.start ?? textEnd }] : [],
  );
}

/** Where a row begins and ends in a bar, and the row that separates the head from the others. */
function tableMarks(line: Line, before: Line | undefined): TextRange[] {
  const [quote = { start: line.start, end: line.start }] = quoteMarks(line);
  const row = line.text.slice(quote.end - line.start);
  if (/^[ \t|:-]+$/.test(row) && row.includes("-")) return [{ start: before?.end ?? line.start, end: line.end }];
  const inner = row.trimEnd();
  const opening = /^[ \t]*\|[ \t]*/.exec(row)?.[0].length ?? 0;
  const closing = inner.endsWith("|") && !inner.endsWith("\\|") ? inner.slice(0, -1).trimEnd().length : row.length;
  return [
    { start: line.start, end: quote.end + opening },
    { start: Math.max(quote.end + opening, quote.end + closing), end: line.end },
  ];
}

function headingMarks(lines: readonly Line[]): TextRange[] {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const before = lines.at(-2);
  if (before !== undefined && /^[ \t>]*(?:=+|-+)[ \t]*$/.test(last.text)) {
    return [...lines.slice(0, -1).flatMap(quoteMarks), { start: before.end, end: last.end }];
  }
  const opening = /^[ \t>]*#{1,6}(?:[ \t]+|$)/.exec(first.text)?.[0].length ?? 0;
  if (opening === 0) return quoteMarks(first);
  const closing = /[ \t]#+[ \t]*$/.exec(first.text)?.[0].length ?? 0;
  return [
    { start: first.start, end: first.start + opening },
    { start: Math.max(first.start + opening, first.end - closing), end: first.end },
  ];
}
