import { withoutMarkup } from "../boilerplate/wording.ts";
import { alternatives, documentRules, saidByAll } from "../language-rules.ts";

/** A longer paragraph says more than how it belongs to others. */
const maxReferringChars = 600;
const maxSentenceChars = 220;
/** Between two halves stands no more than this. */
const maxBetweenChars = 25;
const maxLetterLineChars = 160;

const discourse = documentRules.flatMap(({ discourse: words }) => words ?? []);
const between = new RegExp(`^(?:${alternatives(({ discourse: words }) => words?.between)})[:.…]{0,3}$`, "iu");
const announcements = saidByAll(({ discourse: words }) => words?.announcesText);
const courtesies = saidByAll(({ discourse: words }) => words?.courtesies);
const pointers = saidByAll(({ discourse: words }) => words?.pointsElsewhere);
const descriptions = saidByAll(({ discourse: words }) => words?.describesText);
const aboutText = [...announcements, ...pointers, ...courtesies];
/** What stands before the first word: marks of quotes and of emphasis, signs. */
const marksBefore = /^[^\p{L}\p{N}([{„“"'«»§]{1,12}/u;
const begins = /^["'„“”‚‘»«(]{0,2}\p{Ll}[\p{L}\p{M}-]*(?=[\s,;:.)]|$)/u;
const firstWords = /^(?:\S+\s+){2,3}/u;
const statementEnd = /[.!?:;…][*_"'”“»«’)\]]*\s*$/u;
/** What a reader can write down and follow. */
const address = /(?:^|[\s<])(?:https?:\/\/|www\.)|[\w.-]@[\w-]+\.\w/u;

/** Whether a paragraph says something of what stands right before it: "This means …". */
export function refersBack(words: string): boolean {
  return (
    words.length <= maxReferringChars &&
    discourse.some(({ refersBack: pattern }) => pattern?.test(beginningOf(words)) === true)
  );
}

/** Whether a paragraph or sentence leans on what is said right before it: "In this case …", "This means …". */
export function leansOnLast(words: string): boolean {
  return (
    refersBack(words) ||
    (words.length <= maxReferringChars &&
      discourse.some(({ leansOnLast: pattern }) => pattern?.test(beginningOf(words)) === true))
  );
}

/** Whether the first words of a sentence already lean on what is said right before it. */
export function leansAtOnce(words: string): boolean {
  return refersBack(words) || leansOnLast(firstWords.exec(words)?.[0] ?? "");
}

/** Whether a sentence announces the code, table or list right below it: "with the following contents". */
export function announcesBlock(sentence: string): boolean {
  return discourse.some(({ announcesBlock: pattern }) => pattern?.test(sentence) === true);
}

/** Whether a sentence says that there are several things of a kind, and names none: "There are several ways". */
export function announcesParts(sentence: string): boolean {
  const plain = withoutMarkup(sentence).replace(/\s+/gu, " ").replace(marksBefore, "");
  return discourse.some(({ announcesParts: pattern }) => pattern?.test(plain) === true);
}

/** Whether a paragraph is no more than the word between two halves of something: "to". */
export function isBetween(words: string): boolean {
  return words.length <= maxBetweenChars && between.test(words.replace(marksBefore, ""));
}

/** Whether a paragraph goes on with a sentence that the one before it has not ended. */
export function goesOn(words: string, before: string): boolean {
  return begins.test(words.slice(0, 60)) && !statementEnd.test(before.slice(-12));
}

/** Whether a paragraph says only what the text around it is about, or where more is to be read, or thanks the reader. */
export function isAboutText(words: string): boolean {
  return isMadeOf(words, aboutText);
}

/** Whether a paragraph says only where more is to be read. */
export function pointsElsewhere(words: string): boolean {
  return isMadeOf(words, pointers);
}

/** Whether a paragraph leads to where more is to be read, be it with an address that can be written down. */
export function leadsElsewhere(words: string): boolean {
  return isMadeOf(words, pointers, true);
}

/** Whether words say no more of a text than what kind of text it is, and what about: "An overview of our cranes". */
export function describesText(words: string): boolean {
  return isMadeOf(words, descriptions);
}

/** Whether a line greets the reader of a letter, or says what it is about. */
export function isSalutation(words: string): boolean {
  return (
    words.length <= maxLetterLineChars &&
    discourse.some(({ salutation }) => salutation?.test(withoutMarkup(words)) === true)
  );
}

/** Whether a paragraph is the last lines of a letter: "Kind regards". */
export function isClosing(words: string): boolean {
  return (
    words.length <= maxLetterLineChars && discourse.some(({ closing }) => closing?.test(withoutMarkup(words)) === true)
  );
}

/** So much of a paragraph tells whether it leans on another one, from its first word on. */
function beginningOf(words: string): string {
  return words.slice(0, 80).replace(marksBefore, "");
}

function isMadeOf(words: string, patterns: readonly RegExp[], withAddress = false): boolean {
  if (words.length > 2 * maxSentenceChars) return false;
  const plain = withoutMarkup(words).replace(/\s+/gu, " ");
  if (!withAddress && address.test(plain)) return false;
  const sentences = plain.split(/(?<=[.!?])\s+(?=["„“]?\p{Lu})/u).map((sentence) => sentence.replace(marksBefore, ""));
  return sentences.every(
    (sentence) => sentence.length <= maxSentenceChars && patterns.some((pattern) => pattern.test(sentence)),
  );
}
