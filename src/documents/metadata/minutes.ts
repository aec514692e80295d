import { inBylines } from "../language-rules.ts";
import { dateAtStart, readDate } from "./read-date.ts";

/** Documents that are about one day and written on it, or soon after, or sent out on it. */
const minutes = new RegExp(`\\b(?:${inBylines("minutes")})\\b`, "iu");
/** Documents that are written before it. */
const toCome = new RegExp(`(?:^|[^\\p{L}])(?:${inBylines("beforeMeetings")})(?![\\p{L}])`, "iu");

/** Whether a document is the minutes of a meeting, or news of a day, by its title or the name of its file. */
export function isMinutes(title: string, file: string): boolean {
  const words = `${title} ${nameOf(file).replace(/[_-]/g, " ")}`;
  return minutes.test(words) && !toCome.test(words);
}

/**
 * The day, or the month, in the title or the name of a file where these call the document the minutes of a meeting, or
 * where the name begins with a day as the posts of a diary do: `2024-05-03-protokoll.md`, `Protokoll vom 3. Mai 2024`.
 */
export function dateOfMinutes(title: string, file: string): string | undefined {
  const name = nameOf(file);
  const posted = /^\d{4}([-_.])\d{2}\1\d{2}(?=[-_ ]|$)/.exec(name)?.[0];
  if (posted !== undefined) return readDate(posted.replaceAll("_", "-"));
  if (!isMinutes(title, file)) return undefined;
  const words = name.replace(/(?<!\d)(\d{4})_(\d{2})_(\d{2})(?!\d)/gu, "$1-$2-$3").replaceAll("_", " ");
  return dateIn(title, 10) ?? dateIn(words, 10) ?? dateIn(title, 7) ?? dateIn(words, 7);
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
}

/** The first date of so many characters or more, without its time of day. */
function dateIn(words: string, chars: number): string | undefined {
  for (const { index } of words.matchAll(/(?<![\p{L}\p{N}.])(?=[\p{L}\p{N}])/gu)) {
    const found = dateAtStart(words.slice(index));
    if (found !== undefined && found.date.length >= chars) return found.date.slice(0, 10);
  }
  return undefined;
}
