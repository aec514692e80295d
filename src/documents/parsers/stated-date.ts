import { isPublicationDate } from "../metadata/publication-date.ts";

const written = /^(\d{4})(?:([-/.])(\d{2})(?:\2(\d{2}))?)?(?:[T ]+(\d{2}:\d{2})\S*)?$/;

/**
 * A date of publication as machines write it (`2021-05-04T09:30:00+02:00`, `2021/05/04`, `2021-05`), in the form that
 * `parsePublicationDate` takes; the time as it stands, without its zone. Undefined where it is written otherwise.
 */
export function statedDate(value: string | undefined): string | undefined {
  const [, year, , month, day, time] = written.exec(value?.trim() ?? "") ?? [];
  if (year === undefined) return undefined;
  const date = [year, month, day].filter((part) => part !== undefined).join("-");
  return [time === undefined ? date : `${date}T${time}`, date].find(isPublicationDate);
}
