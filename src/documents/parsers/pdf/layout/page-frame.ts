import { browserFrame } from "./browser-frame.ts";
import { type Line, textOf } from "./lines.ts";
import { type Candidate, edgeRows, outermost } from "./page-edges.ts";

/** Heads and feet are expected within this many rows of the top and the bottom; small type may fill more. */
const frameRows = 2;
const deepPages = 0.5;
/** In points: how much the height of a head may vary between pages. */
const maxShift = 12;
const minRepeats = 3;
/** In sizes of the type: a whole sentence in the text's own type is text unless it stands so far from it. */
const sentenceApart = 3;
/** In sizes of the text's type. */
const smallType = 0.92;
/** On so many of the pages there is a head at the same height where each of them is looked at less closely. */
const slotPages = 0.6;

const labelled =
  /^[-–—|·\s]*(?:seite|page|blatt|s\.|p\.|pg\.)\s*(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:von|of|\/)\s*\d{1,4})?[-–—|·\s]*$/iu;
const outOf = /^[-–—|·\s]*(\d{1,4})\s*(?:von|of|\/)\s*\d{1,4}[-–—|·\s]*$/iu;
const bare = /^[-–—|·[\]()\s]*(\d{1,4}|[ivxlc]{1,7})[-–—|·[\]()\s]*$/iu;

export type FrameRule = "running-head" | "page-number";

/**
 * Which lines number the page, or repeat on other pages at the same place and differ in nothing but the page's own number;
 * by line. A number that counts on from page to page otherwise, as that of an invoice, is content, and so is a line that
 * the text goes on with.
 */
export function findPageFrames(pages: readonly (readonly Line[])[]): ReadonlyMap<Line, FrameRule> {
  const textSize = usualSize(pages);
  const candidates = withCompany(pages.flatMap((lines, i) => outermost(lines, i + 1)));
  const places = placesByKey(candidates);
  const slots = new Slots(candidates, places, pages.length);
  const frames = new Map<Line, FrameRule>(
    pages.flatMap((lines, i) =>
      browserFrame(lines, i + 1, pages.length).map((line) => [line, "running-head"] as const),
    ),
  );
  for (const candidate of candidates) {
    if (frames.has(candidate.line) || candidate.line.size > textSize * 1.3) continue;
    if (isPageNumber(candidate, places)) frames.set(candidate.line, "page-number");
    else if (isHead(candidate, places, slots, { textSize, pageCount: pages.length })) {
      frames.set(candidate.line, "running-head");
    }
  }
  // Where nothing else would be left, the lines are what the document says.
  const hasText = pages.some((lines) => lines.some((line) => !frames.has(line)));
  return hasText ? frames : new Map([...frames].filter(([, rule]) => rule === "page-number"));
}

interface Extent {
  readonly textSize: number;
  readonly pageCount: number;
}

function isHead(
  candidate: Candidate,
  places: ReadonlyMap<string, readonly Place[]>,
  slots: Slots,
  { textSize, pageCount }: Extent,
): boolean {
  const { line, page, inner, isSetOff, gap, depth } = candidate;
  const text = textOf(line);
  const isSmall = line.size <= textSize * smallType;
  const isDeep = depth >= frameRows;
  if ((isDeep && !(isSmall && isSetOff)) || !/[\p{L}\p{N}]{2}|…/u.test(text)) return false;
  const usual = pageCount <= minRepeats ? 2 : minRepeats;
  return keysOf(line, page).some((key, i) => {
    const near = placesNear(places.get(key) ?? [], line.y);
    const isNumbered = i > 0;
    // Elsewhere it may stand closer to a text that begins higher.
    const isOff = isSetOff || isMostlySetOff(near);
    if (!isOff && (breaksOff(text, inner) || isSentence(text) || !(isNumbered || isOfOtherType(candidate))))
      return false;
    if (isSentence(text) && !isSmall && (isNumbered || gap < line.size * sentenceApart)) return false;
    if (isDeep && pagesOf(near).size < pageCount * deepPages) return false;
    const needed = isOff && slots.isSlot(candidate) && !/\d{3}/.test(key) ? 2 : usual;
    return pagesOf(near).size >= needed || (isOff && isNumbered && slots.isMirrored(candidate));
  });
}

/** Whether a line is part of a sentence that goes on in the next, or began in the one before. */
function breaksOff(text: string, nearby: readonly Line[]): boolean {
  if (/^\p{Ll}/u.test(text) || /\p{L}[-\u2010\u00ad]$/u.test(text)) return true;
  return nearby.some((line) => /^\p{Ll}/u.test(textOf(line))) && !/[.!?:]$/u.test(text);
}

