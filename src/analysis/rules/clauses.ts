import type { AnalyzedToken } from "../tokens/token.ts";

/** A clause whose last word belongs to its verb, and the words before that. */
interface ClauseWithEnd {
  readonly end: AnalyzedToken;
  readonly before: readonly AnalyzedToken[];
}

/**
 * The clauses of a text that end with one of some words.
 * @param words all words of the text, in their order
 * @param openings folded words that begin a clause, as punctuation does
 * @param ends folded words
 */
export function clausesEndingWith(
  text: string,
  words: readonly AnalyzedToken[],
  openings: ReadonlySet<string>,
  ends: ReadonlySet<string>,
): readonly ClauseWithEnd[] {
  return clausesOf(text, words, openings).flatMap((clause) => {
    const end = clause.at(-1);
    return end !== undefined && ends.has(end.folded) ? [{ end, before: clause.slice(0, -1) }] : [];
  });
}

function clausesOf(
  text: string,
  words: readonly AnalyzedToken[],
  openings: ReadonlySet<string>,
): readonly (readonly AnalyzedToken[])[] {
  const clauses: AnalyzedToken[][] = [];
  words.forEach((word, index) => {
    const before = words[index - 1];
    const opens =
      before === undefined || openings.has(word.folded) || /[,;.!?:]/.test(text.slice(before.end, word.start));
    if (opens) clauses.push([word]);
    else clauses.at(-1)?.push(word);
  });
  return clauses;
}
