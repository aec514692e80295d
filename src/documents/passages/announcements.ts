import type { LanguageCode, TextRange } from "../document.ts";
import { announcesBlock, announcesParts } from "./discourse.ts";
import type { Unit } from "./joining.ts";
import { breaksOff, endsAsLeadIn, isQuestionLine, maxLineChars } from "./lead-ins.ts";
import { trimmedRange } from "./paragraphs.ts";
import { sentencesOf } from "./sentences.ts";

/** What begins a sentence that goes on below: "In addition,". */
const beginningAlone = /^[\p{L} ]{2,40},\s*$/u;
/** Less than this is no statement that could stand without what it announces. */
const minStatementChars = 40;

/**
 * A unit without the sentence at its end that announces what the unit does not hold ("The methods are as follows:"),
 * for that stands in small print above what it announces.
 * @param opensNext whether the last paragraph of the unit is shown above what stands below it
 */
export function withoutAnnouncement(text: string, unit: Unit, language: LanguageCode, opensNext: boolean): Unit {
  const last = unit.at(-1) ?? unit[0];
  const words = text.slice(last.range.start, last.range.end);
  if (last.kind !== "text" || last.isLabel === true) return unit;
  const sentence = sentencesOf(words, language, last.range.start).at(-1);
  const isOpen = sentence !== undefined && sentence.start > last.range.start && isBeginningAlone(text, sentence);
  const isOpening = endsAsLeadIn(words) || isOpen || (opensNext && sentence !== undefined && announces(text, sentence));
  if (!isOpening) return unit;
  const range = trimmedRange(text, { start: last.range.start, end: sentence?.start ?? last.range.end });
  const isStatement = range.end - range.start >= minStatementChars && !endsAsLeadIn(text.slice(range.start, range.end));
  const [start, ...rest] = unit.slice(0, -1);
  // The name of a step says nothing without what is done in it.
  const isNamed = unit.slice(0, -1).every(({ isLabel }) => isLabel === true);
  if (!isStatement) return start === undefined || isNamed || range.start < range.end ? unit : [start, ...rest];
  const shorter = { ...last, range };
  return start === undefined ? [shorter] : [start, ...rest, shorter];
}

function isBeginningAlone(text: string, { start, end }: TextRange): boolean {
  return beginningAlone.test(text.slice(start, end));
}

/** What stands below a unit. */
export interface Below {
  /** Whether the last paragraph of the unit is shown above it. */
  readonly opensNext: boolean;
  /** Whether it is text, as the items of a list are, and neither code nor a table. */
  readonly isList: boolean;
  /** Whether it is a section of the unit's own section. */
  readonly isSection: boolean;
}

/** Whether a unit is no more than the question or the announcement that is shown above what stands below it. */
export function isAnnouncement(text: string, unit: Unit, language: LanguageCode, below: Below): boolean {
  const [only, ...others] = unit;
  if (!(below.opensNext || below.isSection) || others.length > 0 || only.kind !== "text") return false;
  const words = text.slice(only.range.start, only.range.end);
  if (below.opensNext && isQuestionLine(words)) return true;
  if (words.length > maxLineChars || sentencesOf(words, language, only.range.start).length > 1) return false;
  if (announcesParts(words) || (below.opensNext && below.isList && breaksOff(words))) return true;
  return below.opensNext && announces(text, only.range);
}

/** What stands behind a colon is what the words before it announce. */
function announces(text: string, { start, end }: TextRange): boolean {
  const words = text.slice(start, end);
  return announcesBlock(words.slice(words.lastIndexOf(": ") + 1));
}
