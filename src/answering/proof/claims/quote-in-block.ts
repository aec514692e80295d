import type { TextRange } from "../../../documents/document.ts";
import { mostQuoteLines } from "../near-lines.ts";
import { markPairs, matching, typedMark } from "./quote-marks.ts";

const closes = new Map(markPairs);
/** A word in marks is called into question, or a title; words that somebody quotes end as a sentence does, or are cut. */
const sentence = /^(?:…|\.{3}|\[)?.*\p{L}.*\s.*(?:[.!?…]|\[…\]|\.{3})["'”“«»’)\]]*$/su;

/** What stands before a quote in its line: nothing, or what leads to it. A reference has its title amid others of its parts. */
const lead = /(?:^|\n)[\s*•–—-]*$|[:,]\s*$/u;

/**
 * The only quote in the block of text that a line with one citation stands in, where words stand between the two, or the
 * quote has its own line: "„Der Hafen ist alt.“ Das steht in hafen:7." Of several quotes nobody can tell which is meant.
 * Where the citation is alone on its line, the block above it counts too, if it has none of its own.
 * @param isCitation whether a line has a citation
 */
export function quoteInBlock(
  lines: readonly string[],
  at: number,
  isCitation: (line: number) => boolean,
): string | undefined {
  let start = at;
  while (isText(lines[start - 1]) && at - start < mostQuoteLines) start--;
  let end = at + 1;
  while (isText(lines[end]) && end - at < mostQuoteLines) end++;
  if (start === at && end === at + 1 && isAlone(lines[at] ?? "") && (lines[at - 1] ?? " ").trim() === "") {
    start = at - 1;
    while (isText(lines[start - 1]) && at - start < mostQuoteLines) start--;
  }
  const block = lines.slice(start, end);
  if (block.some((_, i) => start + i !== at && isCitation(start + i))) return undefined;
  const text = block.join("\n");
  const [quote, ...others] = quotesIn(text);
  if (quote === undefined || others.length > 0 || !lead.test(text.slice(0, quote.start - 1))) return undefined;
  const words = text.slice(quote.start, quote.end).trim();
  return sentence.test(words) ? words : undefined;
}

/** What stands in quote marks, without the quotes inside it; a mark that nothing closes makes all of it doubtful. */
function quotesIn(text: string): TextRange[] {
  const quotes: TextRange[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    const close = closes.get(mark);
    if (close === undefined && mark !== typedMark) continue;
    let end = close === undefined ? text.indexOf(typedMark, at + 1) : matching(text, at, 1, mark, close);
    // Keyboards have the low mark at best.
    if (end < 0 && mark === "„") end = matching(text, at, 1, mark, typedMark);
    if (end < 0) return [];
    quotes.push({ start: at + 1, end });
    at = end;
  }
  return quotes;
}

function isText(line: string | undefined): boolean {
  return line !== undefined && line.trim() !== "" && !/^(?: {4}|\t|\s*>|-# )/.test(line);
}

/** Whether a line has a citation and no more than a word before it, such as "Quelle:". */
function isAlone(line: string): boolean {
  return /^[^\p{L}\p{N}]*(?:\p{L}+:\s+)?\S+[^\p{L}\p{N}]*$/u.test(line);
}
