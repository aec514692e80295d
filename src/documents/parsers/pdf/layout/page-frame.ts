import { type Line, textOf } from "./lines.ts";

/** Heads and feet are expected within this many lines of the top and the bottom. */
const frameLines = 2;
/** In points: how much the height of a head may vary between pages. */
const maxShift = 12;
const minRepeats = 3;
/** In sizes of the type: a number without a word, on one page only, is that page's where it stands so far from the text. */
const apart = 1.8;

const labelled =
  /^[-–—|·\s]*(?:seite|page|blatt|s\.|p\.|pg\.)\s*(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:von|of|\/)\s*\d{1,4})?[-–—|·\s]*$/iu;
const outOf = /^[-–—|·\s]*(\d{1,4})\s*(?:von|of|\/)\s*\d{1,4}[-–—|·\s]*$/iu;
const bare = /^[-–—|·[\]()\s]*(\d{1,4}|[ivxlc]{1,7})[-–—|·[\]()\s]*$/iu;

export type FrameRule = "running-head" | "page-number";

interface Candidate {
  readonly line: Line;
  /** From 1. */
  readonly page: number;
  readonly isApart: boolean;
}

/**
 * Which lines number the page, or repeat on other pages and differ in nothing but the page's own number; by line. A
 * number that counts on from page to page otherwise, as that of an invoice, is content.
 */
export function findPageFrames(pages: readonly (readonly Line[])[]): ReadonlyMap<Line, FrameRule> {
  const textSize = usualSize(pages);
  const candidates = pages.flatMap((lines, i) => outermost(lines, i + 1));
  const places = placesByKey(candidates);
  const needed = pages.length <= minRepeats ? 2 : minRepeats;
  const frames = new Map<Line, FrameRule>();
  for (const candidate of candidates) {
    const { line, page } = candidate;
    if (line.size > textSize * 1.3) continue;
    if (isPageNumber(candidate, places)) frames.set(line, "page-number");
    else if (keysOf(line, page).some((key) => isRepeated(places.get(key) ?? [], line.y, needed))) {
      frames.set(line, "running-head");
    }
  }
  // Where nothing else would be left, the lines are what the document says.
  const hasText = pages.some((lines) => lines.some((line) => !frames.has(line)));
  return hasText ? frames : new Map([...frames].filter(([, rule]) => rule === "page-number"));
}

function isPageNumber({ line, page, isApart }: Candidate, places: ReadonlyMap<string, readonly Place[]>): boolean {
  const text = textOf(line);
  if (labelled.test(text) || outOf.test(text)) return true;
  const value = numberOf(bare.exec(text)?.[1]);
  if (value === undefined) return false;
  if (value === page && isApart) return true;
  return isRepeated(places.get(bareKey(value - page)) ?? [], line.y, 2);
}

interface Place {
  readonly page: number;
  readonly y: number;
}

function placesByKey(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const { line, page } of candidates) {
    for (const key of keysOf(line, page)) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [{ page, y: line.y }]);
      else known.push({ page, y: line.y });
    }
  }
  return places;
}

/**
 * What a line has in common with its like on other pages: its words, with the page's number left open where it may be
 * one. A head's number may count from elsewhere where it stands apart from the words, as in a journal.
 */
function keysOf(line: Line, page: number): string[] {
  const text = plain(textOf(line));
  const keys = [text];
  const bareValue = numberOf(bare.exec(text)?.[1]);
  if (bareValue !== undefined) keys.push(bareKey(bareValue - page));
  for (const match of text.matchAll(/(?<![\p{L}\p{N}.,])\d{1,4}(?![\p{L}\p{N}]|[.,]\d)/gu)) {
    if (Number(match[0]) !== page) continue;
    keys.push(`${text.slice(0, match.index)}#${text.slice(match.index + match[0].length)}`);
  }
  for (const end of [0, line.cells.length - 1]) {
    const value = line.cells.length < 2 ? undefined : numberOf(/^(\d{1,4})$/.exec(line.cells[end] ?? "")?.[1]);
    if (value === undefined) continue;
    const others = line.cells.filter((_, i) => i !== end);
    keys.push(`${plain(others.join(" "))} #${value - page}`);
  }
  return keys;
}

function bareKey(offset: number): string {
  return `#${offset}`;
}

function isRepeated(places: readonly Place[], height: number, needed: number): boolean {
  const pages = new Set<number>();
  for (const { page, y } of places) {
    if (Math.abs(y - height) <= maxShift) pages.add(page);
    if (pages.size >= needed) return true;
  }
  return false;
}

/** The highest and the lowest lines of a page. */
function outermost(lines: readonly Line[], page: number): Candidate[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  const gap = (i: number, k: number): number => Math.abs((byHeight[i]?.y ?? 0) - (byHeight[k]?.y ?? 0));
  return byHeight.flatMap((line, i) => {
    const isTop = i < frameLines;
    if (!isTop && i < byHeight.length - frameLines) return [];
    const inner = isTop && i * 2 < byHeight.length ? i + 1 : i - 1;
    const isAlone = byHeight[inner] === undefined;
    return [{ line, page, isApart: isAlone || gap(i, inner) > line.size * apart }];
  });
}

/** The size of most of the letters. */
function usualSize(pages: readonly (readonly Line[])[]): number {
  const chars = new Map<number, number>();
  for (const line of pages.flat()) {
    const size = Math.round(line.size * 2) / 2;
    chars.set(size, (chars.get(size) ?? 0) + textOf(line).length);
  }
  return [...chars].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function numberOf(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  if (/^\d+$/.test(digits)) return Number(digits);
  const values = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  let [sum, before] = [0, 0];
  for (const letter of [...digits.toLowerCase()].reverse()) {
    const value =
      letter === "i"
        ? values.i
        : letter === "v"
          ? values.v
          : letter === "x"
            ? values.x
            : letter === "l"
              ? values.l
              : values.c;
    sum += value < before ? -value : value;
    before = value;
  }
  return sum;
}

function plain(text: string): string {
  return text.replace(/\s+/gu, " ").trim().toLowerCase();
}
