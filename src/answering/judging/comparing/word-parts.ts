import { languageByCode } from "../../../analysis/languages.ts";
import type { Lexicon } from "../../../analysis/lexicon/lexicon.ts";
import { RecentMap } from "../../../analysis/recent-map.ts";
import type { AnalyzedToken } from "../../../analysis/tokens/token.ts";
import type { LanguageCode } from "../../../documents/document.ts";

/** Stems of the parts of words that were split before, by language. */
const splits = new Map<LanguageCode, RecentMap<readonly string[]>>();

/** Stems of a compound's parts; none where it is no compound. */
export function partsOf(folded: string, code: LanguageCode, lexicon: Lexicon): readonly string[] {
  const language = languageByCode(code);
  if (language.joinsCompounds !== true) return [];
  const ofLanguage = splits.get(code) ?? new RecentMap<readonly string[]>(16_384);
  splits.set(code, ofLanguage);
  const known = ofLanguage.get(folded);
  if (known !== undefined) return known;
  const parts = language.splitCompound(folded, (word) => lexicon.zipf(code, word)).map((part) => language.stem(part));
  ofLanguage.set(folded, parts);
  return parts;
}

/** Words of which lists have synonyms, or that have parts, are no names, however rare. */
export function isExplained({ stem, folded }: AnalyzedToken, code: LanguageCode, lexicon: Lexicon): boolean {
  return (
    lexicon.relations(code, stem).some(({ kind }) => kind === "synonym" || kind === "narrower") ||
    partsOf(folded, code, lexicon).length > 0
  );
}
