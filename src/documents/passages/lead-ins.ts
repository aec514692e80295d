import type { LanguageCode, TextRange } from "../document.ts";
import { leansOnLast, pointsElsewhere } from "./discourse.ts";
import { trimmedRange } from "./paragraphs.ts";
import { sentencesOf } from "./sentences.ts";

/** A longer sentence does not lead in to anything: it says enough on its own. */
export const maxLineChars = 300;
/** A sentence without a colon opens a list, a table or code where it stands alone and is short. */
const maxAloneChars = 200;
/** Longer lines are not questions or terms. */
export const maxLabelChars = 150;

const colon = /[:：][*_"'”“»«)\]\s]*$/u;
const question = /\?[*_"'”“»«)\]\s]*$/u;
/** Perhaps quoted, and with a sign before it. */
const boldLine =
  /^(?:>\s*)*(?:[^\p{L}\p{N}\s*_+•–>-]{1,4}\s*)?(?:\*\*|__)(?!\s)(?:(?!\*\*|__)[\s\S])+(?:\*\*|__)\s*:?$/u;
const listMark = /^(?:[-*+•–]|\(?(?:\d{1,3}|\p{L}{1,3})[.)])\s+/u;
/** A bold line or link, with a sign before it. */
const nameAlone =
  /^(?:[^\p{L}\p{N}[\]*_]{0,8})(?:\[?(?:\*\*|__)(?:(?!\*\*|__).)+(?:\*\*|__)\]?(?:\([^()\s]*\))?|\[[^[\]]+\]\([^()\s]*\))\s*:?$/u;
const stop = /[.!?…:：;][*_"'”“»«)\]]*$/u;
const statementEnd = /[.!][*_"'”“»«)\]]*$/u;
const firstOfList = /^(?:>\s*)*(?:[-*+•–]|\(?[aA1iI]\\?[.)])\s+\S/u;

/** Whether a text ends as one does that opens what follows: "… as follows:". */
export function endsAsLeadIn(text: string): boolean {
  return colon.test(text.slice(-12));
}

/** Whether a text breaks off where what stands below it goes on: "A resolution passes if", "Arguments". */
export function breaksOff(text: string): boolean {
  return text.length <= maxLineChars && !text.includes("|") && !stop.test(text.slice(-12));
}

/** Whether an item of a list is nothing but the name of what the paragraph below it describes. */
export function isNameOfItem(text: string): boolean {
  return text.length <= maxLabelChars && listMark.test(text) && nameAlone.test(text.replace(listMark, ""));
}

/** Whether a paragraph is an item of a list. */
export function isItem(text: string): boolean {
  return listMark.test(text);
}

/** An item of a list without its mark. */
export function withoutItemMark(text: string): string {
  return text.replace(listMark, "");
}

/** Whether a paragraph is the first item of a list. */
export function isFirstItem(text: string): boolean {
  return firstOfList.test(text);
}

/** Whether a paragraph is nothing but a question, or several. */
export function isQuestionLine(text: string): boolean {
  return text.length <= maxLabelChars && question.test(text.slice(-12)) && !/[.!:]\s+\S/u.test(text);
}

/** Whether a paragraph of Markdown is a line in bold that heads what follows, and no statement. */
export function isBoldLine(text: string): boolean {
  return text.length <= maxLabelChars && boldLine.test(text) && !statementEnd.test(text);
}

/**
 * The line of a paragraph that opens the list, table or code below it: its last sentence, with the one before where it
 * speaks of that, or all of it where it is short.
 * Code is explained by the sentence before it, whether or not that ends in a colon.
 * @returns undefined where it opens nothing
 */
export function leadInOf(
  text: string,
  paragraph: TextRange,
  language: LanguageCode,
  below: "code" | "other",
): TextRange | undefined {
  const chars = paragraph.end - paragraph.start;
  const words = text.slice(paragraph.start, paragraph.end);
  // Where more is to be read explains no code.
  if (below === "code" && pointsElsewhere(words) && !endsAsLeadIn(words)) return undefined;
  if (chars <= maxAloneChars) return paragraph;
  if (below === "other" && !endsAsLeadIn(words)) return undefined;
  const sentences = sentencesOf(words, language, paragraph.start);
  const last = sentences.pop();
  let line = last === undefined ? paragraph : trimmedRange(text, last);
  // "In this case you pay:" says nothing without the case.
  for (let before = sentences.pop(); before !== undefined; before = sentences.pop()) {
    if (!leansOnLast(text.slice(line.start, line.end)) || line.end - before.start > maxLineChars) break;
    line = { start: before.start, end: line.end };
  }
  return line.end - line.start <= maxLineChars ? line : undefined;
}
