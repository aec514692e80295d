import { looksLikeBody, looksLikeHeading } from "../boilerplate/headings.ts";
import type { Paragraph } from "../document.ts";
import {
  announcesBlock,
  goesOn,
  isAboutText,
  isBetween,
  isClosing,
  isSalutation,
  leadsElsewhere,
  refersBack,
} from "./discourse.ts";
import { breaksOff, endsAsLeadIn, isBoldLine, isFirstItem, isItem, isNameOfItem, isQuestionLine } from "./lead-ins.ts";
import { maxPassageChars } from "./long-paragraphs.ts";
import { isBareLink, isListOfLinks, isListOfPages, isOfOtherPage } from "./page-links.ts";
import { hidesCode } from "./shown-code.ts";

/** A shorter paragraph says too little on its own. */
const shortChars = 80;

/** A longer paragraph, and one of several sentences, says something, whatever it opens. */
const maxOpeningChars = 120;
/** A shorter line that ends in a colon, "The dialog appears:", says nothing without what it opens. */
const minInstructionChars = 60;
/** "Example:", "Mögliche Werte:". */
const maxNameChars = 25;
/** A longer sentence is not only there for the code below it. */
const maxStepChars = 200;
/** So much of a paragraph tells what it is. */
const maxOpenedChars = 300;
/** What a program puts in when it makes the page. */
const template = /^\{\{[^{}]*\}\}$/u;
/** A picture of Markdown whose words are no more than its name. */
const nameOfPicture = /^!\[\s*(?:\S*(?:\s+\S+){0,2}|[^\s.!?:\]]+(?:\s+[^\s.!?:\]]+){0,7})\s*\]\([^()]*\)$/u;
const countedLines = /^(?:\d{1,2}[.)]?\s+)+\d{1,2}[.)]?$/u;
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
  /** Up to here paragraphs belong to a list that is shown whole. */
  let wholeTo = -1;
  for (const [i, paragraph] of paragraphs.entries()) {
    const unit = units.at(-1);
    const isInUnit =
      unit !== undefined && (i <= wholeTo || isJoined(text, unit, paragraph, paragraphs[i + 1], sectionChars));
    if (isInUnit) unit.push(paragraph);
    else units.push([paragraph]);
    if (i <= wholeTo) continue;
    const end = endOfOpened(text, paragraphs, i);
    const last = paragraphs[end];
    const [first = paragraph] = units.at(-1) ?? [];
    if (last !== undefined && charsOf(first, last) <= maxPassageChars) wholeTo = end;
  }
  return units;
}

/** Where the list ends that a paragraph opens; the paragraph itself where it opens none. */
function endOfOpened(text: string, paragraphs: readonly Paragraph[], at: number): number {
  const opener = paragraphs[at];
  if (opener === undefined || opener.isLabel === true) return at;
  const { depth = 0 } = opener;
  let end = at;
  for (let below = paragraphs[at + 1]; below !== undefined; below = paragraphs[end + 1]) {
    const last = paragraphs[end] ?? opener;
    if (!isNeighbour(last, below) || (below.depth ?? 0) <= depth) break;
    if (end === at && !opens(text, opener, below)) break;
    // A longer list is not shown whole, however it goes on.
    if (charsOf(opener, below) > maxPassageChars) return at;
    // A passage is one stretch of the text, and would show what its page hides.
    if (hidesCode(text.slice(last.range.end, below.range.start))) return at;
    end += 1;
  }
  return end;
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
  if (hidesCode(text.slice(last.range.end, paragraph.range.start))) return false;
  if (charsOf(unit[0], paragraph) <= sectionChars) return true;
  const isShort = charsOf(paragraph, paragraph) < shortChars;
  // A line that opens something stays with what it opens, and what it has opened is not joined any further.
  const opensNext = next !== undefined && isNeighbour(paragraph, next) && opens(text, paragraph, next);
  const allFits = next !== undefined && charsOf(unit[0], next) <= maxPassageChars;
  if (opens(text, last, paragraph) || leansOn(text, last, paragraph)) {
    return !opensNext || allFits || charsOf(paragraph, next) > maxPassageChars;
  }
  // "Example:" says nothing without what it is an example of.
  if (opensNext && allFits && next.kind === "code" && isNameOfCode(text, paragraph)) return last.kind === "text";
  if (opensNext && unit.some((one, i) => opens(text, one, unit[i + 1] ?? paragraph))) return false;
  if (opensNext && charsOf(unit[0], next) > maxPassageChars && charsOf(paragraph, next) <= maxPassageChars)
    return false;
  if (opensNext && headsWhatFollows(text, paragraph)) return false;
  if (charsOf(unit[0], last) < shortChars) return true;
  return isShort && !(opensNext && charsOf(paragraph, next) <= maxPassageChars);
}

