import type { Paragraph } from "../document.ts";
import { breaksOff, endsAsLeadIn, isBoldLine, isItem, isNameOfItem, isQuestionLine } from "./lead-ins.ts";
import { maxPassageChars } from "./long-paragraphs.ts";

/** A shorter paragraph says too little on its own. */
const shortChars = 80;

/** A longer paragraph, and one of several sentences, says something, whatever it opens. */
const maxOpeningChars = 120;
/** What a program puts in when it makes the page. */
const template = /^\{\{[^{}]*\}\}$/u;
/** A picture of Markdown whose words are no more than its name. */
const nameOfPicture = /^!\[\s*\S*(?:\s+\S+){0,2}\s*\]\([^()]*\)$/u;
const bareAddress = /^(?:[-*+•] +)?<?https?:\/\/[^\s<>]+>?$/iu;

/** Several paragraphs that follow one another, or a single one. */
export type Unit = readonly [Paragraph, ...Paragraph[]];

/**
 * The paragraphs of a document that can be cited, in units that one can read by themselves: neighbours of one section
 * stay together where the first opens the list, table or code that follows, or where one of them is short, as long as
 * they have no more than 1,000 characters together.
 * @param sectionChars paragraphs of one section stay together up to so many characters, whatever they are; none where absent
 */
export function unitsOf(text: string, paragraphs: readonly Paragraph[], sectionChars = 0): Unit[] {
  const units: [Paragraph, ...Paragraph[]][] = [];
  for (const [i, paragraph] of paragraphs.entries()) {
    const unit = units.at(-1);
    if (unit !== undefined && isJoined(text, unit, paragraph, paragraphs[i + 1], sectionChars)) unit.push(paragraph);
    else units.push([paragraph]);
  }
  return units;
}

function isJoined(
  text: string,
  unit: Unit,
  paragraph: Paragraph,
  next: Paragraph | undefined,
  sectionChars: number,
): boolean {
  const last = unit.at(-1) ?? unit[0];
  if (!isNeighbour(last, paragraph) || charsOf(unit[0], paragraph) > maxPassageChars) return false;
  if (charsOf(unit[0], paragraph) <= sectionChars) return true;
  if (opens(text, last, paragraph)) return true;
  const isShort = charsOf(paragraph, paragraph) < shortChars;
  // A line that opens something stays with what it opens, and what it has opened is not joined any further.
  const opensNext = next !== undefined && isNeighbour(paragraph, next) && opens(text, paragraph, next);
  if (opensNext && unit.some((one, i) => opens(text, one, unit[i + 1] ?? paragraph))) return false;
  if (opensNext && charsOf(unit[0], next) > maxPassageChars && charsOf(paragraph, next) <= maxPassageChars)
    return false;
  if (charsOf(unit[0], last) < shortChars) return true;
  return isShort && !(opensNext && charsOf(paragraph, next) <= maxPassageChars);
}

function charsOf(first: Paragraph, last: Paragraph): number {
  return last.range.end - first.range.start;
}

/** Whether nothing stands between two paragraphs, no heading and no page break either. */
function isNeighbour(a: Paragraph, b: Paragraph): boolean {
  return (
    b.number === a.number + 1 &&
    a.kind !== "caption" &&
    b.kind !== "caption" &&
    a.page === b.page &&
    a.headings.length === b.headings.length &&
    a.headings.every((range, i) => range.start === b.headings[i]?.start)
  );
}

/** Whether a paragraph opens the one below it. */
function opens(text: string, { kind, range, depth = 0, isLabel }: Paragraph, below: Paragraph): boolean {
  if (isLabel === true) return (below.depth ?? 0) > depth;
  if (kind !== "text") return false;
  const words = text.slice(range.start, range.end);
  const isAbove = below.kind === "code" || below.kind === "table" || (below.depth ?? 0) > depth;
  if (isAbove && breaksOff(words)) return true;
  if (isNameOfItem(words)) {
    return (
      below.kind === "text" && (below.depth ?? 0) >= depth && !isItem(text.slice(below.range.start, below.range.end))
    );
  }
  if (endsAsLeadIn(words)) return below.kind !== "text" || (below.depth ?? 0) > depth || words.length < shortChars;
  return below.kind === "text" && (isBoldLine(words) || isQuestionLine(words));
}

/** Whether a paragraph is nothing but addresses, one a line. */
function isBareAddresses(words: string): boolean {
  return words.split(/[\n\r]+/u).every((line) => bareAddress.test(line.trim()));
}

/**
 * Whether a unit says anything by itself. Bare addresses do not, nor do lines that only open or head what follows,
 * which are shown together with that.
 */
export function saysSomething(text: string, unit: Unit): boolean {
  const [only, ...others] = unit;
  const words = text.slice(only.range.start, only.range.end);
  if (others.length > 0) return true;
  if (only.kind === "caption") return !nameOfPicture.test(words);
  if (only.kind !== "text") return true;
  if (only.isLabel === true || isBoldLine(words) || isBareAddresses(words) || template.test(words)) return false;
  return words.length > maxOpeningChars || /[.!?]\s/u.test(words) || !endsAsLeadIn(words);
}
