import { languageByCode } from "../../analysis/languages.ts";
import type { AnswerType } from "../../analysis/rules/questions/asked-rules.ts";
import type { LanguageCode } from "../../documents/document.ts";

/** The kind of thing that a question asks for. @returns undefined if its wording does not tell */
export function answerTypeOf(question: string, language: LanguageCode): AnswerType | undefined {
  const rules = languageByCode(language).questions?.answerTypes;
  const asked = rules?.clause === undefined ? question : question.replace(rules.clause, "");
  const plain = asked.replaceAll("ß", "ss").replaceAll("ö", "o");
  return rules?.patterns.find(([, pattern]) => pattern.test(plain))?.[0];
}

const months =
  "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|may|june|july|october|december";
const numberWords =
  /(?<!\p{L})(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:\p{L}+und)?(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|dutzende?n?|hunderte?n?|tausende?n?|million(?:en)?|milliarden?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|millions?|billions?)(?!\p{L})/iu;
/** A number with its separators, and the word before it. */
const figures = /(?:(\p{L}+)\s+)?(?<![\p{N}.,])(\p{N}+(?:[.,]\p{N}+)*)/gu;
const year = /^(?:1\d|20)\d\d$/;
/** What stands before a year; a number of the same form hardly follows it. */
const beforeYear =
  /^(?:jahre?|in|seit|bis|ab|um|vor|nach|von|wurden?|war|waren|year|since|until|till|by|from|before|after|was|were)$/iu;

function holdsNumber(sentence: string): boolean {
  if (numberWords.test(sentence)) return true;
  for (const [, word = "", figure = ""] of sentence.matchAll(figures)) {
    if (!year.test(figure) || !beforeYear.test(word)) return true;
  }
  return false;
}

const patterns: Record<Exclude<AnswerType, "number">, RegExp> = {
  time: new RegExp(
    `(?<!\\p{N})\\d{4}(?!\\p{N})|\\d{1,2}\\.\\d{1,2}\\.|(?<!\\p{N})\\d{1,2}:\\d{2}(?!\\p{N})|(?<!\\p{L})(?:${months}|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|jahr\\p{L}*|jahrhundert\\p{L}*|monat\\p{L}*|woche\\p{L}*|tage?n?|stunden?|minuten?|sekunden?|std|min|uhr|heute|gestern|years?|months?|weeks?|days?|hours?|minutes?|seconds?|[ap]\\.?m|century|centuries|today|yesterday)(?!\\p{L})`,
    "iu",
  ),
  place: /(?<!\p{L})(?:in|im|nach|aus|bei|auf|an|am|from|at|to|near)\s+(?:der\s+|dem\s+|den\s+|die\s+|the\s+)?\p{Lu}/u,
  reason:
    /(?<!\p{L})(?:weil|da|denn|wegen|aufgrund|um|damit|deshalb|daher|dazu|grund|gründe|ziel|because|since|due|order|reason|therefore|so that)(?!\p{L})/iu,
  person:
    /\p{Lu}\p{L}+\s+(?:(?:von|van|de|der|al|bin|ibn|le|la)\s+)?\p{Lu}\p{L}+|(?<!\p{L})(?:er|sie|präsident\p{L}*|minister\p{L}*|experte\p{L}*|sprecher\p{L}*|he|she|president|minister|expert|spokes\p{L}*)(?!\p{L})/u,
};

/** Whether a sentence holds something of the kind that is asked for; a year is no number of something. */
export function holdsAnswerType(sentence: string, type: AnswerType): boolean {
  return type === "number" ? holdsNumber(sentence) : patterns[type].test(sentence);
}
