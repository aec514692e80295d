import { english } from "./english/english.ts";
import { german } from "./german/german.ts";
import type { Language } from "./language.ts";

/** Every language that the program can analyse; the first one is taken where nothing else is known. */
export const languages: readonly [Language, ...Language[]] = [german, english];

export function languageOf(code: Language["code"]): Language {
  return languages.find((language) => language.code === code) ?? languages[0];
}
