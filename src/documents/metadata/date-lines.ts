import { defined } from "../../defined.ts";
import type { TextRange } from "../document.ts";
import { inBylines } from "../language-rules.ts";
import { trimmedRange } from "../passages/paragraphs.ts";
import { parseAuthors } from "./authors.ts";
import { readMadeLine } from "./made-lines.ts";
import { dateAtStart, readDate } from "./read-date.ts";

/** What a line at the top of a page says about the page's own date. */
export interface DateLine {
  /** In the form of `sources.json`, where the line states a date of publication that can be read. */
  readonly published?: string;
  /** Never empty: where it names authors too. */
  readonly authors?: readonly string[];
  /** What the line says beside the date, where that is more than a few words; empty otherwise. */
  readonly rest: TextRange;
  /** Whether the line ends in a stamp, so that what stands before it is kicker and headline. */
  readonly isStamped: boolean;
  /** Whether it is a day alone, without a label or a time: in a chronicle such lines are headings. */
  readonly isBareDay: boolean;
}

const maxLineChars = 600;
const maxStampedChars = 300;
const maxBylineChars = 120;

const prefix = new RegExp(`^(?:${inBylines("date")}):?[ ]\\s*(\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)(?=\\s|$)`, "iu");
const publishing = inBylines("published");
/** The day of a check or a change is no day of publication. */
const changing = inBylines("changed");
/** At the beginning of a line, or after kicker and headline: there the colon tells it from a sentence that ends in a date. */
const label = new RegExp(
  `(?:^(?:(${publishing})|${changing})\\s?:?|\\s(?:(${publishing})|${changing})\\s?:)\\s`,
  "giu",
);
/** The place of an article: `Berlin, den 3. Mai 2024`. */
const place = new RegExp(`^(?!(?:${inBylines("notPlaces")})\\b)\\p{Lu}[\\p{L}.'’()/ -]{1,40},\\s+(?=\\S)`, "u");
/** What nobody writes between an event and its day. */
const letterhead = new RegExp(`${place.source}(?:${inBylines("afterPlace")})\\s+(?=\\S)`, "u");
/** The day below the title of a statute, or in brackets. */
const statute = new RegExp(`^(?:${inBylines("belowTitle")})\\s+(?=\\d)`, "iu");
/** What stands behind that day: where it was printed, and when it was last changed. */
const behindStatute = new RegExp(`\\s*(?:\\([^()]{3,80}\\)|,\\s*(?:${changing})\\s.*)$`, "iu");
const bracketed = /^\((.{6,40})\)$/u;
const separator = /\s+[|·•–—/]\s+/u;
/** What counts the versions of a text: "Version 1.2". */
const edition = new RegExp(`^(?:${inBylines("editions")})\\s?\\d[\\p{L}\\d.-]{0,11}$`, "iu");
const betweenFacts = new RegExp(`,\\s+|\\s+(?:${inBylines("beforeDates")})\\s+(?=[\\p{L}\\d]*\\s?\\d)`, "gu");
const name = `\\p{Lu}[\\p{L}.'’-]*(?: (?:van|de|der|${inBylines("inNames")}|\\p{Lu}[\\p{L}.'’-]*)){1,5}`;
const byline = new RegExp(`^(?:${inBylines("by")}) (${name}(?:(?:, | & | (?:${inBylines("and")}) )${name})*)$`, "u");

/** Reads the date line of a page, if the paragraph is or holds one. */
export function readDateLine(text: string, range: TextRange): DateLine | undefined {
  const line = text.slice(range.start, range.end);
  if (line.length > maxLineChars || /[\n\r]/.test(line)) return undefined;
  const before = prefix.exec(line);
  const stamp = line.length > maxStampedChars ? undefined : (madeOf(line) ?? factsOf(line) ?? stampOf(line));
  if (before === null && stamp === undefined) return undefined;
  const published = stamp?.published ?? before?.[1];
  return {
    ...defined({ published, authors: stamp?.authors }),
    rest: trimmedRange(text, {
      start: range.start + (before?.[0].length ?? 0),
      end: stamp === undefined ? range.end : range.start + stamp.start,
    }),
    isStamped: stamp !== undefined,
    isBareDay: before === null && stamp?.isBareDay === true,
  };
}

/** The authors, where a line names them and says nothing else. */
export function readByline(line: string): readonly string[] | undefined {
  const found = line.length > maxBylineChars ? undefined : byline.exec(line)?.[1];
  // "Von Ort zu Ort" names nobody.
  const named = /^(\p{L}+) \p{L}+ \1$/u.test(found ?? "") ? undefined : found;
  const authors = named === undefined ? [] : parseAuthors([named]);
  return authors.length === 0 ? undefined : authors;
}

