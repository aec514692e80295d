import { languageByCode } from "../../analysis/languages.ts";
import type { Lexicon } from "../../analysis/lexicon/lexicon.ts";
import { termOf } from "../../analysis/term.ts";
import type { AnalyzedToken } from "../../analysis/tokens/token.ts";
import { writingOf } from "../../analysis/writing.ts";
import type { LanguageCode } from "../../documents/document.ts";

/**
 * Words of a question that neither the lists nor the documents know, read as the frequent word that one letter makes of
 * them: what stands for that word can then be looked for, also where the documents lack the word itself.
 * @returns what each misspelt token is read as; its text and place stay as they are written
 */
export function repairedWords(
  tokens: readonly AnalyzedToken[],
  code: LanguageCode,
  { lexicon, isIndexed }: { readonly lexicon: Lexicon; isIndexed(term: string): boolean },
): ReadonlyMap<AnalyzedToken, AnalyzedToken> {
  const language = languageByCode(code);
  const repaired = new Map<AnalyzedToken, AnalyzedToken>();
  for (const token of tokens) {
    if (token.kind !== "word" || token.isStopWord || isIndexed(termOf(token, code))) continue;
    // A name need not be in any list.
    if (language.questions?.capitalsAreNames === true && token.start > 0 && /^\p{Lu}/u.test(token.text)) continue;
    if (hasEntry(token, code, lexicon)) continue;
    const folded = lexicon.nearestWord(code, token.folded);
    if (folded === undefined || !isLikelier(folded, token, code, lexicon)) continue;
    repaired.set(token, {
      ...token,
      folded,
      stem: language.stem(folded),
      isStopWord: language.isStopWord(folded, writingOf(token.text)),
    });
  }
  return repaired;
}

function hasEntry(token: AnalyzedToken, code: LanguageCode, lexicon: Lexicon): boolean {
  if (lexicon.relations(code, token.stem).length > 0) return true;
  return (languageByCode(code).questions?.translations([token], lexicon) ?? []).length > 0;
}

/** How much rarer a listed word must be than the one it is read as, as a base-10 logarithm. */
const muchRarer = 2.2;

/** Frequency lists contain common misspellings, too. */
function isLikelier(candidate: string, token: AnalyzedToken, code: LanguageCode, lexicon: Lexicon): boolean {
  const zipf = lexicon.zipf(code, token.folded) ?? lexicon.zipfOfStem(code, token.stem);
  return zipf === undefined || (lexicon.zipf(code, candidate) ?? 0) >= zipf + muchRarer;
}
