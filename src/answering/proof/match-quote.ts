import type { TextRange } from "../../documents/document.ts";
import { sameWords } from "../citing/fingerprint.ts";
import type { QuoteClaim } from "./claims/claim.ts";

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

/**
 * Whether a quote is the passage that it is said to be from, or one of its sentences, or several that follow one another;
 * or whether it is cut and what is left is in the passage.
 * @param sentences of the passage, as ranges of it
 * @param asShown the passage's words, or a quote of them, as they are shown
 */
export function isQuoteOf(
  { readings, compared }: QuoteClaim,
  { text: passage, sentences }: { readonly text: string; readonly sentences: readonly TextRange[] },
  asShown: (words: string) => string,
): boolean {
  const passages = [passage, asShown(passage)];
  const pieces = sentences.map(({ start, end }) => passage.slice(start, end));
  if (compared === "exact") return readings.some((quote) => passages.includes(quote) || isRunOf(pieces, quote));
  const words = [...new Set(passages.map(comparable))];
  const meant = [...new Set([...readings.flatMap(undone), ...readings.map(asShown)].map(comparable))];
  if (meant.some((quote) => words.includes(quote))) return true;
  const shown = pieces.map((piece) => comparable(asShown(piece)));
  const verbatim = [pieces.map(comparable), shown, shown.map(withoutBullet)];
  if (verbatim.some((all) => meant.some((quote) => isRunOf(all, quote)))) return true;
  return meant.some((quote) => words.some((whole) => isPartOf(quote, whole, compared === "part")));
}

/** Whether a quote is one sentence, or several that follow one another. */
function isRunOf(sentences: readonly string[], quote: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(quote)) return false;
  return sentences.some((_, from) => {
    let rest = quote.trim();
    for (const sentence of sentences.slice(from).map((words) => words.trim())) {
      if (!rest.startsWith(sentence)) return false;
      rest = rest.slice(sentence.length).trimStart();
      if (rest === "") return true;
    }
    return false;
  });
}

/** An item of a list may be quoted without the sign before its words; a number says something. */
function withoutBullet(item: string): string {
  return item.replace(/^[-*+•–—·▪◦‣] (?=["'„“»«(]?\p{L})/u, "");
}

function isPartOf(quote: string, words: string, isPart: boolean): boolean {
  const rest = quote.replace(cutAtEnds, "");
  if (rest === quote && !isPart) return false;
  return /[\p{L}\p{N}]/u.test(rest) && words.includes(rest);
}

/** The possible originals of a shown quote: with its markup and escapes, and without. */
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
    .filter(([open, close]) => trimmed.startsWith(open) && trimmed.endsWith(close))
    .map(([open, close]) => trimmed.slice(open.length, -close.length));
}

/**
 * A text without what is lost or replaced where it is shown or copied: line breaks, controls, marks of direction, halves
 * of pairs, places where a word may be broken; letters with marks in one or in two, ligatures and their letters.
 */
function comparable(text: string): string {
  return sameWords(text.toWellFormed())
    .replace(/[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffd\u2400-\u2421]/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();
}
