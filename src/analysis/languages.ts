import { dutch } from "./dutch/dutch.ts";
import { english } from "./english/english.ts";
import { french } from "./french/french.ts";
import { german } from "./german/german.ts";
import { italian } from "./italian/italian.ts";
import type { Language, LanguageCode } from "./language.ts";
import { createPlainLanguage } from "./plain-language.ts";
import { portuguese } from "./portuguese/portuguese.ts";
import { spanish } from "./spanish/spanish.ts";

/** Every language that the program can analyse; a question whose words speak for none is taken for one in the first. */
export const languages: readonly [Language, ...Language[]] = [
  german,
  english,
  french,
  spanish,
  italian,
  dutch,
  portuguese,
];

/** A text in any other language: its words as they are written, but for case and accents. */
export const unknownLanguage = createPlainLanguage({ code: "und" });

const byCode = new Map([...languages, unknownLanguage].map((language) => [language.code, language]));

/** The codes of all of them, the unknown one last; numbers of languages in an index are places in this list. */
export const languageCodes: readonly string[] = [...byCode.keys()];

/** @param code of ISO 639-1; what the program cannot analyse is an unknown language */
export function languageByCode(code: LanguageCode): Language {
  return byCode.get(code) ?? unknownLanguage;
}

/** Alternatives of a regular expression, those of all languages that have any. */
export function alternatives(pick: (language: Language) => string | undefined): string {
  return languages.flatMap((language) => pick(language) ?? []).join("|");
}
