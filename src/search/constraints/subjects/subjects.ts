import { languages } from "../../../analysis/languages.ts";
import type { TextRange } from "../../../documents/document.ts";

/** How questions lead up to their subject, in every language that knows it. */
export const subjectRules = languages.flatMap(({ questions }) => (questions === undefined ? [] : [questions.subjects]));

/** A question without what leads up to its subject and what stands behind it. */
export function subjectIn(question: string, kind: "SmallWords" | "Thing"): TextRange {
  const start = Math.max(0, ...subjectRules.map((rules) => lengthOf(rules[`before${kind}`], question)));
  const rest = question.slice(start);
  const behind = Math.max(0, ...subjectRules.map((rules) => lengthOf(rules[`behind${kind}`], rest)));
  return { start, end: question.length - behind };
}

/** Whether a question asks for one fact of a thing. */
export function asksFact(question: string): boolean {
  return subjectRules.some((rules) => rules.asksFact.test(question));
}

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}
