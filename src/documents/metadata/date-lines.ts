import { defined } from "../../defined.ts";
import type { TextRange } from "../document.ts";
import { trimmedRange } from "../passages/paragraphs.ts";
import { parseAuthors } from "./authors.ts";
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

const prefix = /^(?:date|datum):?[ ]\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=\s|$)/iu;
const publishing =
  "stand|veröffentlicht(?: am)?|erschienen(?: am)?|publiziert(?: am)?|datum|erstellt(?: am)?|" +
  "published(?: on)?|posted(?: on)?|first published(?: on)?|date";
/** The day of a check or a change is no day of publication. */
const changing =
  "(?:zuletzt )?(?:aktualisiert|geändert|geprüft|bearbeitet)(?: am)?|letzte (?:aktualisierung|änderung)|" +
  "(?:last )?(?:updated|modified|changed|edited|reviewed|checked)(?: on)?|last update";
/** At the beginning of a line, or after kicker and headline: there the colon tells it from a sentence that ends in a date. */
const label = new RegExp(
  `(?:^(?:(${publishing})|${changing})\\s?:?|\\s(?:(${publishing})|${changing})\\s?:)\\s`,
  "giu",
);
/** The place of an article: `Berlin, den 3. Mai 2024`. */
const place = /^(?!(?:Von|By|Text|Autor|Author)\b)\p{Lu}[\p{L}.'’()/ -]{1,40},\s+(?=\S)/u;
const separator = /\s+[|·•–—]\s+/u;
const name = "\\p{Lu}[\\p{L}.'’-]*(?: (?:von|van|de|der|zu|\\p{Lu}[\\p{L}.'’-]*)){1,5}";
const byline = new RegExp(
  `^(?:[Vv]on|[Bb]y|Autor(?:in|en|innen)?:|Authors?:|Text:|Written by) (${name}(?:(?:, | und | and | & )${name})*)$`,
  "u",
);

/** Reads the date line of a page, if the paragraph is or holds one. */
export function readDateLine(text: string, range: TextRange): DateLine | undefined {
  const line = text.slice(range.start, range.end);
  if (line.length > maxLineChars || /[\n\r]/.test(line)) return undefined;
  const before = prefix.exec(line);
  const stamp = line.length > maxStampedChars ? undefined : (stampOf(line) ?? factsOf(line));
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
  const named = line.length > maxBylineChars ? undefined : byline.exec(line)?.[1];
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
    if (date === undefined || date.length < 10) continue;
    const states = match[1] ?? match[2];
    return { start: match.index, ...(states === undefined ? {} : { published: date }) };
  }
  return undefined;
}

/** A line of nothing but a date, with a place, a time or its authors: `Von Anna Meier | 3. Mai 2024`. */
function factsOf(line: string): Stamp | undefined {
  const whole = dateWithPlace(line);
  if (whole !== undefined) return { start: 0, published: whole, isBareDay: whole.length === 10 };
  const named = /^(.{3,80}?),\s+(?=\S*\d)/u.exec(line);
  const parts = named === null ? line.split(separator) : [named[1] ?? "", line.slice(named[0].length)];
  const dates = parts.flatMap((part) => dateWithPlace(part) ?? stampOf(part)?.published ?? []);
  const names = parts.flatMap((part) => readByline(part) ?? []);
  const isAll = parts.every((part) => (dateWithPlace(part) ?? stampOf(part) ?? readByline(part)) !== undefined);
  const [published] = dates;
  if (!isAll || parts.length < 2 || published === undefined) return undefined;
  return { start: 0, published, ...(names.length === 0 ? {} : { authors: names }) };
}

/** A date of a day, after the name of a place or not. */
function dateWithPlace(words: string): string | undefined {
  const date = readDate(words) ?? readDate(words.replace(place, ""));
  return date !== undefined && date.length >= 10 ? date : undefined;
}

/** Documents that are about one day and written on it, or soon after. */
const minutes = /\b(?:\p{L}*(?:protokoll|niederschrift|mitschrift)|minutes|meeting notes|\p{L}*sitzung)\b/iu;

/**
 * The day in the title or the name of a file where these call the document the minutes of a meeting, or where the name
 * begins with a day as the posts of a diary do: `2024-05-03-protokoll.md`, `Protokoll vom 3. Mai 2024`.
 */
export function dateOfMinutes(title: string, file: string): string | undefined {
  const words = file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  const posted = /^\d{4}-\d{2}-\d{2}(?=[-_ ]|$)/.exec(words)?.[0];
  if (posted !== undefined) return readDate(posted);
  if (!minutes.test(`${title} ${words.replace(/[_-]/g, " ")}`)) return undefined;
  return firstDayIn(title) ?? firstDayIn(words.replaceAll("_", " "));
}

function firstDayIn(words: string): string | undefined {
  for (const { index } of words.matchAll(/(?<![\p{L}\p{N}.])(?=[\p{L}\p{N}])/gu)) {
    const found = dateAtStart(words.slice(index));
    if (found !== undefined && found.date.length >= 10) return found.date.slice(0, 10);
  }
  return undefined;
}
