import { readDate } from "../metadata/read-date.ts";

/** Day nought of clocks and tables: what programs write where they know no date. */
const daysNought = /^(?:1601-01-01|1899-12-3[01]|1900-01-0[01]|1904-01-01|1970-01-01)/;

/**
 * The date of publication in a field that says nothing else, in the form that `parsePublicationDate` takes; undefined
 * where there is none, or only what programs write in its place.
 */
export function statedDate(value: string | undefined): string | undefined {
  const date = readDate(value ?? "");
  return date === undefined || daysNought.test(date) ? undefined : date;
}
