import type { Language } from "../../analysis/language.ts";
import { languageByCode } from "../../analysis/languages.ts";
import { termOf } from "../../analysis/term.ts";
import type { AnalyzedToken } from "../../analysis/tokens/token.ts";
import { isShouted } from "../../analysis/writing.ts";

/** Whether the capitals of a question tell acronyms from other words: not where it has none, or nothing else. */
export function haveTellingCapitals(question: string): boolean {
  return /\p{Lu}/u.test(question) && !isShouted(question);
}

/** A question's words, with those read as acronyms that are meant as such despite being written in lower case. */
export function withAcronyms(
  question: string,
  tokens: readonly AnalyzedToken[],
  code: Language["code"],
  isIndexed: (term: string) => boolean,
): readonly AnalyzedToken[] {
  const language = languageByCode(code);
  if (haveTellingCapitals(question)) return tokens;
  return tokens.map((token) => {
    if (token.kind !== "word" || token.isStopWord || isIndexed(termOf(token, code))) return token;
    const folded = language.fold(token.text.toUpperCase());
    // A misspelt word is read as another than is written.
    return folded === language.fold(token.text) ? token : { ...token, folded, stem: language.stem(folded) };
  });
}
