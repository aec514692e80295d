import type { Language } from "../src/analysis/language.ts";
import { languageByCode } from "../src/analysis/languages.ts";
import type { Lexicon } from "../src/analysis/lexicon/lexicon.ts";

/** Whether every content word of an expression is known to the frequency lists, or is made of words that are. */
export function isKnownExpression(expression: string, code: Language["code"], lexicon: Lexicon): boolean {
  const language = languageByCode(code);
  const zipf = (word: string): number | undefined => lexicon.zipf(code, word);
  return expression
    .split(/[\s/-]+/)
    .map((word) => language.fold(word.replace(/[^\p{L}\p{M}\p{N}]/gu, "")))
    .every(
      (word) =>
        word === "" ||
        /^\p{N}/u.test(word) ||
        zipf(word) !== undefined ||
        lexicon.zipfOfStem(code, language.stem(word)) !== undefined ||
        language.splitCompound(word, zipf).length > 0,
    );
}
