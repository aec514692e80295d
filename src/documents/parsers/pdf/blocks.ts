import type { ExtractedBlock } from "../extracted-document.ts";
import { hyphenatedWords, joinLines } from "./join-lines.ts";
import { type Line, textOf } from "./lines.ts";
import { findPageFrames } from "./page-frame.ts";
import { goesOn, groupLines, type LineGroup } from "./paragraphs.ts";

/** Type so much larger than that of the text is a heading's. */
const headingSize = 1.12;
const maxHeadingChars = 250;
const maxLevels = 6;

interface Placed {
  group: LineGroup;
  readonly page: number;
}

/**
 * The paragraphs of all pages. One that goes on over the end of a page has the page on which it begins, and stands
 * before that page's foot.
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
    const body = (bodies[i] ?? []).map(({ group }) => blockOf(group, page, levelOf(group), hyphenated));
    return [...blocksWhere(true), ...body, ...blocksWhere(false)];
  });
}

function placedOn(page: number, lines: readonly Line[]): Placed[] {
  return groupLines(lines).map((group) => ({ group, page }));
}

function joinOverPages(bodies: readonly Placed[][]): void {
  let last: Placed | undefined;
  for (const body of bodies) {
    const first = body[0];
    if (last !== undefined && first !== undefined && last.page === first.page - 1 && goesOn(last.group, first.group)) {
      last.group = { ...last.group, lines: [...last.group.lines, ...first.group.lines] };
      body.shift();
    }
    last = body.at(-1) ?? last;
  }
}

function blockOf(
  { lines, isTable }: LineGroup,
  page: number,
  level: number | undefined,
  hyphenated: ReadonlySet<string>,
): ExtractedBlock {
  if (isTable) return { text: lines.map(({ cells }) => cells.join(" | ")).join("\n"), kind: "table", page };
  const text = joinLines(lines.map(textOf), hyphenated);
  return level === undefined || text.length > maxHeadingChars ? { text, page } : { text, kind: "heading", level, page };
}

/** Tells headings by the size of their type: 1 is the largest of the document. */
function headingLevels(placed: readonly Placed[]): (group: LineGroup) => number | undefined {
  const chars = new Map<number, number>();
  for (const { group } of placed) {
    const size = rounded(group.size);
    const length = group.lines.reduce((sum, line) => sum + textOf(line).length, 0);
    chars.set(size, (chars.get(size) ?? 0) + length);
  }
  const [[text] = [0]] = [...chars].sort((a, b) => b[1] - a[1]);
  const larger = [...chars.keys()].filter((size) => size >= text * headingSize).sort((a, b) => b - a);
  const levels = new Map(larger.map((size, i) => [size, Math.min(i + 1, maxLevels)]));
  return ({ size, isTable }) => (isTable ? undefined : levels.get(rounded(size)));
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

function isInUpperHalf(line: Line, lines: readonly Line[]): boolean {
  let [top, bottom] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { y } of lines) [top, bottom] = [Math.max(top, y), Math.min(bottom, y)];
  return line.y > (top + bottom) / 2;
}
