import type { TextRange } from "../document.ts";

/** A line longer than this is a paragraph of its own. */
const longLineChars = 100;
/** No hard-wrapped text is wider. */
const maxWrapWidth = 160;
/** How far a hard-wrapped line may fall short of the width with the next word on it. */
const raggedChars = 4;

/** Narrower blocks are lists of names and numbers, whose lines may end anywhere. */
const minWrapWidth = 40;
/** In widths of the block: a line so long is full where the next word had no room. */
const fullLine = 0.75;
/** Deeper than any line is indented: outside an item, no line belongs to one. */
const noItem = Number.POSITIVE_INFINITY;

const bullet = /^(?:[-*+•–—·▪◦‣]|\(?(?:\d{1,3}|\p{L})[.)])[ \t\u00a0]/u;
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const sentenceEnd = /[.!?…]["'”“»«’)\]]*$/u;

/**
 * The paragraphs of a plain text, as ranges without white space at either end, in order.
 * Blank lines separate blocks; a block is one paragraph where its lines are hard-wrapped, and one paragraph
 * a line where its lines are mostly long or end in sentence punctuation.
 */
export function paragraphsOf(text: string): TextRange[] {
  const paragraphs: TextRange[] = [];
  for (const block of blocksOf(text)) {
    const first = block[0];
    const last = block[block.length - 1];
    if (first === undefined || last === undefined) continue;
    if (block.length > 1 && hasParagraphPerLine(text, block)) {
      for (const paragraph of joinWrapped(text, block)) paragraphs.push(paragraph);
    } else {
      paragraphs.push({ start: first.start, end: last.end });
    }
  }
  return paragraphs;
}

/** Runs of lines that are not blank, each line trimmed. */
function blocksOf(text: string): TextRange[][] {
  const blocks: TextRange[][] = [];
  let block: TextRange[] = [];
  for (const line of linesOf(text)) {
    const trimmed = trimmedRange(text, line);
    if (trimmed.start < trimmed.end) {
      block.push(trimmed);
    } else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

function* linesOf(text: string): Generator<TextRange> {
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    yield { start, end: match.index };
    start = match.index + match[0].length;
  }
  yield { start, end: text.length };
}

/** The range without white space at either end; empty where there is nothing else. */
export function trimmedRange(text: string, range: TextRange): TextRange {
  const slice = text.slice(range.start, range.end);
  const start = range.start + (slice.length - slice.trimStart().length);
  return { start, end: Math.max(start, range.start + slice.trimEnd().length) };
}

function hasParagraphPerLine(text: string, block: readonly TextRange[]): boolean {
  const ended = block.filter((line) => sentenceEnd.test(text.slice(Math.max(line.start, line.end - 8), line.end)));
  if (ended.length * 2 > block.length) return true;
  if (isHardWrapped(text, block)) return false;
  const endedLines = new Set(ended);
  const alone = block.filter((line, i) => {
    const next = block[i + 1];
    return endedLines.has(line) || lengthOf(line) > longLineChars || (next !== undefined && isLineAbove(line, next));
  });
  return alone.length * 2 > block.length;
}

/** The lines of a block as paragraphs of their own, but for those that go on in the next line. */
function joinWrapped(text: string, block: readonly TextRange[]): TextRange[] {
  const width = block.reduce((widest, line) => Math.max(widest, lengthOf(line)), 0);
  const joined: TextRange[] = [];
  let itemColumn = noItem;
  for (const [i, line] of block.entries()) {
    const before = block[i - 1];
    const last = joined.at(-1);
    const words = beginOf(text, line);
    if (
      before !== undefined &&
      last !== undefined &&
      !bullet.test(words) &&
      (columnOf(text, line) > itemColumn || goesOn(text, before, words, width))
    ) {
      joined[joined.length - 1] = { start: last.start, end: line.end };
      continue;
    }
    itemColumn = bullet.test(words) ? columnOf(text, line) : noItem;
    joined.push(line);
  }
  return joined;
}

/** Whether a sentence goes on in a line that begins with these words: only there lines begin in lower case. */
function goesOn(text: string, before: TextRange, words: string, width: number): boolean {
  if (lengthOf(before) > longLineChars && width > maxWrapWidth) return false;
  const end = text.slice(Math.max(before.start, before.end - 40), before.end);
  if (sentenceEnd.test(end)) return false;
  if (/^["'„“”‚‘»«(]?\p{Ll}/u.test(words)) return true;
  if (/\p{L}-$/u.test(end)) return true;
  // Where the next word had no room, and the line is long enough to be prose.
  const next = /^\S+/u.exec(words)?.[0].length ?? 0;
  const isFull = lengthOf(before) + 1 + next > width;
  return (
    width >= minWrapWidth &&
    width <= maxWrapWidth &&
    isFull &&
    lengthOf(before) >= width * fullLine &&
    /[\p{L}\p{N},]$/u.test(end)
  );
}

function beginOf(text: string, line: TextRange): string {
  return text.slice(line.start, Math.min(line.end, line.start + maxWrapWidth));
}

/** How far a line is indented, a tab counting as one character. */
function columnOf(text: string, line: TextRange): number {
  let column = 0;
  while (line.start - column > 0 && /[^\S\n\r\v\f\u0085\u2028\u2029]/.test(text.charAt(line.start - column - 1)))
    column += 1;
  return column;
}

/** A line far shorter than the next one was broken off on purpose, as a heading or a label is. */
function isLineAbove(line: TextRange, next: TextRange): boolean {
  return lengthOf(line) * 2 < lengthOf(next);
}

/** Whether each line break stands where the next word had no room left. */
function isHardWrapped(text: string, block: readonly TextRange[]): boolean {
  const width = block.reduce((widest, line) => Math.max(widest, lengthOf(line)), 0);
  if (width > maxWrapWidth) return false;
  const breaks = block.slice(0, -1);
  const full = breaks.filter((line, i) => {
    const next = block[i + 1];
    return next !== undefined && lengthOf(line) + 1 + firstWordLength(text, next) + raggedChars > width;
  });
  return full.length >= breaks.length * 0.8;
}

function firstWordLength(text: string, line: TextRange): number {
  const word = /^\S+/.exec(text.slice(line.start, Math.min(line.end, line.start + maxWrapWidth)));
  return word === null ? 0 : word[0].length;
}

function lengthOf(range: TextRange): number {
  return range.end - range.start;
}
