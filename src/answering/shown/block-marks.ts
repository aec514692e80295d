import type { ParagraphKind, TextRange } from "../../documents/document.ts";
import { isCompilerComment } from "./compiler-comments.ts";
import type { InlineMark } from "./inline-marks.ts";
import { signatureOf } from "./signature-marks.ts";

/** A line without its line break. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The marks at lines' ends that make a block of Markdown what it is: of quotes, headings, code and tables. Bullets stay. */
export function blockMarks(text: string, kind: ParagraphKind): InlineMark[] {
  const lines = linesOf(text);
  const [first] = lines;
  const rest = first === undefined ? [] : restOfTag(first);
  if (rest.length > 0) return [...rest, ...marksOf(lines.slice(1), text, kind)];
  return marksOf(lines, text, kind);
}

/** Where a quote begins with the title of a component (`<TabItem label="npm" default>`), what follows it in its tag. */
function restOfTag({ start, end, text }: Line): InlineMark[] {
  const [whole, title, behind = ""] = /^([^<>"'=\n]+)(?:"|')(?:\s[^<>\n]*)?\/?>[ \t]*(.*)$/u.exec(text) ?? [];
  // A quotation mark before a "greater than" is none of a tag, where more of the line stands behind it.
  if (whole === undefined || title === undefined || (behind !== "" && /["']\s[^=]*>/.test(whole))) return [];
  const isWhole = behind === "";
  return [{ start: start + title.length, end: end - behind.length, ...(isWhole ? {} : { shows: "\n" }) }];
}

function marksOf(lines: readonly Line[], text: string, kind: ParagraphKind): TextRange[] {
  switch (kind) {
    case "code":
      return [...fences(lines, text.length), ...compilerComments(lines, text.length)];
    case "table":
      return lines.flatMap((line, at) => tableMarks(line, withoutLine(lines, at)));
    case "title":
    case "heading":
      return headingMarks(lines);
    default:
      return lines.flatMap((line, at) =>
        isOption(lines, at)
          ? [withoutLine(lines, at)]
          : [
              ...quoteMarks(line),
              ...signatureMarks(line, withoutLine(lines, at)),
              ...definitionMarks(line, lines[at - 1]),
              ...indentMarks(line, lines[at - 1], text),
            ],
      );
  }
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/[^\n\r]+/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
    text: line,
  }));
}

/** Whether a line is an option of the directive above it: ":class: tip". */
function isOption(lines: readonly Line[], at: number): boolean {
  let above = at;
  while (/^[ \t>]*:[\w-]+:(?:[ \t]|$)/.test(lines[above]?.text ?? "")) above -= 1;
  return above < at && /^[ \t>]*(?::{3,}|`{3,}|~{3,})[ \t]*\{[\w:-]+\}/.test(lines[above]?.text ?? "");
}

/** A line with the line break behind it, or before it where it is the last. */
function withoutLine(lines: readonly Line[], at: number): TextRange {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]];
  const { start = 0, end = 0 } = line ?? {};
  return next === undefined ? { start: before?.end ?? start, end } : { start, end: next.start };
}

/** Nested quotes have several. */
function quoteMarks({ start, text }: Line): TextRange[] {
  const marks = /^(?:[ \t]{0,3}>)+ ?/.exec(text)?.[0] ?? "";
  return marks === "" ? [] : [{ start, end: start + marks.length }];
}

/** What a definition begins with, below its term. */
function definitionMarks({ start, text }: Line, above: Line | undefined): TextRange[] {
  const [mark = ""] = /^ {0,3}:[ \t]+(?=\S)/.exec(text) ?? [];
  // Below a table or a formula it is their caption.
  return mark === "" || /(?:^|[|$}])[ \t]*$/u.test(above?.text ?? "") ? [] : [{ start, end: start + mark.length }];
}

const blockOpening = /^[ \t]*(?:[-*+:>][ \t]|\d{1,9}[.)][ \t]|\(?[a-z\d]{1,3}\)[ \t]|[|<#`~!?:=])/u;

/** What sets a line in that only goes on with the line above it. */
function indentMarks({ start, text: line }: Line, above: Line | undefined, text: string): TextRange[] {
  const [indent = ""] = /^[ \t]+(?=\S)/.exec(line) ?? [];
  if (indent === "" || above === undefined || above.text.trim() === "" || blockOpening.test(line)) return [];
  const isNext = /^(?:\r\n|\n|\r)$/.test(text.slice(above.end, start));
  return isNext ? [{ start, end: start + indent.length }] : [];
}

/** Of lines that say how the text around them is shown: ":::" whole, of ":::tip[Title]" all but the title. */
function signatureMarks({ start, end, text }: Line, whole: TextRange): TextRange[] {
  const signature = signatureOf(text);
  if (signature === undefined) return [];
  if (signature.before >= text.length) return [whole];
  return [
    { start, end: start + signature.before },
    { start: end - signature.after, end },
  ];
}

/** Of code whose fence another part of it has, the one that is there. */
function fences(lines: readonly Line[], textEnd: number): TextRange[] {
  const [first, second] = lines;
  const last = lines.at(-1);
  const content = lines.find((_, at) => at > 0 && !isOption(lines, at)) ?? second;
  const opening =
    first !== undefined && /^[ \t>]*(?:`{3,}[^`]*|~{3,}.*)$/.test(first.text)
      ? [{ start: first.start, end: content?.start ?? textEnd }]
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
function tableMarks(line: Line, whole: TextRange): TextRange[] {
  const [quote = { start: line.start, end: line.start }] = quoteMarks(line);
  const row = line.text.slice(quote.end - line.start);
  // The row below the head, and a head that programs leave empty.
  if (/^[ \t|:-]+$/.test(row) && /[-|]/.test(row)) return [whole];
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
