import { smallPrintMark } from "../../shown/small-print-mark.ts";
import { mostQuoteLines } from "../near-lines.ts";
import type { FoundCitation } from "./citations-in-text.ts";
import type { QuoteClaim } from "./claim.ts";
import { quoteInBlock } from "./quote-in-block.ts";
import { quotesBeside } from "./quotes-beside.ts";

const quoteMark = /^\s*>\s?/;
/** Lines that a terminal prints around a passage: a score, its parts, and where else the words are found. */
const figures = /^\p{L}+ -?\d+\.\d{4}$|^[\w-]+\s+-?\d+\.\d{4} = .+ × -?\d+\.\d+(?: \(.+\))?$/u;
const otherCitations =
  /^\p{L}[\p{L} ]{0,30} [a-z0-9-]+:\d+(?:-\d+|[a-z]{0,3})(?:, [a-z0-9-]+:\d+(?:-\d+|[a-z]{0,3}))*$/iu;
const answeringSentence = /^\p{L}[\p{L} ]{0,30}: »(.*)«$/u;

/**
 * The words that are quoted near each citation of a line: in quote marks beside it; for the first one also as a block
 * quote above or below it, as messages have it, or indented below it, as terminals have it.
 * @param isCitation whether a line has a citation of its own
 */
export function quotesNear(
  lines: readonly string[],
  at: number,
  citations: readonly FoundCitation[],
  isCitation: (line: number) => boolean,
): QuoteClaim[][] {
  return quotesBeside(lines, at, citations, isCitation).map((readings, position) => {
    if (readings.length > 0) return [shown(readings)];
    // A line that lists other places of the same words is followed by no quote of those places.
    if (otherCitations.test((lines[at] ?? "").trim())) return [];
    if (position > 0) return [];
    const placed = quotedByPlace(lines, at, isCitation);
    const quote = placed.length > 0 || citations.length > 1 ? undefined : quoteInBlock(lines, at, isCitation);
    return quote === undefined ? placed : [shown([quote])];
  });
}

function quotedByPlace(lines: readonly string[], at: number, isCitation: (line: number) => boolean): QuoteClaim[] {
  const above = blockQuoteAbove(lines, at);
  if (above.length > 0) return [shown([above.join("\n")])];
  const indented = followingLines(lines, at, isCitation, /^ {4,}\S/);
  if (indented.length > 0) return indentedQuote(indented);
  const below = blockQuotesBelow(lines, at, isCitation);
  if (below.length > 0) return [shown(below)];
  const copied = copiedAbove(lines, at, isCitation);
  return copied === undefined ? [] : [shown([copied])];
}

function shown(readings: readonly string[]): QuoteClaim {
  return { readings, compared: "shown" };
}

/** A line in bold, such as a title, may stand between the quote and its citation; where that is alone on its line, a blank one. */
function blockQuoteAbove(lines: readonly string[], at: number): string[] {
  const isAlone = /^[^\p{L}\p{N}]*\S+[^\p{L}\p{N}]*$/u.test(lines[at] ?? "") && !quoteMark.test(lines[at + 1] ?? "");
  const above = lines[at - 1] ?? "";
  const isBetween = /^\*\*/.test(above) || (isAlone && above.trim() === "");
  const end = isBetween ? at - 1 : at;
  let start = end;
  while (end - start <= mostQuoteLines && quoteMark.test(lines[start - 1] ?? "")) start--;
  return lines.slice(start, end).map((line) => line.replace(quoteMark, ""));
}

function followingLines(
  lines: readonly string[],
  at: number,
  isCitation: (line: number) => boolean,
  form: RegExp,
): string[] {
  const following: string[] = [];
  for (let next = at + 1; following.length <= mostQuoteLines && form.test(lines[next] ?? ""); next++) {
    const line = (lines[next] ?? "").trim();
    // Lines that list other places of the words contain citations as well.
    if (isCitation(next) && !otherCitations.test(line)) break;
    following.push(line);
  }
  return following;
}

/** The sentence that answers begins a line of its own; a line of the quote may look the same, or like a line around it. */
function indentedQuote(lines: readonly string[]): QuoteClaim[] {
  const quoted = lines.filter(
    (line) => !figures.test(line) && !otherCitations.test(line) && !line.startsWith(`${smallPrintMark} `),
  );
  // If every line looks like one of the lines around a quote, they are all part of the quote.
  const words = quoted.length === 0 ? lines : quoted;
  const readings = [words, lines].flatMap((read) =>
    read.flatMap((_, at) => {
      const [, sentence] = answeringSentence.exec(read.slice(at).join(" ")) ?? [];
      return sentence === undefined ? [] : [{ before: read.slice(0, at).join(" "), sentence }];
    }),
  );
  const whole = shown([words.join(" "), lines.join(" "), ...readings.map(({ before }) => before)]);
  if (readings.length === 0) return [whole];
  return [whole, { readings: readings.map(({ sentence }) => sentence), compared: "part" }];
}

/** If neighbouring passages are quoted as well, each has a line in small print above it that says so. */
function blockQuotesBelow(lines: readonly string[], at: number, isCitation: (line: number) => boolean): string[] {
  const own: string[] = [];
  const labelled: string[] = [];
  for (let line = at + 1; line < lines.length && !isCitation(line); line++) {
    if (!quoteMark.test(lines[line] ?? "")) continue;
    const isLabelled = /^-# /.test(lines[line - 1] ?? "") && line - 1 !== at;
    let end = line;
    while (quoteMark.test(lines[end] ?? "")) end++;
    const block = lines.slice(line, end).map((quoted) => quoted.replace(quoteMark, ""));
    if (isLabelled && block.length <= mostQuoteLines) {
      labelled.push(...block.map((_, first) => block.slice(first).join("\n")));
    }
    if (!isLabelled) own.push(block.join("\n"));
    // What stands right behind it may be the next citation.
    line = end - 1;
  }
  return own.length > 0 ? own : labelled;
}

/** A message that was copied as it is seen has lost its marks: the quote stands between the numbered line and this one. */
function copiedAbove(lines: readonly string[], at: number, isCitation: (line: number) => boolean): string | undefined {
  let start = at;
  while (start > 0 && !isCitation(start - 1) && !/^\d{1,3} · /.test(lines[start - 1] ?? "")) start--;
  const quote = lines.slice(start, at).join("\n").trim();
  return start > 0 && !isCitation(start - 1) && quote !== "" ? quote : undefined;
}
