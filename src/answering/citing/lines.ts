import type { TextRange } from "../../documents/document.ts";

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

function countBreaks(text: string): number {
  return text.match(lineBreak)?.length ?? 0;
}
