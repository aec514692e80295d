import type { Answer } from "../../answering/answer.ts";
import { passagesAsShown } from "../../answering/choosing/several-sources.ts";
import { withPointed } from "../../answering/pointed.ts";
import type { Fundstelle } from "../../answering/service.ts";
import { shownPassages } from "../../answering/shown/shown-passages.ts";
import { defined } from "../../defined.ts";
import type { DocumentFilter } from "../../search/passage-index.ts";
import type { PointerRow } from "../../store/tables.ts";
import { findPointed } from "../community/find-pointed.ts";
import { recordQuestion } from "../community/record-question.ts";
import type { BotContext } from "../context.ts";
import { withoutSpoilers } from "../messages/text/marks.ts";
import { type AnswerPage, shownAtFirst } from "../render/answer-view.ts";
import { filterOf, type Scope } from "../scope.ts";

/** How many passages can be paged through; later ones have less and less to do with the question. */
const mostPassages = 12;

/** A question as it comes from Discord. */
export interface Asked {
  readonly question: string;
  /** The question before, "" where there is none. */
  readonly previous: string;
  readonly scope: Scope;
  /** What whoever is shown the answer may see. */
  readonly seen: DocumentFilter;
  /** How many passages to skip. */
  readonly offset: number;
  /** How many the first page shows, at most; absent: `shownPassages`. */
  readonly mostAtFirst?: number;
  /** Passages that people of the server have pointed to; absent: none. */
  readonly pointers?: readonly PointerRow[];
}

/**
 * Asks a question and selects the passages for one message. @param onRevision called if a model may still revise the
 * answer, with a promise of the revised page; it resolves to undefined if nothing changes
 * @throws AppError `question-empty`, `question-too-long`
 */
export async function askPage(
  fundstelle: Fundstelle,
  { question, previous, scope, seen, offset, mostAtFirst, pointers = [] }: Asked,
  onRevision?: (revised: Promise<AnswerPage | undefined>) => void,
): Promise<AnswerPage> {
  const filter = filterOf(scope, seen);
  const asked = withoutSpoilers(question);
  // What goes on from a question before is another one.
  const pointed = previous === "" ? await findPointed(fundstelle, asked, pointers, filter) : undefined;
  const pageOf = (found: Answer): AnswerPage => {
    const answer = pointed === undefined ? found : withPointed(found, pointed.passage);
    const count = offset === 0 ? shownAtFirst(answer, mostAtFirst) : shownPassages;
    const shown = passagesAsShown(answer).slice(offset, offset + count);
    return { answer, passages: shown, offset, question, ...defined({ mostAtFirst, pointer: pointed?.id }) };
  };
  const answer = await fundstelle.ask(asked, {
    limit: mostPassages,
    filter,
    ...(previous === "" ? {} : { previousQuestion: withoutSpoilers(previous) }),
    ...(onRevision === undefined
      ? {}
      : {
          onRevision: (revised) =>
            onRevision(revised.then((later) => (later === undefined ? undefined : pageOf(later)))),
        }),
  });
  return pageOf(answer);
}

/** The same for an answer that a model may still change after it has gone out. @returns `revised`: undefined where nothing changes */
export async function askRevisably(
  fundstelle: Fundstelle,
  asked: Asked,
): Promise<{ readonly page: AnswerPage; readonly revised: Promise<AnswerPage | undefined> }> {
  const revisions: Promise<AnswerPage | undefined>[] = [];
  const page = await askPage(fundstelle, asked, (revised) => revisions.push(revised));
  return { page, revised: revisions[0] ?? Promise.resolve(undefined) };
}

/** A question that has been answered, and by whom and where it was asked. */
interface AnsweredQuestion {
  readonly id: string;
  readonly trigger: string;
  readonly answer: Answer;
  /** As `performance.now()` gave it. */
  readonly startedAt: number;
  readonly guildId: string | null;
  readonly person: string;
}

/** Logs one line per question, with its words only if the host wants them. */
export function logQuestion(
  { log, settings, metrics, community }: Pick<BotContext, "log" | "settings" | "metrics" | "community">,
  { id, trigger, answer, startedAt, guildId, person }: AnsweredQuestion,
): void {
  const latencyMs = performance.now() - startedAt;
  recordQuestion(community, { trigger, answer, latencyMs, guildId, person });
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
