import { type Line, textOf } from "./lines.ts";
import type { TableRow } from "./table-rows.ts";
import { type FoundTable, tableFrom } from "./tables.ts";

/** Lines that belong together: of a paragraph, or the rows of a table. */
export interface LineGroup {
  readonly lines: readonly Line[];
  readonly isTable: boolean;
  /** Of a table, where they are known better than by its lines. */
  readonly rows?: readonly TableRow[];
  /** That of most of its characters. */
  readonly size: number;
}

/** Fewer consecutive lines with gaps are not a table. */
const minTableRows = 3;
/** In the distances of the rows before: rows farther apart are another table's. */
const tableGap = 1.9;
const otherSize = 0.12;
/** The lines of a paragraph are set alike but for a rounding. */
const sameType = 0.04;
const widerLeading = 1.3;
/** In sizes of the type: of most letters, and of those of typewriters. */
const charWidth = 0.45;
const wideChar = 0.6;
/** In sizes of the type: narrower ones are no columns of text. */
const minColumn = 12;
/** In sizes of the type. */
const indent = 0.8;
const looseLeading = 1.8;
/** In widths of the column. */
const shortLine = 0.85;
/** In points: lines that begin this close to each other are in one column. */
const columnStep = 24;

const sentenceEnd = /[.!?:…]["'”“»«’)\]]*$/u;
const bullet = /^[•▪◦‣●○■□☐☒☑➢➔✓]/u;
const enumerator = /^(?:[-–—*]|\(?(?:\d{1,3}|[a-z])[.)])\s/iu;
/** A number alone begins an item where the lines below it hang in. */
const bareNumber = /^(?:\d{1,3}\s*|[ivx]{1,5}\s+)\p{Lu}/u;
const raisedNumber = /^[¹²³⁴-⁹⁰]+\s?[\p{Lu}\p{N}]/u;
/** The mark of a note in front of its words. */
const noteMark = /^(?:\[(\d{1,3})\]\s|[*∗†‡]{1,2}\s?)["'„“»«(]?[\p{L}\p{N}]/u;

/** Groups a page's lines, in the order of its content, to paragraphs and tables. */
export function groupLines(lines: readonly Line[]): LineGroup[] {
  const leading = usualLeading(lines);
  const rights = columnRights(lines);
  const groups: LineGroup[] = [];
  let paragraph: Line[] = [];
  const end = () => {
    if (paragraph.length > 0) groups.push({ lines: paragraph, isTable: false, size: sizeOf(paragraph) });
    paragraph = [];
  };
  for (let i = 0; i < lines.length; i += 1) {
    const table = tableAt(lines, i);
    if (table !== undefined) {
      end();
      groups.push({ ...table, isTable: true, size: sizeOf(table.lines) });
      i += table.lines.length - 1;
      continue;
    }
    const line = lines[i];
    const previous = paragraph.at(-1);
    if (line === undefined) break;
    if (previous !== undefined && beginsParagraph(line, previous, paragraph, leading, rights)) end();
    paragraph.push(line);
  }
  end();
  return groups;
}

/** Whether a paragraph goes on where a page or a column begins: its words break off in the middle of a sentence. */
export function goesOn(last: LineGroup, next: LineGroup): boolean {
  const [before, after] = [last.lines.at(-1), next.lines[0]];
  if (before === undefined || after === undefined || last.isTable || next.isTable) return false;
  if (!isSameSize(last.size, next.size) || sentenceEnd.test(textOf(before))) return false;
  if (/^["'„“»«(]?\p{Ll}/u.test(textOf(after))) return true;
  // A heading is no longer than a line, and ends without a full stop.
  const isText = next.lines.length > 1 || sentenceEnd.test(textOf(after));
  const right = Math.max(...last.lines.map(({ endX }) => endX));
  return last.lines.length > 1 && isText && breaksOff(before, after, right);
}

/** Whether a line ends because the next word, with a capital letter or of figures, found no room in it. */
function breaksOff(line: Line, next: Line, right: number): boolean {
  const [text, after] = [textOf(line), textOf(next)];
  if (sentenceEnd.test(text) || bullet.test(after) || enumerator.test(after) || bareNumber.test(after)) return false;
  if (isOtherType(line, next)) return false;
  return !hasRoom(line, next, right, charWidth) && right - line.x > minColumn * line.size;
}

/** Whether the first word of the next line had found room in a line. */
function hasRoom(line: Line, next: Line, right: number, width: number): boolean {
  const wordChars = /^\S+/u.exec(textOf(next))?.[0].length ?? 0;
  return line.endX + (wordChars + 1) * width * line.size <= right;
}

function isOtherType(line: Line, other: Line): boolean {
  return Math.abs(line.size - other.size) > line.size * sameType;
}

function beginsParagraph(
  line: Line,
  previous: Line,
  paragraph: readonly Line[],
  leading: number,
  rights: ReadonlyMap<number, number>,
): boolean {
  if (!isSameSize(line.size, previous.size)) return true;
  const [text, before] = [textOf(line), textOf(previous)];
  const isEnded = sentenceEnd.test(before);
  const down = previous.y - line.y;
  const right = rights.get(columnOf(previous)) ?? previous.endX;
  const goesOnAbove = paragraph.length > 1 && breaksOff(previous, line, right);
  if (down <= 0) return isEnded || !(/^\p{Ll}/u.test(text) || goesOnAbove);
  if (down > Math.max(leading, line.size) * widerLeading) return true;
  if (bullet.test(text)) return true;
  if (isEnded && raisedNumber.test(text) && raisedNumber.test(firstText(paragraph))) return true;
  if (isNextNote(text, paragraph)) return true;
  const isItem = bullet.test(firstText(paragraph)) || enumerator.test(firstText(paragraph));
  if (isHangingItem(line, text, previous, paragraph)) return true;
  // Words that break off go on, wherever the next line begins.
  if (!isEnded && (/\p{L}[-\u2010\u00ad]$/u.test(before) || /^\p{Ll}/u.test(text)) && !enumerator.test(text))
    return false;
  const isShort = previous.endX - previous.x < (right - previous.x) * shortLine;
  if (enumerator.test(text) && (isEnded || isShort || isItem)) return true;
  const isLong = line.endX - line.x > (right - line.x) * shortLine;
  if (isShort && isLong && isOtherType(line, previous) && hasRoom(previous, line, right, wideChar)) return true;
  // The lines below the first one hang in; where lines are written from right to left, nobody can tell where they begin.
  const mayHang = paragraph.length === 1 && (isItem || (!isEnded && !hasRoom(previous, line, right, charWidth)));
  const isLeftwards = line.parts.length === 0 && !isEnded;
  if (line.x - previous.x > line.size * indent && !mayHang && !isLeftwards) return true;
  return isEnded && isShort;
}

/** Whether a line begins with the mark of a note that follows the one with which the paragraph begins. */
function isNextNote(text: string, paragraph: readonly Line[]): boolean {
  const [mark, number] = noteMark.exec(text) ?? [];
  const [first, firstNumber] = noteMark.exec(firstText(paragraph)) ?? [];
  if (mark === undefined || first === undefined) return false;
  return firstNumber === undefined
    ? number === undefined || number === "1"
    : Number(number) === Number(firstNumber) + 1;
}

/** Whether a line begins where the paragraph's first one does and the others do not: the next item. */
function isHangingItem(line: Line, text: string, previous: Line, paragraph: readonly Line[]): boolean {
  const [first] = paragraph;
  if (first === undefined || !/^["'„“»«(]?[\p{Lu}\p{N}]/u.test(text)) return false;
  const isOut = previous.x - line.x > line.size * indent && Math.abs(line.x - first.x) <= line.size * indent;
  if (isOut && paragraph.length > 1) return true;
  // Numbers count on from item to item.
  const [number, next] = [Number.parseInt(firstText(paragraph), 10), Number.parseInt(text, 10)];
  return (
    bareNumber.test(text) &&
    bareNumber.test(firstText(paragraph)) &&
    next === number + 1 &&
    sentenceEnd.test(textOf(previous))
  );
}

function firstText(paragraph: readonly Line[]): string {
  const [first] = paragraph;
  return first === undefined ? "" : textOf(first);
}

function tableAt(lines: readonly Line[], from: number): FoundTable | { readonly lines: readonly Line[] } | undefined {
  const wide = wideRowsAt(lines, from);
  const found = tableFrom(lines, from);
  if (found !== undefined && found.lines.length > wide.length && !isPart(found, lines, from)) return found;
  return wide.length >= minTableRows ? { lines: wide } : undefined;
}

/** Whether a table of lines with wide gaps begins in it and goes on behind it. */
function isPart(found: FoundTable, lines: readonly Line[], from: number): boolean {
  return found.lines.some((_, i) => {
    const { length } = wideRowsAt(lines, from + i);
    return length >= minTableRows && i + length > found.lines.length;
  });
}

/** Lines with wide gaps; a distance that no two rows before have ends them. */
function wideRowsAt(lines: readonly Line[], from: number): Line[] {
  const rows: Line[] = [];
  let widest = 0;
  for (let i = from; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined || line.cells.length < 2) break;
    const down = (rows.at(-1)?.y ?? line.y) - line.y;
    if (rows.length > 1 && down > Math.max(widest * tableGap, line.size * looseLeading)) break;
    widest = Math.max(widest, down);
    rows.push(line);
  }
  return rows;
}

/** The most frequent distance between two lines of text. */
function usualLeading(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  let [usual, most] = [0, 0];
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (next === undefined) break;
    const down = Math.round((line.y - next.y) * 2) / 2;
    if (down <= 0 || down > line.size * looseLeading || !isSameSize(line.size, next.size)) continue;
    const count = (counts.get(down) ?? 0) + 1;
    counts.set(down, count);
    if (count > most) [usual, most] = [down, count];
  }
  return usual;
}

/** How far to the right the lines reach that begin at about the same place. */
function columnRights(lines: readonly Line[]): ReadonlyMap<number, number> {
  const rights = new Map<number, number>();
  for (const line of lines) {
    for (const column of [columnOf(line) - 1, columnOf(line), columnOf(line) + 1]) {
      rights.set(column, Math.max(rights.get(column) ?? line.endX, line.endX));
    }
  }
  return rights;
}

function columnOf(line: Line): number {
  return Math.round(line.x / columnStep);
}

function sizeOf(lines: readonly Line[]): number {
  const chars = new Map<number, number>();
  let [size, most] = [0, -1];
  for (const line of lines) {
    const count = (chars.get(line.size) ?? 0) + textOf(line).length;
    chars.set(line.size, count);
    if (count > most) [size, most] = [line.size, count];
  }
  return size;
}

function isSameSize(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(a, b) * otherSize;
}
