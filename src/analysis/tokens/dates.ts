import { alternatives, languages } from "../languages.ts";
import type { DateWords } from "../rules/document-rules.ts";

/** A full calendar date found in a text: `iso` as YYYY-MM-DD, offsets in UTF-16 code units. */
export interface CalendarDate {
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

/** Month names, cut to the letters that tell them apart. */
const months = new Map<string, number>(
  languages.flatMap(({ documents }) =>
    (documents?.dates?.months ?? []).flatMap((names, index) =>
      names.map((name): [string, number] => [name.slice(0, 3), index + 1]),
    ),
  ),
);

const monthName = `(?:${words("monthsInDates")})`;
const ordinalEndings = words("ordinalEndings");
const dayMonthYear = new RegExp(
  `(?<!\\p{N})(\\d{1,2})(?:\\.|${ordinalEndings})? (?:(?:${words("beforeMonth")}) )?(${monthName})(?!\\p{L}),? (\\d{4})(?!\\p{N})`,
  "giu",
);
const monthDayYear = new RegExp(
  `(?<!\\p{L})(${monthName})(?!\\p{L}) (\\d{1,2})(?:${ordinalEndings})?,? (\\d{4})(?!\\p{N})`,
  "giu",
);
const numeric = /(?<![\p{N}.])(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\p{N})/gu;
const isoDate = /(?<!\p{N})(\d{4})-(\d{2})-(\d{2})(?!\p{N})/gu;

function words(name: Exclude<keyof DateWords, "months">): string {
  return alternatives(({ documents }) => documents?.dates?.[name]);
}

/** Finds complete dates (day, month and year) as texts write them. */
export function findDates(text: string): CalendarDate[] {
  if (!/\d{4}/.test(text)) return [];
  const found: CalendarDate[] = [];
  const add = (match: RegExpMatchArray, year: string, month: string, day: string): void => {
    const monthNumber = /^\d/.test(month) ? Number(month) : (months.get(month.slice(0, 3).toLowerCase()) ?? 0);
    const dayNumber = Number(day);
    if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > daysIn(Number(year), monthNumber)) return;
    const start = match.index ?? 0;
    const iso = `${year}-${String(monthNumber).padStart(2, "0")}-${String(dayNumber).padStart(2, "0")}`;
    found.push({ iso, start, end: start + match[0].length });
  };
  for (const m of text.matchAll(dayMonthYear)) add(m, m[3] ?? "", m[2] ?? "", m[1] ?? "");
  for (const m of text.matchAll(monthDayYear)) add(m, m[3] ?? "", m[1] ?? "", m[2] ?? "");
  for (const m of text.matchAll(numeric)) add(m, m[3] ?? "", m[2] ?? "", m[1] ?? "");
  for (const m of text.matchAll(isoDate)) add(m, m[1] ?? "", m[2] ?? "", m[3] ?? "");
  return found;
}

/** @param month from 1 */
function daysIn(year: number, month: number): number {
  // Day 0 of a month is the last of the month before; leap years come back every 400 years, and years below 100 would not.
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
