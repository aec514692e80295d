import { readFileSync } from "node:fs";
import type { Fundstelle } from "../answering/service.ts";
import { AppError, describeError } from "../errors.ts";
import { parseJudgments } from "./judgments.ts";
import { type EvaluationReport, makeReport } from "./report.ts";
import { type Outcome, runJudgments } from "./run.ts";

/** What was asked of a collection, and what came out. */
export interface Evaluation {
  readonly outcomes: readonly Outcome<undefined>[];
  readonly report: EvaluationReport;
}

/** @throws AppError `file-unreadable` */
export function readJudgmentsFile(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/u, "");
  } catch (cause) {
    const message = `The questions cannot be read: ${describeError(cause)}`;
    throw new AppError("file-unreadable", message, "See docs/EVALUATING.md for how to write them.", { cause });
  }
}

/** The figures are about ten; a few more make up for passages that occur twice. */
const passagesLookedAt = 12;

/**
 * Asks the judged questions of a file as anybody would ask them.
 * @param content of the file, see `parseJudgments`
 * @throws AppError `judgments-invalid`
 */
export async function evaluate(fundstelle: Fundstelle, content: string, file: string): Promise<Evaluation> {
  const judgments = parseJudgments(content, file, (text) => fundstelle.detectLanguage(text));
  const outcomes = await runJudgments(
    judgments,
    async (question) => ({
      answer: await fundstelle.ask(question, { limit: passagesLookedAt }),
      features: undefined,
      judgements: [],
    }),
    "passage",
    () => "",
    () => undefined,
  );
  return { outcomes, report: makeReport(outcomes) };
}
