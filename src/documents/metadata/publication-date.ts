import { AppError } from "../../errors.ts";
import type { PublicationDate } from "../document.ts";
import { saidByAll } from "../language-rules.ts";

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T([01]\d|2[0-3]):([0-5]\d))?)?)?$/;

/** Names of a month in lower case, with the month, 1 to 12. */
const monthNames = saidByAll(({ dates }) =>
  dates?.months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/**
 * Reads `2023-09-12T11:57`, `2023-09-12`, `2023-09` or `2023` as the range of days that it covers.
 * @throws AppError `sources-invalid` for other forms and for days that no calendar has.
 */
export function parsePublicationDate(stated: string): PublicationDate {
  const [, year, month, day, hour] = form.exec(stated) ?? [];
  if (year === undefined) throw invalidDate(stated);
  if (month === undefined) return { stated, from: `${year}-01-01`, until: `${year}-12-31`, precision: "year" };
  if (Number(month) < 1 || Number(month) > 12) throw invalidDate(stated);
  const lastDay = daysIn(Number(year), Number(month));
  if (day === undefined) {
    return { stated, from: `${year}-${month}-01`, until: `${year}-${month}-${lastDay}`, precision: "month" };
  }
  if (Number(day) < 1 || Number(day) > lastDay) throw invalidDate(stated);
  const date = `${year}-${month}-${day}`;
  return { stated, from: date, until: date, precision: hour === undefined ? "day" : "minute" };
}

/** Whether `parsePublicationDate` takes it. */
export function isPublicationDate(stated: string): boolean {
  try {
    parsePublicationDate(stated);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** The month, 1 to 12, of a name in any language, or of its first three letters or more. */
export function monthNumber(name: string): number | undefined {
  const lower = name.toLowerCase().replace(/\.$/, "");
  if (lower.length < 3) return undefined;
  return monthNames.find(([name]) => name.startsWith(lower))?.[1];
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function invalidDate(stated: string): AppError {
  return new AppError(
    "sources-invalid",
    `"${stated}" is no date of publication.`,
    "Write a minute, a day, a month or a year: 2023-09-12T11:57, 2023-09-12, 2023-09 or 2023.",
  );
}