function isSentence(text: string): boolean {
  return /[.!?…]["'”“»«’)]*$/u.test(text) && text.split(/\s+/u).length >= 4;
}

/** Heights at which most pages have a head, of the book on one side and of the chapter on the other. */
class Slots {
  readonly #heads: readonly Candidate[];
  readonly #pageCount: number;

  constructor(candidates: readonly Candidate[], places: ReadonlyMap<string, readonly Place[]>, pageCount: number) {
    this.#pageCount = pageCount;
    this.#heads = candidates.filter((candidate) => candidate.isSetOff && isRepeated(candidate, places));
  }

  isSlot({ line }: Candidate): boolean {
    const pages = pagesOf(this.#at(line.y));
    return pages.size >= minRepeats && pages.size >= this.#pageCount * slotPages;
  }

  /** Whether the pages that face this one have a head at its height, with their number at the other end. */
  isMirrored({ line, page }: Candidate): boolean {
    const side = numberSide(line, page);
    if (side === undefined) return false;
    return this.#at(line.y).some((other) => {
      const otherSide = numberSide(other.line, other.page);
      return otherSide !== undefined && otherSide !== side && (other.page - page) % 2 !== 0;
    });
  }

  #at(height: number): readonly Candidate[] {
    return this.#heads.filter(({ line }) => Math.abs(line.y - height) <= maxShift / 4);
  }
}

function numberSide(line: Line, page: number): "left" | "right" | undefined {
  const text = textOf(line);
  if (new RegExp(`^${page}\\s+\\D`, "u").test(text)) return "left";
  return new RegExp(`\\D\\s+${page}$`, "u").test(text) ? "right" : undefined;
}

function isPageNumber({ line, page, isApart }: Candidate, places: ReadonlyMap<string, readonly Place[]>): boolean {
  const text = textOf(line);
  if (labelled.test(text) || outOf.test(text)) return true;
  const value = numberOf(bare.exec(text)?.[1]);
  if (value === undefined) return false;
  if (value === page && isApart) return true;
  return pagesOf(placesNear(places.get(bareKey(value - page)) ?? [], line.y)).size >= 2;
}

type Place = Pick<Candidate, "line" | "page" | "isSetOff">;

function placesByKey(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const candidate of candidates) {
    for (const key of keysOf(candidate.line, candidate.page)) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [candidate]);
      else known.push(candidate);
    }
  }
  return places;
}

/** Sets off what stands between the page's edge and another head: the first of two lines of a head. */
function withCompany(candidates: readonly Candidate[]): readonly Candidate[] {
  let known = candidates;
  for (let row = 1; row < edgeRows; row += 1) {
    const places = placesByKey(known);
    const heads = new Set(known.filter((it) => isOffHead(it, places)).map(({ line }) => line));
    known = known.map((it) =>
      it.isSetOff || it.inner.length === 0 || !it.inner.every((line) => heads.has(line))
        ? it
        : { ...it, isSetOff: true },
    );
  }
  return known;
}

function isOffHead(candidate: Candidate, places: ReadonlyMap<string, readonly Place[]>): boolean {
  const { line, page, isSetOff } = candidate;
  const isOther = isOfOtherType(candidate) && !isSentence(textOf(line));
  return keysOf(line, page).some((key) => {
    const near = placesNear(places.get(key) ?? [], line.y);
    return (isSetOff || isOther || isMostlySetOff(near)) && pagesOf(near).size >= 2;
  });
}

function isOfOtherType({ line, inner }: Candidate): boolean {
  return inner.every(({ size }) => Math.abs(size - line.size) > line.size * (1 - smallType));
}

function isMostlySetOff(places: readonly Place[]): boolean {
  return places.filter(({ isSetOff }) => isSetOff).length * 2 >= places.length;
}

function isRepeated({ line, page }: Candidate, places: ReadonlyMap<string, readonly Place[]>): boolean {
  return keysOf(line, page).some((key) => pagesOf(placesNear(places.get(key) ?? [], line.y)).size >= 2);
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

function placesNear(places: readonly Place[], height: number): readonly Place[] {
  return places.filter(({ line }) => Math.abs(line.y - height) <= maxShift);
}

function pagesOf(places: readonly { readonly page: number }[]): ReadonlySet<number> {
  return new Set(places.map(({ page }) => page));
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
