import type { Messages } from "../../locales/messages.ts";
import type { EvaluatedQuestion } from "../services.ts";
import type { Style } from "../text/style.ts";

/** How many questions were answered, and which were not. */
export function renderEvaluation(questions: readonly EvaluatedQuestion[], messages: Messages, style: Style): string {
  const m = messages.terminal.evaluation;
  const answerable = questions.filter(({ isAnswerable }) => isAnswerable);
  const others = questions.filter(({ isAnswerable }) => !isAnswerable);
  const sure = answerable.filter(({ certainty }) => certainty === "sure");
  const within = (most: number): number => answerable.filter(({ place }) => (place ?? Infinity) <= most).length;
  const lines: string[] = [];
  if (answerable.length > 0) {
    lines.push(style.strong(m.answerable(answerable.length)));
    lines.push(`  ${m.first(within(1))}`, `  ${m.amongThree(within(3))}`, `  ${m.amongTen(within(10))}`);
    lines.push(`  ${m.sure(sure.length, sure.filter(({ place }) => place === 1).length)}`);
    lines.push(`  ${m.leftUnanswered(answerable.filter(({ certainty }) => certainty === "none").length)}`);
  }
  if (others.length > 0) {
    lines.push(style.strong(m.unanswerable(others.length)));
    lines.push(`  ${m.toldSo(others.filter(({ certainty }) => certainty === "none").length)}`);
    lines.push(`  ${m.wronglySure(others.filter(({ certainty }) => certainty === "sure").length)}`);
  }
  const missed = answerable.filter(({ place }) => place !== 1);
  const wrong = others.filter(({ certainty }) => certainty !== "none");
  if (missed.length + wrong.length > 0) lines.push("", style.strong(m.toLookAt));
  for (const { question, place, first } of missed) lines.push(`  ${m.missed(question, place, first)}`);
  for (const { question, first } of wrong) lines.push(`  ${m.answeredAnyway(question, first)}`);
  return lines.join("\n");
}
