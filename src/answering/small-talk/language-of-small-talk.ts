import { languages } from "../../analysis/languages.ts";
import type { LanguageCode } from "../../documents/document.ts";
import { plainWords } from "./plain-words.ts";

/** The language that a greeting or a thank-you is in, if it is of one language alone. */
export function languageOfSmallTalk(text: string): LanguageCode | undefined {
  const words = plainWords(text);
  return languages.find(({ smallTalk }) => smallTalk?.ownWords.test(words) === true)?.code;
}
