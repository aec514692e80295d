/** The days that a date covers as people type it: a day, a month or a year. */
export interface DayRange {
  /** ISO days, both inclusive. */
  readonly from: string;
  readonly until: string;
}

/** Reads `2023-09-12`, `2023-09`, `2023`, `12.9.2023` and `9.2023`; undefined for anything else and for days that are none. */
export function parseDay(typed: string): DayRange | undefined {
  const text = typed.trim();
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (iso) return rangeOf(iso[1], iso[2], iso[3]);
  const german = /^(?:(\d{1,2})\.\s*)?(\d{1,2})\.\s*(\d{4})$/.exec(text);
  return german === null ? undefined : rangeOf(german[3], german[2], german[1]);
}

function rangeOf(year: string | undefined, month: string | undefined, day: string | undefined): DayRange | undefined {
  const firstMonth = month ?? "1";
  const lastMonth = month ?? "12";
  const lastDay = day ?? String(new Date(Date.UTC(Number(year), Number(lastMonth), 0)).getUTCDate());
  const from = isoDay(year, firstMonth, day ?? "1");
  const until = isoDay(year, lastMonth, lastDay);
  return from === undefined || until === undefined ? undefined : { from, until };
}

function isoDay(year: string | undefined, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : text;
}
