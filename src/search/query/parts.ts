import { languageByCode } from "../../analysis/languages.ts";
import type { Lexicon } from "../../analysis/lexicon/lexicon.ts";
import { stemTerm } from "../../analysis/term.ts";
import { humpsOf } from "../../analysis/tokens/humps.ts";
import type { AnalyzedToken } from "../../analysis/tokens/token.ts";
import type { LanguageCode } from "../../documents/document.ts";
import type { RankingSettings } from "../settings/weights.ts";
import { type AlternativeSet, addRelations } from "./alternatives.ts";

interface PartsContext {
  readonly lexicon: Lexicon;
  readonly settings: RankingSettings;
  readonly languages: readonly LanguageCode[];
  isIndexed(term: string): boolean;
}

/** Other forms of a word (runterladen for herunterladen), with what is related to them. @param folded the word */
export function addOtherForms(set: AlternativeSet, folded: string, code: LanguageCode, context: PartsContext): void {
  const language = languageByCode(code);
  const weight = context.settings.alternatives.form;
  for (const form of language.otherForms(folded)) {
    const stem = language.stem(form);
    const word = { folded: form, isNoun: undefined };
    if (context.isIndexed(stemTerm(stem, code))) set.add(stemTerm(stem, code), weight, "form", word);
    addRelations(set, stem, word, code, context.lexicon, weight);
  }
}

/** How frequent a word counts that only the documents know, and how many letters it has at least. */
const zipfOfOwnWord = 2.3;
const leastOwnChars = 5;

/**
 * A compound's parts may stand apart in a passage; what is related to its head counts a little too.
 * @returns terms of the two words that the compound is made of; none where it is no compound
 */
export function addParts(
  set: AlternativeSet,
  token: AnalyzedToken,
  code: LanguageCode,
  context: PartsContext,
): readonly string[] {
  const language = languageByCode(code);
  const termOfPart = (part: string): string => stemTerm(language.stem(part), code);
  const isWhole = context.isIndexed(stemTerm(token.stem, code));
  const isOwn = (word: string): boolean => word.length >= leastOwnChars && context.isIndexed(termOfPart(word));
  const zipf = (word: string): number | undefined =>
    context.lexicon.zipf(code, word) ?? (!isWhole && isOwn(word) ? zipfOfOwnWord : undefined);
  const parts = language.splitCompound(token.folded, zipf);
  const halves = halvesOf(token.folded, parts);
  // A compound that the documents have needs no parts that no list knows: they would make it common.
  if (isWhole && halves[0] !== undefined && zipf(halves[0]) === undefined) return [];
  const stems = [...new Set(parts.map((part) => language.stem(part)))].filter((stem) => stem !== token.stem);
  const { part } = context.settings.alternatives;
  for (const stem of stems) set.add(stemTerm(stem, code), part, "part");
  for (const stem of stems)
    addRelations(set, stem, undefined, code, context.lexicon, part * context.settings.relatedPart);
  return halves.map(termOfPart);
}

/** Of the parts on every level, the two that the word was cut into: the first one, and the longest that ends it. */
function halvesOf(folded: string, parts: readonly string[]): readonly string[] {
  const [first, ...others] = parts;
  const last = others
    .filter((part) => folded.endsWith(part))
    .reduce((longest, part) => (part.length > longest.length ? part : longest), "");
  return first === undefined || last === "" || !folded.startsWith(first) ? [] : [first, last];
}

/** What a name's words count by themselves where no document has the name. */
const unknownNamePart = 0.8;
const leastHumpChars = 3;

/** The words of a name that capitals part, where no document has the name as a whole. */
export function addHumps(set: AlternativeSet, { text }: AnalyzedToken, context: PartsContext): void {
  const humps = humpsOf(text).filter((hump) => hump.length >= leastHumpChars);
  if (humps.length === 0 || set.some(context.isIndexed)) return;
  for (const code of context.languages) {
    const language = languageByCode(code);
    for (const hump of humps) {
      const folded = language.fold(hump);
      if (!language.isStopWord(folded)) set.add(stemTerm(language.stem(folded), code), unknownNamePart, "part");
    }
  }
}

/** A translation may be a compound where the passage has its parts; stems are split as far as they are words. */
export function addTranslatedParts(
  set: AlternativeSet,
  stem: string,
  weight: number,
  code: LanguageCode,
  context: PartsContext,
): void {
  const language = languageByCode(code);
  for (const part of language.splitCompound(stem, (word) => context.lexicon.zipf(code, word))) {
    set.add(stemTerm(language.stem(part), code), weight * context.settings.alternatives.part, "part");
  }
}
