import type { Passage, TextRange } from "../../documents/document.ts";

/** What a section of a statute is cited as, down to its Absatz: `§ 6`, `§ 6 Abs. 2`, `§ 6 Abs. 2–4`. */
const cited = /^(?<section>(?:§|Art\.) \d+[a-z]?)(?: Abs\. (?<paragraph>\d+[a-z]?)(?:–\d+[a-z]?)?)?$/u;
/** Where an Absatz begins in the text. */
const opening = /^[ \t]*(?:[-*+•–][ \t]+)?\((\d{1,3}[a-z]?)\)\s/gmu;
/** Numbers and letters below a lead-in are cited as such, not by sentences. */
const item = /^[ \t]*(?:[-*+•–]|\d{1,3}\\?[.)]|\(?[a-z]{1,2}\\?\))[ \t]+(?!\(\d)/mu;

/**
 * The headings above a passage, of a statute the last one down to a sentence as lawyers cite it: `§ 6 Abs. 2 S. 1`.
 * Sentences are counted where their Absatz has several, and where it begins in the passage.
 * @param text of the passage
 * @param sentence in the canonical text
 */
export function headingsOfSentence(passage: Passage, text: string, sentence: TextRange): readonly string[] {
  const { headingPath, range, sentences, part } = passage;
  const { section, paragraph } = cited.exec(headingPath.at(-1) ?? "")?.groups ?? {};
  if (section === undefined || (part !== undefined && part !== "a")) return headingPath;
  const at = sentence.start - range.start;
  const opened = [...text.matchAll(opening)];
  const own = opened.findLast(({ index }) => index <= at);
  if (own === undefined && (paragraph !== undefined || opened.length > 0)) return headingPath;
  const start = own?.index ?? 0;
  const end = opened.find(({ index }) => index > at)?.index ?? text.length;
  const within = sentences.filter((one) => one.start - range.start >= start && one.start - range.start < end);
  const name = own === undefined ? section : `${section} Abs. ${own[1]}`;
  const isCounted = within.length > 1 && !item.test(text.slice(start, end)) && part === undefined;
  const number = within.findIndex((one) => one.start <= sentence.start && sentence.start < one.end) + 1;
  return [...headingPath.slice(0, -1), isCounted && number > 0 ? `${name} S. ${number}` : name];
}
