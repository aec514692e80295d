import type { ExtractedBlock } from "../../extracted-document.ts";
import { rowsOf } from "./columns.ts";
import { hyphenatedWords, joinLines } from "./join-lines.ts";
import { type Line, textOf } from "./lines.ts";
import { type Placed, takeNotes } from "./notes.ts";
import { findPageFrames } from "./page-frame.ts";
import { goesOn, groupLines, type LineGroup } from "./paragraphs.ts";
import { splitTable } from "./split-tables.ts";
import type { TableRow } from "./table-rows.ts";

/** Type larger than the text's by this factor belongs to a heading. */
const headingSize = 1.12;
const maxHeadingChars = 250;
const maxLevels = 6;
/** A figure set large, such as the number of a chapter or of a page, is no words to stand under. */
const figure = /^\W*\d{1,3}\W*$/u;

/**
 * The paragraphs of all pages. One that goes on over the end of a page has the page on which it begins and where it
 * goes on, and stands before that page's notes and foot.
 */
export function blocksOfPages(pages: readonly (readonly Line[])[]): ExtractedBlock[] {
  const frames = findPageFrames(pages);
  const hyphenated = hyphenatedWords(pages.flat().map(textOf));
  const bodies = pages.map((lines, i) =>
    placedOn(
      i + 1,
      lines.filter((line) => !frames.has(line)),
    ),
  );
  const textSize = usualSize(bodies.flat());
  const notes = bodies.map((body) => takeNotes(body, textSize));
  joinOverPages(bodies);
  const levelOf = headingLevels(bodies.flat());
  return pages.flatMap((lines, i) => {
    const page = i + 1;
    const frame = lines.flatMap((line) => {
      const rule = frames.get(line);
      const block = { text: textOf(line), kind: "boilerplate", page } as const;
      return rule === undefined ? [] : [{ block: { ...block, rule }, isHead: isInUpperHalf(line, lines) }];
    });
    const blocksWhere = (isHead: boolean) => frame.filter((it) => it.isHead === isHead).map(({ block }) => block);
    const body = (bodies[i] ?? []).map((placed) => blockOf(placed, levelOf(placed.group), hyphenated));
    // No heading of the text's own size is the last on its page.
    const last = body.at(-1);
    if (last !== undefined && last.kind === undefined && body.length > 1)
      body[body.length - 1] = { ...last, kind: "text" };
    const feet = (notes[i] ?? []).map((placed) => blockOf(placed, undefined, hyphenated));
    return [...blocksWhere(true), ...body, ...feet, ...blocksWhere(false)];
  });
}

function placedOn(page: number, lines: readonly Line[]): Placed[] {
  return groupLines(lines).map((group) => ({ group, page, breaks: [] }));
}

function joinOverPages(bodies: readonly Placed[][]): void {
  let last: Placed | undefined;
  let lastPage = 0;
  for (const [i, body] of bodies.entries()) {
    const page = i + 1;
    const first = body[0];
    if (last !== undefined && first !== undefined && lastPage === page - 1 && goOnWith(last, first, page)) {
      body.shift();
      lastPage = page;
    }
    if (body.length > 0) [last, lastPage] = [body.at(-1), page];
  }
}

/** @returns whether the first one goes on with the other. */
function goOnWith(last: Placed, { group }: Placed, page: number): boolean {
  if (goesOn(last.group, group)) {
    last.breaks.push({ lines: last.group.lines.length, page });
    last.group = { ...last.group, lines: [...last.group.lines, ...group.lines] };
    return true;
  }
  const table = splitTable(last.group, group);
  if (table === undefined) return false;
  last.breaks.push({ lines: table.rowsBefore, page });
  last.group = table.group;
  return true;
}

function blockOf(
  { group: { lines, isTable, rows }, page, breaks }: Placed,
  level: number | undefined,
  hyphenated: ReadonlySet<string>,
): ExtractedBlock {
  if (isTable) {
    const rowOf = (row: TableRow) =>
      row
        .map((cell) => joinLines(cell, hyphenated))
        .join(" | ")
        .trimEnd();
    const text = rows === undefined ? rowsOf(lines) : rows.map(rowOf).join("\n");
    const rowStart = (row: number) => text.split("\n", row).join("\n").length + 1;
    const pageBreaks = breaks.map((it) => ({ at: rowStart(it.lines), page: it.page }));
    return { text, kind: "table", page, ...(pageBreaks.length === 0 ? {} : { pageBreaks }) };
  }
  const texts = lines.map(textOf);
  const text = joinLines(texts, hyphenated);
  const pageBreaks = breaks.map(({ lines: count, page: next }) => ({
    at: commonLength(text, joinLines(texts.slice(0, count), hyphenated)),
    page: next,
  }));
  // What is filled in is no heading.
  const isForm = lines.some(({ isFilledIn }) => isFilledIn);
  const own = {
    text,
    page,
    ...(isForm ? { kind: "text" as const } : {}),
    ...(pageBreaks.length === 0 ? {} : { pageBreaks }),
  };
  return level === undefined || isForm || text.length > maxHeadingChars ? own : { ...own, kind: "heading", level };
}

/** How many characters two texts begin with alike. */
function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) length += 1;
  return length;
}

function usualSize(placed: readonly Placed[]): number {
  const [[text] = [0]] = [...charsBySize(placed)].sort((a, b) => b[1] - a[1]);
  return text;
}

function charsBySize(placed: readonly Placed[]): Map<number, number> {
  const chars = new Map<number, number>();
  for (const { group } of placed) {
    const size = rounded(group.size);
    const length = group.lines.reduce((sum, line) => sum + textOf(line).length, 0);
    chars.set(size, (chars.get(size) ?? 0) + length);
  }
  return chars;
}

/** Tells headings by the size of their type: 1 is the largest of the document. */
function headingLevels(placed: readonly Placed[]): (group: LineGroup) => number | undefined {
  const chars = charsBySize(placed.filter(({ group }) => !isFigure(group)));
  const text = usualSize(placed);
  const larger = [...chars.keys()].filter((size) => size >= text * headingSize).sort((a, b) => b - a);
  const levels = new Map(larger.map((size, i) => [size, Math.min(i + 1, maxLevels)]));
  return (group) => (group.isTable || isFigure(group) ? undefined : levels.get(rounded(group.size)));
}

function isFigure({ lines: [first, ...rest] }: LineGroup): boolean {
  return first !== undefined && rest.length === 0 && figure.test(textOf(first));
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

function isInUpperHalf(line: Line, lines: readonly Line[]): boolean {
  let [top, bottom] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { y } of lines) [top, bottom] = [Math.max(top, y), Math.min(bottom, y)];
  return line.y > (top + bottom) / 2;
}
