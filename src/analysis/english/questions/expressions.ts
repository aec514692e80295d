import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { AnalyzedToken } from "../../tokens/token.ts";
import { longestHeadword, translateEnglish } from "../translate.ts";

/**
 * How many words of an English question are looked up as one expression from a place on.
 * @param words all words of the question, function words too
 */
export function expressionLength(words: readonly AnalyzedToken[], at: number, lexicon: Lexicon): number {
  const span = longestAt(words, at, lexicon);
  if (span === 2 && isNounWithPreposition(words, at)) return 1;
  // If two expressions share a word, it belongs to the second: "get something in return" does not contain "get in".
  return span === 2 && longestAt(words, at + 1, lexicon) > 1 ? 1 : span;
}

const articles: ReadonlySet<string> = new Set(["a", "an", "the"]);
/** Prepositions that a noun has as well as a verb; not those that make a noun of their own with it, as in lack of. */
const prepositions: ReadonlySet<string> = new Set("about after against at by from in into on over to with".split(" "));

/** A word after an article is a noun: in "a deal with someone" the word "deal" is not the verb "deal with". */
function isNounWithPreposition(words: readonly AnalyzedToken[], at: number): boolean {
  return articles.has(words[at - 1]?.folded ?? "") && prepositions.has(words[at + 1]?.folded ?? "");
}

function longestAt(words: readonly AnalyzedToken[], at: number, lexicon: Lexicon): number {
  const folded = words.slice(at, at + longestHeadword).map((word) => word.folded);
  const span = translateEnglish(folded, 0, lexicon);
  if (span === undefined || span.words === 1) return 1;
  return words.slice(at, at + span.words).every((word) => word.isStopWord) ? 1 : span.words;
}
