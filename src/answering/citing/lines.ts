import type { Passage, TextEncoding, TextRange } from "../../documents/document.ts";

/** Lines of a text, from 1; the last one is the line of the range's last character. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

const lineBreak = /\r\n|\n|\r/g;

/** The lines that a range stands on, as an editor counts them. */
export function lineRangeOf(text: string, { start, end }: TextRange): LineRange {
  const first = 1 + countBreaks(text.slice(0, start));
  return { first, last: first + countBreaks(text.slice(start, Math.max(start, end - 1))) };
}

/** Where the lines of a plain-text file end: after each line feed, and after each carriage return, which may have one. */
export interface LineEnds {
  /** In bytes, ascending. */
  readonly ends: Uint32Array;
  /** Bytes of a code unit. */
  readonly unit: 1 | 2;
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** Line breaks are the same in every encoding that is read, and no byte of another character is one of them. */
export function lineEndsOf(file: Uint8Array, encoding: TextEncoding): LineEnds {
  const unit = encoding === "utf-16le" ? 2 : 1;
  const ends: number[] = [];
  let before = 0;
  for (let at = 0; at + unit <= file.length; at += unit) {
    const code = unit === 1 ? (file[at] ?? 0) : (file[at] ?? 0) + 256 * (file[at + 1] ?? 0);
    if (code === carriageReturn || (code === lineFeed && before !== carriageReturn)) ends.push(at + unit);
    before = code;
  }
  return { ends: Uint32Array.from(ends), unit };
}

/** The lines that a range of the file's bytes stands on; half-open, and it begins and ends with a line or inside of one. */
export function lineRangeOfBytes({ ends, unit }: LineEnds, { start, end }: Passage["bytes"]): LineRange {
  return { first: 1 + countUpTo(ends, start), last: 1 + countUpTo(ends, Math.max(start, end - unit)) };
}

function countUpTo(ends: Uint32Array, most: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countBreaks(text: string): number {
  return text.match(lineBreak)?.length ?? 0;
}
