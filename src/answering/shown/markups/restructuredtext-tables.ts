import type { InlineMark } from "../inline-marks.ts";
import { barMarks, betweenCells, type Line, withoutLine } from "./lines.ts";

const gridRule = /^[ \t]*\+(?:[-=:]+\+)+[ \t]*$/;
const gridRow = /^[ \t]*\|.*\|[ \t]*$/u;
/** Between cells, and where a cell goes on over several rows or columns. */
const gridBar = /[ \t]*(?:\||\+(?:[-=]+\+)+)[ \t]*/g;
const simpleRule = /^[ \t]*(?:=+(?:[ \t]+=+)+|-+(?:[ \t]+-+)+)[ \t]*$/;
const listRow = /^[ \t]*[*+-][ \t]+[*+-](?:[ \t]+|$)/;

/** Marks of the tables of a quote, and the numbers of the lines that they are made of. */
export function tableMarks(lines: readonly Line[]): { marks: InlineMark[]; rows: ReadonlySet<number> } {
  const marks: InlineMark[] = [];
  const rows = new Set<number>();
  const filled = lines.flatMap(({ text }, at) => (text.trim() === "" ? [] : [at]));
  const has = (pattern: RegExp): boolean => lines.some(({ text }) => pattern.test(text));
  if (has(gridRule) || filled.every((at) => gridRow.test(lines[at]?.text ?? ""))) {
    for (const at of filled) {
      const line = lines[at];
      if (line === undefined || !(gridRule.test(line.text) || gridRow.test(line.text))) continue;
      rows.add(at);
      marks.push(...(gridRule.test(line.text) ? [withoutLine(lines, at)] : barMarks(line, gridBar)));
    }
    if (!has(simpleRule)) return { marks, rows };
  }
  if (has(simpleRule)) addSimpleTables(lines, filled, { marks, rows });
  else if (listRow.test(lines[0]?.text ?? "")) addListTable(lines, { marks, rows });
  else if (rows.size === 0) addValues(lines, filled, { marks, rows });
  return { marks, rows };
}

interface Found {
  readonly marks: InlineMark[];
  readonly rows: Set<number>;
}

/** Columns stand below the parts of a rule. */
function addSimpleTables(lines: readonly Line[], filled: readonly number[], { marks, rows }: Found): void {
  const rules = filled.filter((at) => simpleRule.test(lines[at]?.text ?? ""));
  let [first = 0] = rules;
  let last = rules.at(-1) ?? first;
  // Pandoc has the head above the first rule, and no last one.
  while (/^ *-/.test(lines[rules[0] ?? 0]?.text ?? "") && first > 0 && lines[first - 1]?.text.trim() !== "") first -= 1;
  while (rules.length === 1 && last + 1 < lines.length && lines[last + 1]?.text.trim() !== "") last += 1;
  // The first line of a quote has lost what set it in.
  const rule = lines[rules.find((at) => at > 0) ?? first];
  const starts = [...(rule?.text ?? "").matchAll(/(?<=[ \t])[=-]/g)]
    .map(({ index }) => index)
    .slice(rule?.indent === 0 ? 0 : 1);
  for (const at of filled.filter((row) => row >= first && row <= last && !rows.has(row))) {
    const line = lines[at];
    if (line === undefined) continue;
    rows.add(at);
    if (simpleRule.test(line.text)) marks.push(withoutLine(lines, at));
    // The first line of a quote has lost what set it in, so that its columns stand elsewhere.
    else if (at === 0) marks.push(...wideGaps(line));
    else marks.push(...gapsBefore(line, starts));
  }
}

function wideGaps({ start, text }: Line): InlineMark[] {
  return [...text.trimEnd().matchAll(/[ \t]{2,}/g)].map(({ 0: gap, index }) => ({
    start: start + index,
    end: start + index + gap.length,
    shows: betweenCells,
  }));
}

function gapsBefore({ start, text }: Line, columns: readonly number[]): InlineMark[] {
  const end = text.trimEnd().length;
  return columns.flatMap((column, at) => {
    if (column >= end) return [];
    const cell = text.slice(column, columns[at + 1]);
    const before = text.slice(columns[at - 1] ?? 0, column);
    const gap = before.length - before.trimEnd().length;
    if (gap === 0) return [];
    // An empty cell keeps its place between two bars.
    const behind = cell.trim() === "" ? 0 : cell.length - cell.trimStart().length;
    return [{ start: start + column - gap, end: start + column + behind, shows: betweenCells }];
  });
}

/** "* - first cell", "  - second cell", and what they go on in. */
function addListTable(lines: readonly Line[], { marks, rows }: Found): void {
  const indent = lines.slice(1).find(({ text }) => listRow.test(text))?.indent ?? 0;
  const cellIndent = lines
    .slice(1)
    .find(({ text }) => /^[ \t]*[*+-](?:[ \t]|$)/.test(text) && !listRow.test(text))?.indent;
  for (const [at, line] of lines.entries()) {
    const { start, end, text } = line;
    const isFirst = at === 0 || (line.indent === indent && listRow.test(text));
    if (!isFirst && text.trim() !== "" && line.indent <= indent) break;
    rows.add(at);
    const before = lines[at - 1]?.end ?? start;
    const bullet = /^[ \t]*(?:[*+-][ \t]+)?/.exec(text)?.[0].length ?? 0;
    if (text.trim() === "") marks.push({ start: before, end });
    else if (isFirst) marks.push({ start, end: start + (listRow.exec(text)?.[0].length ?? 0) });
    else if (line.indent === cellIndent && /^[ \t]*[*+-](?:[ \t]|$)/.test(text)) {
      marks.push({ start: before, end: start + Math.max(bullet, line.indent + 1), shows: betweenCells });
    } else marks.push({ start: before, end: start + line.indent, shows: " " });
  }
}

/** Values between commas, in quotes where they hold some themselves; options may stand below the first row. */
function addValues(lines: readonly Line[], filled: readonly number[], { marks, rows }: Found): void {
  for (const at of filled) {
    const line = lines[at];
    if (line === undefined) continue;
    const { start, text } = line;
    rows.add(at);
    if (/^[ \t]*:[\w-]+:/.test(text)) marks.push(withoutLine(lines, at));
    else if (at > 0 && text.trim() !== "")
      marks.push({
        start: lines[at - 1]?.text.trim() === "" ? (lines[at - 2]?.end ?? start) : start,
        end: start + line.indent,
        shows: lines[at - 1]?.text.trim() === "" ? "\n" : "",
      });
    for (const { 0: found, index } of text.matchAll(/""|"|,[ \t]*(?=(?:[^"]*"[^"]*")*[^"]*$)/g)) {
      const shows = found.startsWith(",")
        ? betweenCells
        : found === '""' && !/(?:^|,[ \t]*)$/.test(text.slice(0, index))
          ? '"'
          : "";
      marks.push({ start: start + index, end: start + index + found.length, shows });
    }
  }
}
