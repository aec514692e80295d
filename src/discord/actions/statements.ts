import { toQuestion } from "../messages/text/question-text.ts";

export const checkedStatements = 3;
const leastWords = 4;
const statementChars = 600;

/** The sentences of a message that state something, in its order; questions, greetings, quotes of others and links are none. */
export function statementsIn(content: string, locale: string): string[] {
  const words = content
    .replace(/```[\s\S]*?```/gu, " ")
    .replace(/<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|https?:\/\/\S+/gu, " ")
    .replace(/^(?:#{1,3}|-#|>>>|>|[-*]|\d+\.)\s+/gmu, "")
    .replace(/\*\*|__|~~|\|\||`/gu, "");
  return words
    .split(/\n+/u)
    .flatMap((line) => [...new Intl.Segmenter(locale, { granularity: "sentence" }).segment(line)])
    .map(({ segment }) => toQuestion(segment))
    .filter((sentence) => sentence.length <= statementChars && !sentence.endsWith("?"))
    .filter((sentence) => sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length >= leastWords);
}
