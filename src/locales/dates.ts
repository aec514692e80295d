import type { CitedPassage } from "../answering/answer.ts";
import type { Locale } from "./locale.ts";

type PublicationDate = NonNullable<CitedPassage["metadata"]["published"]>;

const precisions: Record<PublicationDate["precision"], Intl.DateTimeFormatOptions> = {
  minute: { dateStyle: "long", timeStyle: "short" },
  day: { dateStyle: "long" },
  month: { year: "numeric", month: "long" },
  year: { year: "numeric" },
};

const tags: Record<Locale, string> = { de: "de-DE", en: "en-GB" };

/** A date of publication as far as it is stated: `12. September 2023 um 11:57`, `August 2022`, `2019`. */
export function formatDate(published: PublicationDate, locale: Locale): string {
  // Stated times have no zone: they are written as they are read.
  const [, hours = "00", minutes = "00"] = /T(\d\d):(\d\d)/.exec(published.stated) ?? [];
  const moment = new Date(`${published.from}T${hours}:${minutes}:00Z`);
  if (Number.isNaN(moment.getTime())) return published.stated;
  return new Intl.DateTimeFormat(tags[locale], { ...precisions[published.precision], timeZone: "UTC" }).format(moment);
}

/** A number with the language's separators. */
export function formatNumber(value: number, locale: Locale, maxFractionDigits = 0): string {
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: maxFractionDigits }).format(value);
}
