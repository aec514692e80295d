import { type Line, textOf } from "./lines.ts";

/** Heads and feet stand among so many lines at the top and at the bottom. */
const frameLines = 2;
/** In points: how far a head may stand higher or lower on another page. */
const maxShift = 12;
const minRepeats = 3;

const pageNumber =
  /^(?:[-–—|·\s]*(?:\d{1,4}|[ivxlc]{1,6})[-–—|·\s]*|(?:seite|page|s\.|p\.)\s*\d{1,4}(?:\s*(?:von|of|\/)\s*\d{1,4})?|\d{1,4}\s*(?:von|of|\/)\s*\d{1,4})$/iu;

export type FrameRule = "running-head" | "page-number";

/** Which lines repeat from page to page, digits aside, or number the page; by line. */
export function findPageFrames(pages: readonly (readonly Line[])[]): ReadonlyMap<Line, FrameRule> {
  const candidates = pages.map((lines) => outermost(lines));
  const frames = new Map<Line, FrameRule>();
  const heights = new Map<string, number[]>();
  for (const lines of candidates) {
    for (const line of lines) {
      const known = heights.get(wordsOf(line));
      if (known === undefined) heights.set(wordsOf(line), [line.y]);
      else known.push(line.y);
    }
  }
  const needed = pages.length <= minRepeats ? 2 : minRepeats;
  for (const lines of candidates) {
    for (const line of lines) {
      const peers = heights.get(wordsOf(line)) ?? [];
      const text = textOf(line);
      if (pageNumber.test(text)) frames.set(line, "page-number");
      else if (isRepeated(peers, line.y, needed)) frames.set(line, "running-head");
    }
  }
  return frames;
}

function isRepeated(heights: readonly number[], height: number, needed: number): boolean {
  let near = 0;
  for (const other of heights) {
    if (Math.abs(other - height) <= maxShift) near += 1;
    if (near >= needed) return true;
  }
  return false;
}

/** The highest and the lowest lines of a page. */
function outermost(lines: readonly Line[]): Line[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  if (byHeight.length <= frameLines) return byHeight;
  return [...new Set([...byHeight.slice(0, frameLines), ...byHeight.slice(-frameLines)])];
}

function wordsOf(line: Line): string {
  return textOf(line).replace(/\d+/gu, "#").replace(/\s+/gu, " ").toLowerCase();
}
