import type { AnalyzedToken } from "../../analysis/token.ts";

/**
 * The words of a text by clause: they end with punctuation and before the words given.
 * @param words all words of the text, in their order
 * @param openings folded words that begin a clause
 */
export function clausesOf(
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
