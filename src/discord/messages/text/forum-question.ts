import { isQuestion } from "./is-question.ts";

/** A text up to this length is searched for as a whole; of a longer one, only what it asks. */
const shortChars = 200;

/** What a forum post asks: its title, and its text or the questions in it. */
export function forumQuestion(title: string, text: string): string {
  const words = text.replace(/\s+/gu, " ").trim();
  const sentences = words.length <= shortChars ? [words] : (words.match(/[^.!?]+\?/gu) ?? []).filter(isQuestion);
  const asked = sentences
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "" && sentence !== title);
  return [title.trim(), ...asked].join(" ").slice(0, 2 * shortChars);
}
