import { languages } from "../../analysis/languages.ts";
import { alternatives } from "../language-rules.ts";
import { isPublicationDate, monthNumber } from "./publication-date.ts";

/** Nothing was printed before. Earlier years are typing errors or placeholders, such as year 1. */
const firstYear = 1450;
const lastYear = 2100;
/** A two-digit year belongs to this century up to here, otherwise to the previous one. */
const lastShortYear = 50;

const weekday = `(?:(?:${alternatives(({ dates }) => dates?.weekdays)})\\b\\.?,?\\s+)?`;
const weekdayNames = languages.flatMap(({ code, documents }) =>
  documents?.dates === undefined ? [] : [new Intl.DateTimeFormat(code, { weekday: "long", timeZone: "UTC" })],
);
const beforeDay = `(?:(?:${alternatives(({ dates }) => dates?.beforeDay)})\\s+)?`;
const beforeMonth = `(?:(?:${alternatives(({ dates }) => dates?.beforeMonth)})\\s+)?`;
const day = `(\\d{1,2})(?:\\s?\\.|${alternatives(({ dates }) => dates?.ordinalEndings)})?`;
const month = "(\\p{L}{3,9})\\.?";
const year = "(\\d{4})";

/** Each with the places of its day, month and year among its groups; 0 where it has none. */
const forms: readonly { readonly form: RegExp; readonly day: number; readonly month: number; readonly year: number }[] =
  [
    // 2024-05-03, 2024/5/3, 2024.05.03
    { form: new RegExp(`^${year}([-/.])(\\d{1,2})\\2(\\d{1,2})`, "u"), year: 1, month: 3, day: 4 },
    // 20240503
    { form: /^(\d{4})(\d{2})(\d{2})(?!\d)/u, year: 1, month: 2, day: 3 },
    // 03.05.2024, 3. 5. 24, 3.5.'24
    {
      form: new RegExp(`^${weekday}${beforeDay}(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4}|['’]?\\d{2})(?!\\d)`, "iu"),
      day: 1,
      month: 2,
      year: 3,
    },
    // Freitag, 3. Mai 2024; 3rd of May 2024; 3-May-2024
    {
      form: new RegExp(
        `^${weekday}${beforeDay}${day}(?:[\\s-]+|(?<=\\.))${beforeMonth}${month}(?:,\\s*|[\\s-]+|(?<=\\.))(\\d{4}|['’]\\d{2})(?!\\d)`,
        "iu",
      ),
      day: 1,
      month: 2,
      year: 3,
    },
    // 03-May-24
    { form: /^(\d{1,2})-(\p{L}{3})-(\d{2})(?!\d)/u, day: 1, month: 2, year: 3 },
    // Friday, May 3rd, 2024
    {
      form: new RegExp(`^${weekday}${month}[\\s-]+${day}(?:,?\\s+|-)${year}(?!\\d)`, "iu"),
      month: 1,
      day: 2,
      year: 3,
    },
    // Fri May  3 10:30:00 CEST 2024
    {
      form: new RegExp(
        `^${weekday}${month}\\s+(\\d{1,2})\\s+\\d{2}:\\d{2}(?::\\d{2})?(?:\\s+[A-Z]{2,5})?\\s+${year}(?!\\d)`,
        "iu",
      ),
      month: 1,
      day: 2,
      year: 3,
    },
    // 2024, May 3; 2024-May-03
    { form: new RegExp(`^${year}(?:,?\\s+|-)${month}[\\s-]+(\\d{1,2})(?!\\d)`, "iu"), year: 1, month: 2, day: 3 },
    // Mai 2024, Mai-2024
    { form: new RegExp(`^${month}(?:\\s+|-)${year}(?!\\d)`, "iu"), month: 1, year: 2, day: 0 },
    // 05/2024, 05.2024
    { form: /^(0[1-9]|1[0-2])[/.](\d{4})(?![\d/.])/u, month: 1, year: 2, day: 0 },
    // 2024-05
    { form: new RegExp(`^${year}[-/](\\d{2})(?![\\d/-])`, "u"), year: 1, month: 2, day: 0 },
    { form: new RegExp(`^${year}(?![\\d.,/-])`, "u"), year: 1, month: 0, day: 0 },
  ];
/** 13/05/2024, 13-05-2024 or 05/13/2024: where both could be the month, only the day of the week can tell. */
const slashed = new RegExp(`^(${weekday})(\\d{1,2})[/-](\\d{1,2})[/-]${year}(?!\\d)`, "iu");
const time = new RegExp(
  `^(?:\\s*,)?(?:\\s+|T|\\s*[-–|·]\\s*)(?:(?:${alternatives(({ dates }) => dates?.beforeTime)})\\s+)?` +
    "(\\d{1,2})(?:[:.](\\d{2})(?::\\d{2}(?:[.,]\\d+)?)?)?" +
    `\\s*(${alternatives(({ dates }) => dates?.afterHour)}|[ap]\\.?m\\b\\.?|[ap]m\\b)?` +
    "(\\s*(?:Z|GMT[+-]\\d{4}|UTC|GMT|[A-Z]{2,4}|[+-]\\d{2}:?\\d{2}|\\+\\d{2})(?![\\p{L}\\d]))?",
  "iu",
);

