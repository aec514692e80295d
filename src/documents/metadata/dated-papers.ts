import type { Paragraph } from "../document.ts";
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

/** A paper with its own day stands among the first paragraphs, or the day is that of something else. */
const headParagraphs = 3;
/** Further papers in the same file stand among so many. */
const mostParagraphs = 2_000;
const maxTitleChars = 200;

const label = new RegExp(`(?:^|[\\s(,;–—-])(?:${inBylines("published")})(?:\\s?:)?[\\s-]+(?=[\\p{L}\\d])`, "giu");
const behindLabel = /^\s*(?:[),;]|$)/u;
const ofTitleDay = `(?:${alternatives(({ bylines }) => bylines?.belowTitle)}|${alternatives(({ dates }) => dates?.beforeMonth)}|${inBylines("published")})`;
/** "Rechnung Nr. 4711 vom ", "BGH, Urteil vom ", "Press release, ". */
const titledPaper = new RegExp(
  `^(?:\\p{Lu}[\\p{L} ]{1,30}, )?(?:${inBylines("datedPapers")}|${inBylines("minutes")})(?: n[ro]\\.? ?[\\p{L}\\d/.-]*\\d[\\p{L}\\d/-]*| [\\p{L}/-]*\\d[\\p{L}\\d/-]*)?(?: ${ofTitleDay}| [–—|-]|,) (?=[\\p{L}\\d])`,
  "iu",
);
/** The number under which a court or an office keeps it. */
const behindPaper = /^(?:\s*[-–—,(:|]\s*[^.!?]{0,60}\d\/\d[^.!?]{0,30})?$/u;

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

/** What a title or the name of a file says of the state of the text: `Hausordnung (Stand: Mai 2024)`, `Satzung_Stand_2024-05-03`. */
export function statedInTitle(title: string, file: string): string | undefined {
  for (const words of [title, stemOf(file).replaceAll("_", " ")]) {
    if (words.length > maxTitleChars) continue;
    for (const { index, 0: found } of words.matchAll(label)) {
      const rest = words.slice(index + found.length);
      const date = dateAtStart(rest);
      if (date !== undefined && behindLabel.test(rest.slice(date.length))) return date.date.slice(0, dayChars);
    }
  }
  return undefined;
}

/**
 * The day of a paper that names itself and its day in its title or right below it: `Urteil vom 3. Mai 2024`. A file that holds
 * several has none of its own.
 */
export function dateOfTitledPaper(
  title: string,
  canonicalText: string,
  paragraphs: readonly Paragraph[],
): string | undefined {
  const lines = paragraphs
    .filter(({ kind }) => kind === "title" || kind === "heading" || kind === "text")
    .slice(0, mostParagraphs)
    .map(({ kind, range }, i) => ({ isNear: i < headParagraphs, kind, range }))
    .filter(({ isNear, kind, range }) => (isNear || kind !== "text") && range.end - range.start <= maxTitleChars)
    .map(({ range }) => canonicalText.slice(range.start, range.end).replace(/^[#=*\s]+|[*\s]+$/gu, ""));
  const days = new Set([title, ...lines].flatMap((line) => dayOf(line) ?? []));
  const [day] = days;
  return days.size === 1 && [title, ...lines.slice(0, headParagraphs)].some((line) => dayOf(line) !== undefined)
    ? day
    : undefined;
}

function dayOf(line: string): string | undefined {
  const [before] = titledPaper.exec(line) ?? [];
  if (before === undefined) return undefined;
  const rest = line.slice(before.length);
  const found = dateAtStart(rest);
  if (found === undefined || found.date.length < dayChars) return undefined;
  return behindPaper.test(rest.slice(found.length)) ? found.date.slice(0, dayChars) : undefined;
}
