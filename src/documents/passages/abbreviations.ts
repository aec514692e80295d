import { languageByCode, languages } from "../../analysis/languages.ts";
import type { LanguageCode } from "../document.ts";

/** Texts have abbreviations of other languages, too. */
const sentenceRules = languages.flatMap(({ sentences }) => sentences ?? []);
const beforeNumbers = new Set(sentenceRules.flatMap((rules) => [...rules.beforeNumbers]));
const maybeLast = new Set(sentenceRules.flatMap((rules) => [...rules.maybeLast]));

/** What a lower-cased word, written before a stop, is there: an abbreviation that goes on, one that may end a sentence, or none. */
export function abbreviationKind(
  word: string,
  language: LanguageCode,
  isBeforeNumber: boolean,
): "never-last" | "maybe-last" | "none" {
  if (maybeLast.has(word)) return "maybe-last";
  if (languageByCode(language).sentences?.neverLast.has(word) === true) return "never-last";
  if (isBeforeNumber && beforeNumbers.has(word)) return "never-last";
  const isMaybeLast = sentenceRules.some(({ maybeLastEnding }) => maybeLastEnding?.test(word) === true);
  return isMaybeLast || /^(?:\p{L}\.)+\p{L}$/u.test(word) ? "maybe-last" : "none";
}

/** Whether a lower-cased word, capitalised in the text, shows that a sentence begins. */
export function beginsSentence(word: string, language: LanguageCode): boolean {
  return languageByCode(language).sentences?.starters.has(word) === true;
}

export function isMonth(word: string, language: LanguageCode): boolean {
  return languageByCode(language).sentences?.months.has(word) === true;
}
