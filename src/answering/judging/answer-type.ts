import { alternatives, languageByCode } from "../../analysis/languages.ts";
import type { AnswerRules } from "../../analysis/rules/answer-rules.ts";
import type { AnswerType } from "../../analysis/rules/questions/asked-rules.ts";
import type { LanguageCode } from "../../documents/document.ts";

/** The kind of thing that a question asks for. @returns undefined if its wording does not tell */
export function answerTypeOf(question: string, language: LanguageCode): AnswerType | undefined {
  const rules = languageByCode(language).questions?.answerTypes;
  const asked = rules?.clause === undefined ? question : question.replace(rules.clause, "");
  const plain = asked.replaceAll("ß", "ss").replaceAll("ö", "o");
  return rules?.patterns.find(([, pattern]) => pattern.test(plain))?.[0];
}

const numberWords = new RegExp(`(?<!\\p{L})(?:${words("numbers")})(?!\\p{L})`, "iu");
/** A number with its separators, and the word before it. */
const figures = /(?:(\p{L}+)\s+)?(?<![\p{N}.,])(\p{N}+(?:[.,]\p{N}+)*)/gu;
const year = /^(?:1\d|20)\d\d$/;
/** What stands before a year; a number of the same form hardly follows it. */
const beforeYear = new RegExp(`^(?:${words("beforeYear")})$`, "iu");

function holdsNumber(sentence: string): boolean {
  if (numberWords.test(sentence)) return true;
  for (const [, word = "", figure = ""] of sentence.matchAll(figures)) {
    if (!year.test(figure) || !beforeYear.test(word)) return true;
  }
  return false;
}

const patterns: Record<Exclude<AnswerType, "number">, RegExp> = {
  time: new RegExp(
    `(?<!\\p{N})\\d{4}(?!\\p{N})|\\d{1,2}\\.\\d{1,2}\\.|(?<!\\p{N})\\d{1,2}:\\d{2}(?!\\p{N})|(?<!\\p{L})(?:${words("times")})(?!\\p{L})`,
    "iu",
  ),
  place: new RegExp(`(?<!\\p{L})(?:${words("beforePlace")})\\s+(?:(?:${words("articles")})\\s+)?\\p{Lu}`, "u"),
  reason: new RegExp(`(?<!\\p{L})(?:${words("reasons")})(?!\\p{L})`, "iu"),
  person: new RegExp(
    `\\p{Lu}\\p{L}+\\s+(?:(?:von|van|de|der|al|bin|ibn|le|la)\\s+)?\\p{Lu}\\p{L}+|(?<!\\p{L})(?:${words("persons")})(?!\\p{L})`,
    "u",
  ),
};

function words(name: Exclude<keyof AnswerRules, "defining">): string {
  return alternatives(({ answers }) => answers?.[name]);
}

/** Whether a sentence holds something of the kind that is asked for; a year is no number of something. */
export function holdsAnswerType(sentence: string, type: AnswerType): boolean {
  return type === "number" ? holdsNumber(sentence) : patterns[type].test(sentence);
}
