import { languages } from "../../analysis/languages.ts";

/** How questions depend on the one before, in every language that knows it. */
export const followUpRules = languages.flatMap(({ questions }) =>
  questions === undefined ? [] : [questions.followUps],
);
/** Question words and function words, which name nothing. */
const functionWords = new Set(followUpRules.flatMap((rules) => rules.functionWords));

/** Whether a question can only be understood from the one before: by "und", by a pronoun, or since it names nothing itself. */
export function leansOnPrevious(question: string): boolean {
  const text = question.trim();
  const leans = followUpRules.some(
    ({ opening, pronounAtStart, demonstrative, pronoun, placedPronoun }) =>
      [opening, pronounAtStart, demonstrative, pronoun].some((pattern) => pattern.test(text)) ||
      placedPronoun?.test(text) === true,
  );
  if (leans) return true;
  // In "Kim und seine Raketen" the pronoun refers to a name in the same question.
  const isOwned = followUpRules.some(({ possessive }) => {
    const owned = possessive.exec(text);
    return owned !== null && !/\s\p{Lu}/u.test(text.slice(0, owned.index));
  });
  if (isOwned) return true;
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => functionWords.has(word));
}