/** Whether a line is no more than a word or two that say what the code below it is. */
function isNameOfCode(text: string, { range }: Paragraph): boolean {
  const words = text.slice(range.start, range.end);
  return words.length <= maxNameChars && endsAsLeadIn(words);
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

/** Whether a paragraph cannot be understood without what stands right before it. */
function leansOn(text: string, last: Paragraph, { kind, range, depth = 0, isLabel }: Paragraph): boolean {
  if (kind !== "text" || isLabel === true || depth > (last.depth ?? 0)) return false;
  const words = text.slice(range.start, range.end);
  if (isItem(words)) return false;
  return (
    refersBack(words) ||
    isBetween(words) ||
    isClosing(words) ||
    leadsElsewhere(words) ||
    (last.kind === "text" && goesOn(words, text.slice(last.range.start, last.range.end)))
  );
}

/** Whether a line that opens what follows is the name of it, and does not belong to what stands before. */
function headsWhatFollows(text: string, { range, isLabel }: Paragraph): boolean {
  const words = text.slice(range.start, range.end);
  return (
    isLabel === true || isBoldLine(words) || isQuestionLine(words) || isSalutation(words) || looksLikeHeading(words)
  );
}

/** Whether a paragraph opens the one below it. */
function opens(text: string, { kind, range, depth = 0, isLabel }: Paragraph, below: Paragraph): boolean {
  if (isLabel === true) return (below.depth ?? 0) > depth;
  if (kind !== "text") return false;
  const words = text.slice(range.start, range.end);
  const isAbove = below.kind === "code" || below.kind === "table" || (below.depth ?? 0) > depth;
  const belowWords = text.slice(below.range.start, Math.min(below.range.end, below.range.start + maxOpenedChars));
  if ((isAbove || (below.kind === "text" && isFirstItem(belowWords))) && breaksOff(words)) return true;
  if (isNameOfItem(words)) {
    const belowDepth = below.depth ?? 0;
    return below.kind === "text" && (belowDepth > depth || (belowDepth === depth && !isItem(belowWords)));
  }
  if (endsAsLeadIn(words)) return true;
  if (below.kind === "code") return isStep(words);
  if (below.kind !== "text") return false;
  if (isBoldLine(words) || isQuestionLine(words) || isSalutation(words)) return true;
  // A heading that its format does not know as one.
  return looksLikeHeading(words) && !isItem(belowWords) && looksLikeBody(belowWords);
}

/** Whether words are nothing but numbers that count up, as lines of a form have them. */
function isCount(words: string): boolean {
  const numbers = countedLines.test(words) ? words.split(/\s+/u).map((number) => Number.parseInt(number, 10)) : [];
  return numbers.length > 2 && numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
}

/** Whether a paragraph is one short sentence, which above code says what that does. */
function isStep(words: string): boolean {
  return words.length <= maxStepChars && !/[.!?]\s+\S/u.test(words) && !isItem(words) && !isAboutText(words);
}

/** Whether a paragraph is nothing but addresses, one a line. */
function isBareAddresses(words: string): boolean {
  return words.split(/[\n\r]+/u).every((line) => bareAddress.test(line.trim()));
}

/**
 * Whether a unit says anything by itself. Bare addresses do not, nor do lines that only open or head what follows,
 * which are shown together with that, what is said of the text alone, nor a link that nothing introduces.
 * @param isIntroduced whether a line or a question stands above it that it belongs to
 * @param opensNext whether it is shown above what stands below it
 */
export function saysSomething(text: string, unit: Unit, isIntroduced: boolean, opensNext: boolean): boolean {
  const [only, ...others] = unit;
  const { end } = (others.at(-1) ?? only).range;
  if (end - only.range.start < maxOpenedChars && isCount(text.slice(only.range.start, end))) return false;
  if (others.length > 0) {
    return isIntroduced || unit.some((one) => !leadsOnly(text, one) && !isPartOfPointer(text, one, unit));
  }
  const words = wordsOf(text, only);
  if (!isIntroduced && leadsOnly(text, only)) return false;
  if (only.kind === "caption") return !nameOfPicture.test(words);
  if (only.kind !== "text") return true;
  // The title of a box that is all of it.
  if (only.isLabel === true) return !opensNext && /[.!]["”“»)]*$/u.test(words);
  if (isBoldLine(words) || isBareAddresses(words) || template.test(words)) return false;
  if (isSalutation(words) || isClosing(words) || isBetween(words)) return false;
  if (words.length > maxOpeningChars || /[.!?]\s/u.test(words) || !endsAsLeadIn(words)) return true;
  // "To keep a log, turn on the switch:" above a picture is an instruction all the same.
  return !opensNext && words.length > minInstructionChars && !announcesBlock(words);
}

/**
 * Whether a paragraph says nothing where those beside it only lead elsewhere: a list of pages, the question or the title
 * of a box; a list of any links only where one of those says that more is to be read there.
 */
function isPartOfPointer(text: string, paragraph: Paragraph, unit: Unit): boolean {
  const words = wordsOf(text, paragraph);
  if (paragraph.kind !== "text") return false;
  if (paragraph.isLabel === true) return /\?[^\p{L}\p{N}]*$/u.test(words);
  if (isListOfPages(words)) return true;
  if (isBoldLine(words)) return unit.some((one) => leadsOnly(text, one));
  const [lead] = unit;
  return (
    lead !== paragraph &&
    isListOfLinks(words) &&
    endsAsLeadIn(wordsOf(text, lead)) &&
    leadsElsewhere(wordsOf(text, lead))
  );
}

/** Whether a paragraph only leads to another text, or says what its own is about. */
function leadsOnly(text: string, paragraph: Paragraph): boolean {
  if (paragraph.kind !== "text") return false;
  const words = wordsOf(text, paragraph);
  const heading = paragraph.headings.at(-1);
  return (
    isBareLink(words) ||
    isBareAddresses(words) ||
    isAboutText(words) ||
    isOfOtherPage(words, heading === undefined ? "" : text.slice(heading.start, heading.end))
  );
}

function wordsOf(text: string, { range }: Paragraph): string {
  return text.slice(range.start, range.end);
}
