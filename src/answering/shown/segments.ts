import type { ParagraphKind, TextRange } from "../../documents/document.ts";
import { isProseDirective } from "../../documents/parsers/markdown/directives.ts";

/** A stretch of a quote in Markdown that is one kind of block. */
export interface Segment extends TextRange {
  readonly kind: ParagraphKind;
}

const fence = /^[ \t>]*(`{3,}|~{3,})[^`]*$/;
const htmlTable = /^[ \t>]*<table[\s>]/i;
/** Of the tables of pandoc: "+---+---+", and columns below "---- ----". */
const gridRule = /^[ \t>]*\+(?:[-=:]+\+)+[ \t]*$/;
const columnRule = /^ {0,3}-{2,}(?: +-{2,})+ *$/;
const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$/;

/** Whether a table is one of pandoc's, drawn in lines or in columns. */
export function isPandocTable(text: string): boolean {
  return text.split(/[\n\r]+/).some((line) => gridRule.test(line) || columnRule.test(line));
}

/** The blocks of a quote, which may hold several paragraphs: code and tables apart from text. They adjoin and cover it. */
export function segmentsOf(text: string, kind: ParagraphKind): Segment[] {
  const whole = [{ start: 0, end: text.length, kind }];
  if (kind === "title" || kind === "heading" || kind === "caption") return whole;
  const lines = [...text.matchAll(/[^\n]*(?:\n|$)/g)].filter(({ 0: line }) => line !== "");
  const textOf = (at: number): string => (lines[at]?.[0] ?? "").replace(/[\r\n]+$/, "");
  const startOf = (at: number): number => lines[at]?.index ?? text.length;
  const blocks: Segment[] = [];
  /** Fences that are open, of directives that set text apart. */
  const prose: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const opened = fence.exec(textOf(at))?.[1];
    const isProse = opened !== undefined && isProseDirective(textOf(at).replace(/^[ \t>]*[`~]+/, ""));
    if (opened !== undefined && (isProse || prose.some((own) => closes(textOf(at), own)))) {
      if (isProse) prose.push(opened);
      else prose.pop();
      continue;
    }
    // The last part of a long block of code may have only the closing fence.
    if (opened !== undefined && at < lines.length - 1) {
      let end = at + 1;
      while (end < lines.length && !closes(textOf(end), opened)) end++;
      blocks.push({ start: startOf(at), end: startOf(end + 1), kind: "code" });
      at = end;
    } else if (kind === "table" && htmlTable.test(textOf(at))) {
      let end = at;
      while (end < lines.length - 1 && !/<\/table\s*>/i.test(textOf(end))) end++;
      const close = /^.*<\/table\s*>/iu.exec(textOf(end))?.[0].length ?? textOf(end).length;
      blocks.push({ start: startOf(at), end: startOf(end) + close, kind: "table" });
      at = end;
    } else if (kind === "table" && (gridRule.test(textOf(at)) || columnRule.test(textOf(at)))) {
      const isBelowHead = columnRule.test(textOf(at)) && at > 0 && textOf(at - 1).trim() !== "";
      let end = at;
      while (textOf(end).trim() !== "") end++;
      blocks.push({ start: startOf(isBelowHead ? at - 1 : at), end: startOf(end), kind: "table" });
      at = end - 1;
    } else if (at > 0 && textOf(at - 1).includes("|") && textOf(at).includes("|") && delimiterRow.test(textOf(at))) {
      let end = at + 1;
      while (textOf(end).includes("|")) end++;
      blocks.push({ start: startOf(at - 1), end: startOf(end), kind: "table" });
      at = end - 1;
    }
  }
  // Code that is indented, and a later part of a table, have no mark of their own.
  if (kind !== "text" && !blocks.some((block) => block.kind === kind)) return whole;
  return withText(blocks, text.length);
}

function closes(line: string, opened: string): boolean {
  const [, marks] = fence.exec(line) ?? [];
  return marks?.startsWith(opened) === true && /^[ \t>]*[`~]+[ \t]*$/.test(line);
}

function withText(blocks: readonly Segment[], end: number): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const block of blocks) {
    if (block.start > from) segments.push({ start: from, end: block.start, kind: "text" });
    segments.push(block);
    from = block.end;
  }
  if (from < end) segments.push({ start: from, end, kind: "text" });
  return segments;
}
