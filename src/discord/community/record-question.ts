import type { Answer } from "../../answering/answer.ts";
import { isSmallTalk } from "../../answering/small-talk/small-talk.ts";
import type { Community } from "./community.ts";

/** A question that has been answered. */
export interface RecordedQuestion {
  readonly trigger: string;
  readonly answer: Answer;
  readonly latencyMs: number;
  readonly guildId: string | null;
  /** Id of the person who asked. */
  readonly person: string;
}

/** Counts a question; its words, and who asked, are stored only if the server wants that. */
export function recordQuestion(
  { store, settingsOf, count }: Pick<Community, "store" | "settingsOf" | "count">,
  { trigger, answer, latencyMs, guildId, person }: RecordedQuestion,
): void {
  if (store === undefined || (answer.kind === "abstained" && isSmallTalk(answer.reason))) return;
  const keepsWords = guildId !== null && settingsOf(guildId).keepsQuestions;
  count({
    guild: guildId ?? "",
    asked_at: Date.now(),
    trigger_kind: trigger,
    language: answer.language,
    certainty: answer.certainty,
    reason: answer.kind === "abstained" ? answer.reason : null,
    latency_ms: Math.round(latencyMs),
    citations: answer.kind === "answered" ? citationsOf(answer) : null,
    question: keepsWords ? answer.question : null,
    person: keepsWords ? store.personHash(person) : null,
  });
}

function citationsOf({ passages, worthShowing }: Answer): string {
  return passages
    .slice(0, Math.max(1, worthShowing))
    .map(({ citation }) => citation)
    .join(" ");
}
