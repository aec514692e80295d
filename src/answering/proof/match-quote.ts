import type { QuoteClaim } from "./claim.ts";

/** `equal`: it is the whole passage; `part`: it is cut, and the rest stands in the passage. */
export type QuoteMatch = "equal" | "part" | "different";

const cutMark = "(?:\\[?…\\]?|\\[?\\.\\.\\.\\]?)";
const cutAtEnds = new RegExp(`^${cutMark}\\s*|\\s*${cutMark}$`, "gu");
const quoteMarks: readonly (readonly [string, string])[] = [
  ["»", "«"],
  ["«", "»"],
  ["„", "“"],
  ["„", "”"],
  ["“", "”"],
  ['"', '"'],
  ["‚", "‘"],
  ["‘", "’"],
];

/** Compares a quote with the passage that it is said to be from. */
export function matchQuote({ readings, compared }: QuoteClaim, passage: string): QuoteMatch {
  if (compared === "exact") return readings.includes(passage) ? "equal" : "different";
  const words = comparable(passage);
  const meant = [...new Set(readings.flatMap(undone).map(comparable))];
  if (meant.includes(words)) return "equal";
  return meant.some((quote) => isPartOf(quote, words, compared === "part")) ? "part" : "different";
}

function isPartOf(quote: string, words: string, isPart: boolean): boolean {
  const rest = quote.replace(cutAtEnds, "");
  if (rest === quote && !isPart) return false;
  return /[\p{L}\p{N}]/u.test(rest) && words.includes(rest);
}

/** What a shown quote may have been: with its marks and escapes, or without. */
function undone(quote: string): string[] {
  const withoutBold = quote.replace(/(\\[^0-9A-Za-z\s])|\*\*/gu, (_mark, kept?: string) => kept ?? "");
  const plain = [quote, withoutBold, unescaped(quote), unescaped(withoutBold)];
  return [...plain, ...plain.flatMap(withoutQuoteMarks)];
}

function unescaped(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/gu, "$1");
}

function withoutQuoteMarks(text: string): string[] {
  const trimmed = text.trim();
  return quoteMarks
    .filter(([open, close]) => trimmed.length > 2 && trimmed.startsWith(open) && trimmed.endsWith(close))
    .map(([open, close]) => trimmed.slice(open.length, -close.length));
}

/** A text without what is lost or replaced where it is shown: line breaks, controls, marks of direction, halves of pairs. */
function comparable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\u0085]+/gu, " ")
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd\u2400-\u2421]/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();
}