interface Stamp {
  readonly published?: string;
  readonly authors?: readonly string[];
  /** Where it begins in its line. */
  readonly start: number;
  readonly isBareDay?: boolean;
}

/** A label and a date at the end of a line. */
function stampOf(line: string): Stamp | undefined {
  for (const match of line.matchAll(label)) {
    const date = readDate(line.slice(match.index + match[0].length));
    // Below a title, a month or a year is one; in a line of headline and date it may be a part of the headline.
    if (date === undefined || (date.length < 10 && match.index > 0)) continue;
    const states = match[1] ?? match[2];
    return { start: match.index, ...(states === undefined ? {} : { published: date }) };
  }
  return undefined;
}

/** A line of nothing but a date, with a place, a time or its authors: `Von Anna Meier | 3. Mai 2024`. */
function factsOf(line: string): Stamp | undefined {
  const whole = dateWithPlace(line);
  if (whole !== undefined) return { start: 0, published: whole, isBareDay: isBareDay(line) };
  const inBrackets = stampOf(bracketed.exec(line)?.[1] ?? "");
  if (inBrackets?.start === 0) return inBrackets;
  const parts = partsOf(line);
  if (parts.length < 2) return undefined;
  const found = parts.map((part) => {
    const date = dateWithPlace(part);
    if (date !== undefined) return { published: date };
    if (edition.test(part)) return {};
    const stamp = stampOf(part);
    const editionDate = edition.test(parts[0] ?? "") ? readDate(part) : undefined;
    if (editionDate !== undefined && editionDate.length >= 7) return { published: editionDate };
    return stamp?.start === 0 ? stamp : { authors: readByline(part) };
  });
  const [published] = found.flatMap((fact) => ("published" in fact ? (fact.published ?? []) : []));
  const authors = found.flatMap((fact) => ("authors" in fact ? (fact.authors ?? []) : []));
  const isAll = found.every((fact) => !("authors" in fact) || fact.authors !== undefined);
  if (!isAll || (published === undefined && authors.length === 0)) return undefined;
  // A list of versions is a chronicle.
  const isVersion = edition.test(parts[0] ?? "");
  return { start: 0, isBareDay: isVersion, ...defined({ published }), ...(authors.length === 0 ? {} : { authors }) };
}

/** A line of nothing but who made the page, and when. */
function madeOf(line: string): Stamp | undefined {
  const made = readMadeLine(line);
  return made === undefined ? undefined : { start: 0, ...made };
}

/** The facts of a line: between signs, or a byline and the date behind it: `By Anna Meier, May 3, 2024`, `Von Anna Meier (3. Mai 2024)`. */
function partsOf(line: string): readonly string[] {
  const apart = line.split(separator);
  if (apart.length > 1) return apart;
  const [, named, bracketedDate] = /^(.+?)\s+\(([^()]{6,40})\)$/u.exec(line) ?? [];
  if (named !== undefined && bracketedDate !== undefined) return [named, bracketedDate];
  for (const { 0: sign, index } of line.matchAll(betweenFacts)) {
    const [before, after] = [line.slice(0, index), line.slice(index + sign.length)];
    if (readByline(before) === undefined && !edition.test(before)) continue;
    if (dateAtStart(after) !== undefined || stampOf(after)?.start === 0) return [before, after];
  }
  return [line];
}

/** A date of a day, alone, after the name of a place, or as below a statute's title; of a month after a place alone. */
function dateWithPlace(words: string): string | undefined {
  const own =
    bracketed.exec(words)?.[1] ?? (statute.test(words) ? words.replace(statute, "").replace(behindStatute, "") : words);
  const date = readDate(own) ?? readDate(own.replace(place, ""));
  if (date !== undefined && date.length >= 10) return date;
  return letterhead.test(words) ? readDate(words.replace(letterhead, "")) : undefined;
}

function isBareDay(line: string): boolean {
  return readDate(line)?.length === 10;
}

/** What only the date of a letter has around it: a label, authors, a place with `den`, `vom`. */
export function isLabelledDate(line: string): boolean {
  return (
    madeOf(line) !== undefined ||
    stampOf(line)?.start === 0 ||
    dateWithPlace(line) === undefined ||
    letterhead.test(line) ||
    statute.test(line)
  );
}
