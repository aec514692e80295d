import type { TextRange } from "../document.ts";
import { trimmedRange } from "../passages/paragraphs.ts";
import { monthNumber } from "./publication-date.ts";

/** What a line at the top of a page says about the page's own date. */
export interface DateLine {
  /** In the form of `sources.json`, where the date can be read. */
  readonly published?: string;
  /** What the line says beside the date, where that is more than a few words; empty otherwise. */
  readonly rest: TextRange;
  /** Whether the line ends in a stamp, so that what stands before it is kicker and headline. */
  readonly isStamped: boolean;
}

const prefix = /^(?:date|datum):?[ ]\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=\s|$)/iu;
const labels =
  "stand|veröffentlicht(?: am)?|erschienen(?: am)?|aktualisiert(?: am)?|zuletzt aktualisiert(?: am)?|datum|" +
  "published(?: on)?|updated(?: on)?|last updated(?: on)?|posted(?: on)?|date";
const dates =
  "\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.? \\p{L}{3,9}\\.? \\d{4}|\\p{L}{3,9}\\.? \\d{1,2}, \\d{4}";
const times =
  "(?:,? ?(?:um |at |-|–|\\||T)? ?(\\d{1,2})[:.](\\d{2})(?: ?(?:Uhr|a\\.?m\\.?|p\\.?m\\.?|[A-Z]{2,4}\\b))?)?";
/** A line of its own, or after kicker and headline: there the colon tells it from a sentence that ends in a date. */
const labelled = new RegExp(`(?:^(?:${labels})\\s?:?|\\s(?:${labels})\\s?:)\\s(${dates})${times}\\.?$`, "iu");
const bareWithTime = new RegExp(`^(${dates}),? ?(?:um |at |-|–|\\|)? ?(\\d{1,2})[:.](\\d{2})(?: ?Uhr)?$`, "iu");
const byline =
  /^(?:[Vv]on|[Bb]y|Autor(?:in)?:|Author:|Text:) (\p{Lu}[\p{L}.'’-]*(?: (?:von|van|de|und|and|\p{Lu}[\p{L}.'’-]*)){1,6})$/u;

/** Reads the date line of a page, if the paragraph is or holds one. */
export function readDateLine(text: string, range: TextRange): DateLine | undefined {
  const line = text.slice(range.start, range.end);
  if (line.length > 600 || /[\n\r]/.test(line)) return undefined;
  const before = prefix.exec(line);
  const after = line.length > 300 ? null : (labelled.exec(line) ?? bareWithTime.exec(line));
  if (before === null && after === null) return undefined;
  const stamp = after === null ? undefined : isoDate(after[1] ?? "", after[2], after[3], after[0]);
  const published = stamp ?? before?.[1];
  return {
    ...(published === undefined ? {} : { published }),
    rest: trimmedRange(text, {
      start: range.start + (before?.[0].length ?? 0),
      end: after === null ? range.end : range.start + after.index,
    }),
    isStamped: after !== null,
  };
}

/** The author, where a line names one and says nothing else. */
export function readByline(line: string): string | undefined {
  return line.length > 80 ? undefined : byline.exec(line)?.[1];
}

function isoDate(day: string, hour: string | undefined, minute: string | undefined, whole: string): string | undefined {
  const date = isoDay(day);
  if (date === undefined || hour === undefined || minute === undefined) return date;
  const isAfternoon = /p\.?m\.?$/iu.test(whole.replace(/\.$/, "")) && Number(hour) < 12;
  const time = `${String(Number(hour) + (isAfternoon ? 12 : 0)).padStart(2, "0")}:${minute}`;
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time) ? `${date}T${time}` : date;
}

function isoDay(text: string): string | undefined {
  if (/^\d{4}-/.test(text)) return text;
  const parts = text.split(/[\s.,]+/u).filter((part) => part !== "");
  const [first = "", second = "", year = ""] = parts;
  const [day, month] = /^\p{L}/u.test(first) ? [second, first] : [first, second];
  const number = /^\d/.test(month) ? Number(month) : monthNumber(month);
  if (number === undefined) return undefined;
  return `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
