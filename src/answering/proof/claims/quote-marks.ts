/** Marks that open a quote, with those that close it where texts are set with care. */
export const markPairs: readonly (readonly [open: string, close: string])[] = [
  ["„", "“”"],
  ["“", "”"],
  ["»", "«"],
  ["«", "»"],
];

/** Straight quotation marks have no direction: nothing tells which opens and which closes. */
export const typedMark = '"';

/**
 * The other end of the quote that a mark ends or begins, quotes inside it passed over.
 * @param same marks that go further in, each of which needs one of `other` to come out again
 * @returns -1 where there is none
 */
export function matching(text: string, from: number, step: 1 | -1, same: string, other: string): number {
  let depth = 1;
  for (let at = from + step; at >= 0 && at < text.length; at += step) {
    const mark = text.charAt(at);
    if (same.includes(mark)) depth++;
    else if (other.includes(mark) && --depth === 0) return at;
  }
  return -1;
}
