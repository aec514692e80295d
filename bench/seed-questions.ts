import { readFileSync } from "node:fs";
import { parseJudgments } from "../src/evaluation/judgments.ts";

/** The judged German questions on the seeds, over again until there are enough. */
export function seedQuestions(count: number): string[] {
  const file = "tests/judgments/seeds.jsonl";
  const questions = parseJudgments(readFileSync(file, "utf8"), file)
    .filter(({ lang }) => lang === "de")
    .map(({ question }) => question);
  return Array.from({ length: count }, (_, i) => questions[i % questions.length] ?? "");
}