/** The day of the week behind the day: "2024-05-03 Fri", "03.05.2024 (Freitag)". */
const behindDay = new RegExp(
  `^(?:,?\\s+(?:${alternatives(({ dates }) => dates?.weekdays)})\\.?|\\s*\\((?:${alternatives(({ dates }) => dates?.weekdays)})\\.?\\))$`,
  "iu",
);

export interface FoundDate {
  /** In the form that `parsePublicationDate` takes: a minute, a day, a month or a year. */
  readonly date: string;
  /** How many characters it takes, with its time of day. */
  readonly length: number;
}

/**
 * Reads the date with which a text begins, as people write it in their languages, or machines: `Freitag, 3. Mai
 * 2024`, `3rd May 2024`, `May 3, 2024`, `2024/5/3`, `12.09.23`, `2024-05-03T10:15:00+02:00`; the time as it stands,
 * without its zone. Days that do not exist and years before printing are not dates.
 */
export function dateAtStart(text: string): FoundDate | undefined {
  for (const { form, ...places } of forms) {
    const match = form.exec(text);
    if (match === null) continue;
    const found = dateOf(match[places.year], match[places.month], match[places.day], places);
    if (found !== undefined) return withTime(found, text, match[0].length);
  }
  const [whole, ofWeek = "", first = "", second = "", slashedYear = ""] = slashed.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const isMonthFirst =
    Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second)
      ? isOnWeekday(ofWeek, slashedYear, first, second)
      : Number(second) > 12;
  if (isMonthFirst === undefined) return undefined;
  const [slashedDay, slashedMonth] = isMonthFirst ? [second, first] : [first, second];
  const found = dateOf(slashedYear, slashedMonth, slashedDay, { month: 1, day: 1 });
  return found === undefined ? undefined : withTime(found, text, whole.length);
}

/** Which of two figures is the month, by the day of the week; undefined where it is no or either of them. */
function isOnWeekday(name: string, year: string, first: string, second: string): boolean | undefined {
  const words = name.toLowerCase().replace(/[^\p{L}]/gu, "");
  if (words === "") return undefined;
  const falls = (month: string, dayOfMonth: string) => {
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth)));
    return weekdayNames.some((names) => names.format(date).toLowerCase().startsWith(words));
  };
  const [isFirst, isSecond] = [falls(first, second), falls(second, first)];
  return isFirst === isSecond ? undefined : isFirst;
}

/** Reads a text that is a date and nothing else; see `dateAtStart`. */
export function readDate(text: string): string | undefined {
  const words = text.trim().replace(/[.,;]$/, "");
  const found = dateAtStart(words);
  if (found?.length === words.length) return found.date;
  return found !== undefined && behindDay.test(words.slice(found.length)) ? found.date : undefined;
}

function dateOf(
  yearDigits: string | undefined,
  monthWord: string | undefined,
  dayDigits: string | undefined,
  { month: hasMonth, day: hasDay }: { readonly month: number; readonly day: number },
): string | undefined {
  const figures = yearDigits?.replace(/^['’]/, "");
  const short = Number(figures);
  const full = figures?.length === 2 ? short + (short <= lastShortYear ? 2000 : 1900) : short;
  if (!(full >= firstYear && full <= lastYear)) return undefined;
  const number = /^\d/.test(monthWord ?? "") ? Number(monthWord) : monthNumber(monthWord ?? "");
  if (hasMonth !== 0 && number === undefined) return undefined;
  const parts = [
    String(full),
    ...(hasMonth === 0 ? [] : [String(number).padStart(2, "0")]),
    ...(hasDay === 0 ? [] : [(dayDigits ?? "").padStart(2, "0")]),
  ];
  const date = parts.join("-");
  return isPublicationDate(date) ? date : undefined;
}

/** Only a day has a time. */
function withTime(date: string, text: string, length: number): FoundDate {
  const [whole, hour = "", minute, half = "", zone = ""] =
    date.length === 10 ? (time.exec(text.slice(length)) ?? []) : [];
  // "3. Mai 2024 12" says nothing of twelve o'clock.
  if (whole === undefined || (minute === undefined && half === "")) return { date, length };
  const hours = (Number(hour) % (/^[ap]/iu.test(half) ? 12 : 24)) + (/^p/iu.test(half) ? 12 : 0);
  const stamped = `${date}T${String(hours).padStart(2, "0")}:${minute ?? "00"}`;
  // The names of zones are capitals; other words go on with the line.
  const end = length + whole.length - (/\p{Ll}/u.test(zone) ? zone.length : 0);
  return isPublicationDate(stamped) ? { date: stamped, length: end } : { date, length };
}
