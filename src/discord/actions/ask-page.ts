import type { Answer } from "../../answering/answer.ts";
import { newestFirst } from "../../answering/choosing/several-sources.ts";
import type { Fundstelle } from "../../answering/service.ts";
import type { BotContext } from "../context.ts";
import { withoutSpoilers } from "../messages/text/marks.ts";
import { type AnswerPage, isSideBySide, passagesPerPage, shownAtFirst } from "../render/answer-view.ts";
import { filterOf, type Scope } from "../scope.ts";

/** How many passages can be paged through; later ones have less and less to do with the question. */
const mostPassages = 12;

/** A question as it comes from Discord. */
export interface Asked {
  readonly question: string;
  /** The question before, "" where there is none. */
  readonly previous: string;
  readonly scope: Scope;
  readonly guildId: string | null;
  /** How many passages to skip. */
  readonly offset: number;
}

/** Asks, and takes the passages for one message. @throws AppError `question-empty`, `question-too-long` */
export async function askPage(
  fundstelle: Fundstelle,
  { question, previous, scope, guildId, offset }: Asked,
): Promise<AnswerPage> {
  const answer = await fundstelle.ask(withoutSpoilers(question), {
    limit: mostPassages,
    filter: filterOf(scope, guildId),
    ...(previous === "" ? {} : { previousQuestion: withoutSpoilers(previous) }),
  });
  const shown = answer.passages.slice(offset, offset + (offset === 0 ? shownAtFirst(answer) : passagesPerPage));
  return { answer, passages: isSideBySide({ answer, offset }) ? newestFirst(shown) : shown, offset, question };
}

/** One line for each question; its words only where the host wants them. */
export function logQuestion(
  { log, settings, metrics }: Pick<BotContext, "log" | "settings" | "metrics">,
  { id, trigger, answer, startedAt }: { id: string; trigger: string; answer: Answer; startedAt: number },
): void {
  const latencyMs = performance.now() - startedAt;
  metrics.question({ trigger, latencyMs, abstention: answer.kind === "abstained" ? answer.reason : undefined });
  log.info(
    {
      id,
      trigger,
      language: answer.language,
      latencyMs: Math.round(latencyMs),
      certainty: answer.certainty,
      confidence: Math.round(answer.confidence * 1000) / 1000,
      hits: answer.passages.length,
      ...(answer.kind === "abstained" ? { reason: answer.reason } : {}),
      ...(settings.logQuestions ? { question: answer.question } : {}),
    },
    "question",
  );
}
