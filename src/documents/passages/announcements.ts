import type { LanguageCode } from "../document.ts";
import type { Unit } from "./joining.ts";
import { endsAsLeadIn } from "./lead-ins.ts";
import { trimmedRange } from "./paragraphs.ts";
import { sentencesOf } from "./sentences.ts";

/** Less than this is no statement that could stand without what it announces. */
const minStatementChars = 40;

/**
 * A unit without the sentence at its end that announces what the unit does not hold ("The methods are as follows:"),
 * for that stands in small print above what it announces.
 */
export function withoutAnnouncement(text: string, unit: Unit, language: LanguageCode): Unit {
  const last = unit.at(-1) ?? unit[0];
  const words = text.slice(last.range.start, last.range.end);
  if (last.kind !== "text" || last.isLabel === true || !endsAsLeadIn(words)) return unit;
  const sentence = sentencesOf(words, language, last.range.start).at(-1);
  const range = trimmedRange(text, { start: last.range.start, end: sentence?.start ?? last.range.end });
  const isStatement = range.end - range.start >= minStatementChars && !endsAsLeadIn(text.slice(range.start, range.end));
  const [start, ...rest] = unit.slice(0, -1);
  if (!isStatement) return start === undefined || range.start < range.end ? unit : [start, ...rest];
  const shorter = { ...last, range };
  return start === undefined ? [shorter] : [start, ...rest, shorter];
}
