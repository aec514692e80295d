import { languageByCode } from "../../analysis/languages.ts";
import { words } from "../../analysis/rules/sentence-rules.ts";
import type { LanguageCode } from "../document.ts";

/** Words of their own that are abbreviations before a number only: "No. 5", "Art. 3". */
const beforeNumbers = words(
  "art ch cl eq eqs fig figs kap lit min mo di mi do sa so no op pol sat sun wed para paras pos rn rz sec tab verf gen mag ziff",
);

/** These may end a sentence: they do where a word follows that begins one. */
const maybeLast = words(
  "usw etc uvm usf max jr sr bros inc co ltd al corp dept est jh jhd std min mio mrd v.chr n.chr e.v u.v.m u.ä o.ä",
);

/** What a lower-cased word, written before a stop, is there: an abbreviation that goes on, one that may end a sentence, or none. */
export function abbreviationKind(
  word: string,
  language: LanguageCode,
  isBeforeNumber: boolean,
): "never-last" | "maybe-last" | "none" {
  if (maybeLast.has(word)) return "maybe-last";
  if (languageByCode(language).sentences?.neverLast.has(word) === true) return "never-last";
  if (isBeforeNumber && beforeNumbers.has(word)) return "never-last";
  // Streets are written "Hauptstr.".
  return /^(?:\p{L}\.)+\p{L}$|\p{L}str$/u.test(word) ? "maybe-last" : "none";
}

/** Whether a lower-cased word, capitalised in the text, shows that a sentence begins. */
export function beginsSentence(word: string, language: LanguageCode): boolean {
  return languageByCode(language).sentences?.starters.has(word) === true;
}

export function isMonth(word: string, language: LanguageCode): boolean {
  return languageByCode(language).sentences?.months.has(word) === true;
}
