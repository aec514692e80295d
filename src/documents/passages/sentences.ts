import { languageByCode } from "../../analysis/languages.ts";
import type { LanguageCode, TextRange } from "../document.ts";
import { abbreviationKind, beginsSentence, isMonth } from "./abbreviations.ts";

/** A longer block of code is cut between its lines. */
const longBlockChars = 600;
/** How far around a full stop the text is examined: no abbreviation, number or opening is longer. */
const nearChars = 40;

/** A run of stops with what closes after it, marks of notes too, or a line that begins with a bullet or a number. */
const candidates = /[.!?…]+(?:\[\d{1,3}\]|["'”“»«’‘)\]¹²³⁰⁴-⁹])*|\n[ \t]*(?=(?:[-*+•–]|\d{1,3}[.)])[ \t])/gu;
/** A line of a form or of minutes: "Beginn: 19 Uhr". */
const label = /(?:\*\*|__)?\p{Lu}[\p{L}\p{N}./ -]{0,30}:(?:\*\*|__)?[ \t]/u;
const candidatesAndLabels = new RegExp(`${candidates.source}|\\n[ \\t]*(?=${label.source})`, "gu");
const beginsWithLabel = new RegExp(`^${label.source}`, "u");

/**
 * The sentences of a text, as adjoining ranges that cover it; white space belongs to the
 * sentence before it. Where the text begins with a label, each line that has one is a sentence of its own.
 * @param offset is added to every range: where the text begins in a longer one.
 */
export function sentencesOf(text: string, language: LanguageCode, offset = 0): TextRange[] {
  const sentences: TextRange[] = [];
  let start = 0;
  for (const match of text.matchAll(beginsWithLabel.test(text) ? candidatesAndLabels : candidates)) {
    const after = match.index + match[0].length;
    const end = afterSpace(text, after);
    // A bullet's own line break is the space that ends the sentence before it.
    const isBoundary =
      match[0].startsWith("\n") || (end > after && endsSentence(text, match.index, after, end, language));
    if (!isBoundary || end >= text.length || text.slice(start, match.index).trim() === "") continue;
    sentences.push({ start: start + offset, end: end + offset });
    start = end;
  }
  if (start < text.length) sentences.push({ start: start + offset, end: text.length + offset });
  return sentences;
}

/** The rows of a table, or the lines of anything else that is no prose, ranged like sentences. */
export function linesAsSentences(text: string, offset = 0): TextRange[] {
  const lines: TextRange[] = [];
  let start = 0;
  for (const match of text.matchAll(/(?:\r\n|\n|\r)\s*/g)) {
    const end = match.index + match[0].length;
    lines.push({ start: start + offset, end: end + offset });
    start = end;
  }
  if (start < text.length) lines.push({ start: start + offset, end: text.length + offset });
  return lines;
}

/** The blocks of code between its blank lines, ranged like sentences; a line of its own where one is long. */
export function blocksOfCode(text: string, offset = 0): TextRange[] {
  const blocks: TextRange[] = [];
  let start = 0;
  const close = (end: number): void => {
    const lines = end - start > longBlockChars ? linesAsSentences(text.slice(start, end), start + offset) : undefined;
    blocks.push(...(lines ?? [{ start: start + offset, end: end + offset }]));
    start = end;
  };
  for (const match of text.matchAll(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)\s*/g)) close(match.index + match[0].length);
  if (start < text.length) close(text.length);
  return blocks;
}

function afterSpace(text: string, from: number): number {
  let end = from;
  while (end < text.length && /\s/.test(text.charAt(end))) end += 1;
  return end;
}

/** A file, an option, an identifier: such a name begins a sentence in lower case, too. */
const name = /^(?:--?\p{L}|@\p{L}|\p{L}[\p{L}\p{N}-]*(?:[._/:]+[\p{L}\p{N}-]+)+(?=\s)|\p{Ll}+\p{Lu}\p{L}*(?=\s))/u;

function endsSentence(text: string, stop: number, after: number, next: number, language: LanguageCode): boolean {
  const following = text.slice(next, next + nearChars);
  const opening = /^["'„“”‚‘»«›([–—-]*\s*/u.exec(following)?.[0] ?? "";
  const word = /^[\p{L}\p{M}]+/u.exec(following.slice(opening.length))?.[0] ?? "";
  const begins = beginsSentence(word.toLowerCase(), language);
  const first = following.charAt(opening.length);
  if (first === "" || (isLower(first) && !name.test(following))) return false;

  const mark = text.slice(stop, after);
  if (/[!?]/.test(mark)) return true;
  if (/^(?:…|\.\.)/u.test(mark)) return !/[\s([]/.test(text.charAt(stop - 1)) || begins;
  if (/["'”“»«’‘]/u.test(mark)) return true;

  const before = lastWord(text, stop);
  if (/^(?:\d{1,3}|\d{1,2}\.\d{1,2})$/.test(before))
    return endsAfterNumber(text, stop - before.length, first, word, begins, language);
  // "200 W.": a unit.
  if (/^\p{L}$/u.test(before) && /\d[ \u00a0\u202f]?\p{L}$/u.test(text.slice(Math.max(0, stop - 3), stop))) return true;
  if (/^[IVXLC]{1,6}$/.test(before)) return begins;
  // "z. B.": the stop after the second letter belongs to the first one's abbreviation.
  if (/^\p{L}$/u.test(before)) return begins && !/\p{L}\.\s$/u.test(text.slice(Math.max(0, stop - 5), stop - 1));
  const kind = abbreviationKind(before.toLowerCase(), language, /\d/.test(first));
  return kind === "none" || (kind === "maybe-last" && begins);
}

/** An ordinal or a date ("19. Juni", "1. 2. 2023", "im 21. Jahrhundert") against a count ("Es waren 12."). */
function endsAfterNumber(
  text: string,
  numberStart: number,
  first: string,
  word: string,
  begins: boolean,
  language: LanguageCode,
): boolean {
  if (text.slice(Math.max(0, numberStart - nearChars), numberStart).trim() === "") return false;
  if (/\n[ \t]*$/.test(text.slice(Math.max(0, numberStart - nearChars), numberStart))) return false;
  if (isMonth(word.toLowerCase(), language) || /\d/.test(first)) return false;
  // The last group of an account or a telephone number.
  if (/\d[ \u00a0\u202f]$/.test(text.slice(Math.max(0, numberStart - 2), numberStart))) return true;
  return languageByCode(language).ordinalsEndInStop !== true || begins;
}

function lastWord(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - nearChars), end);
  return /[^\s("'„“”‚‘»«›[\]/–—-]+$/u.exec(near)?.[0] ?? "";
}

function isLower(char: string): boolean {
  return char !== char.toUpperCase() && char === char.toLowerCase();
}
