import type { AnalyzedToken } from "../../tokens/token.ts";

const beginsSentence = /(?:^|[.!?:;]|[„“"»«(])\s*$/u;

/**
 * Which words of a German question are written with a capital and which without, where that tells nouns: not at the
 * beginning of a sentence, not in capitals throughout, and not in a question that has no capital inside.
 * @param question the text that the tokens are of
 */
export function tellingCapitals(
  question: string,
  words: readonly AnalyzedToken[],
): ReadonlyMap<AnalyzedToken, boolean> {
  const telling = new Map<AnalyzedToken, boolean>();
  for (const word of words) {
    if (word.kind !== "word" || beginsSentence.test(question.slice(0, word.start))) continue;
    const isInCapitals = word.text.length > 1 && word.text === word.text.toUpperCase();
    if (!isInCapitals) telling.set(word, /^\p{Lu}/u.test(word.text));
  }
  return [...telling.values()].includes(true) ? telling : new Map();
}
