import { languageByCode } from "../../analysis/languages.ts";
import type { Lexicon } from "../../analysis/lexicon/lexicon.ts";
import type { AnalyzedToken } from "../../analysis/tokens/token.ts";
import type { LanguageCode } from "../../documents/document.ts";
import { type AlternativeSet, addRelations } from "./alternatives.ts";
import type { QueryContext } from "./build-query.ts";
import { sameSound } from "./spelling.ts";

/** A word that exists is meant, unless it is far rarer than the word of the index that one letter makes of it. */
const farRarer = 1.5;

function isLikelier(
  candidate: { readonly word: string; readonly likeness: number },
  zipf: number,
  language: LanguageCode,
  lexicon: Lexicon,
): boolean {
  return candidate.likeness === sameSound || (lexicon.zipf(language, candidate.word) ?? 0) >= zipf + farRarer;
}

/**
 * Words of the index that a word may be a misspelling, or another spelling, of.
 * @returns what the word was taken for, where it was
 */
export function addRespellings(
  set: AlternativeSet,
  spellings: Map<string, number>,
  token: AnalyzedToken,
  context: QueryContext,
  zipf: number | undefined,
): string | undefined {
  let corrected: string | undefined;
  for (const target of context.languages) {
    const word = languageByCode(target).fold(token.text);
    for (const candidate of context.respell(word, target, true)) {
      if (zipf !== undefined && !isLikelier(candidate, zipf, target, context.lexicon)) continue;
      const weight = candidate.likeness * context.settings.alternatives.spelling;
      set.add(candidate.term, weight, "spelling");
      if (corrected === undefined) {
        const word = { folded: candidate.word, isNoun: undefined };
        addRelations(set, languageByCode(target).stem(candidate.word), word, target, context.lexicon, weight);
      }
      spellings.set(candidate.word, weight);
      corrected ??= candidate.word;
    }
  }
  return corrected === token.folded ? undefined : corrected;
}
