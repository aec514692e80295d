import { alternatives, inBylines } from "../language-rules.ts";
import { stemOf } from "./keys.ts";
import { dateAtStart } from "./read-date.ts";

const paper = `(?:${inBylines("datedPapers")})(?!\\p{L})`;
const ofDay = `(?: (?:${alternatives(({ bylines }) => bylines?.belowTitle)}|${alternatives(({ dates }) => dates?.beforeMonth)}))?`;
/** The name of a paper, with its number if it has one, right before a day. */
const before = new RegExp(`(?<![\\p{L}\\p{N}])${paper} ?(?:n[ro]\\.? ?)?(?:[\\p{L}\\p{N}/-]*\\p{N})?${ofDay}$`, "iu");
const behind = new RegExp(`^${paper}`, "iu");
/** A day and nothing less, without its time. */
const dayChars = 10;

/**
 * The day in the name of a file that calls the document a paper which bears one, right beside that word: `Rechnung
 * 03.05.2024.pdf`, `20240503_Brief.pdf`, `Invoice-4711-2024-05-03.pdf`. A day that stands farther off may be that of something
 * else, and of several none is the document's.
 */
export function dateOfPaper(file: string): string | undefined {
  const words = stemOf(file)
    .replace(/(?<!\d)(\d{4})_(\d{2})_(\d{2})(?!\d)/gu, "$1-$2-$3")
    .replace(/(?<!\d)(\d{2})_(\d{2})_(\d{4})(?!\d)/gu, "$1.$2.$3")
    .replaceAll("_", " ");
  const days = daysIn(words);
  const [day] = days;
  if (day === undefined || days.length > 1) return undefined;
  const { start, end, date } = day;
  const isBehind = before.test(words.slice(0, start).replace(/[\s-]+$/u, ""));
  const isBefore = behind.test(words.slice(end).replace(/^[\s-]+/u, ""));
  return isBehind || isBefore ? date : undefined;
}

function daysIn(words: string): { readonly start: number; readonly end: number; readonly date: string }[] {
  const days: { start: number; end: number; date: string }[] = [];
  for (const { index } of words.matchAll(/(?<![\p{L}\p{N}.])[\p{L}\p{N}]/gu)) {
    const found = dateAtStart(words.slice(index));
    if (found === undefined || found.date.length < dayChars) continue;
    const date = found.date.slice(0, dayChars);
    // With its weekday a day is found twice.
    if (!days.some((day) => day.date === date)) days.push({ start: index, end: index + found.length, date });
  }
  return days;
}
