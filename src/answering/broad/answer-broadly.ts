import type { LanguageCode } from "../../documents/document.ts";
import type { PassageIndex } from "../../search/passage-index.ts";
import { askedParts } from "../../search/query/asked-parts.ts";
import type { Answer, CitedPassage } from "../answer.ts";
import { parseQuestion } from "../question.ts";
import type { AskOptions } from "../service.ts";
import { broadQuestion } from "./broad-question.ts";
import { type AskPassages, collectionOverview, topicOverview } from "./overview.ts";
import { severalQuestions } from "./several-questions.ts";

/**
 * Answers a message. A question about the whole collection or a topic gets an overview of documents, several questions
 * are answered one by one, and everything else goes to `ask`.
 */
export async function answerBroadly(
  index: PassageIndex,
  ask: AskPassages,
  detect: (text: string) => LanguageCode | undefined,
  text: string,
  options: AskOptions = {},
): Promise<Answer> {
  const message = parseQuestion(text);
  const parts = askedParts(message).map(({ start, end }) => message.slice(start, end).trim());
  const language = options.language ?? detect(message) ?? index.mainLanguage(options.filter);
  const broad = parts.length === 1 ? broadQuestion(parts[0] ?? "", language) : undefined;
  if (broad?.kind === "collection") return collectionOverview(index, await ask(message, options), options);
  if (broad?.kind === "topic") {
    return topicOverview(index, ask, { question: message, topic: broad.topic }, { ...options, language });
  }
  const questions = severalQuestions(message);
  if (questions.length === 0) return ask(message, options);
  const answers: Answer[] = [];
  for (const { text, previous } of questions) {
    const before = previous ?? (answers.length === 0 ? options.previousQuestion : undefined);
    const { previousQuestion: _, ...others } = options;
    answers.push(await ask(text, before === undefined ? others : { ...others, previousQuestion: before }));
  }
  return oneByOne(message, answers);
}

/**
 * Several answers merged into one, for callers that do not look at the parts: the best passage of each in the order of
 * the questions, then the second-best ones, and so on. The whole is as sure as the least sure part.
 */
function oneByOne(question: string, parts: readonly Answer[]): Answer {
  const answered = parts.filter((part) => part.kind === "answered");
  const shown = answered.length > 0 ? answered : parts;
  const passages: CitedPassage[] = [];
  for (let at = 0; at < Math.max(...shown.map((part) => part.passages.length)); at++) {
    for (const part of shown) {
      const passage = part.passages[at];
      if (passage !== undefined && !passages.some(({ citation }) => citation === passage.citation))
        passages.push(passage);
    }
  }
  const least = shown.reduce((a, b) => (b.confidence < a.confidence ? b : a));
  const { findings: _findings, reckoning: _reckoning, ...base } = least;
  const together = {
    question,
    lookedFor: parts.flatMap(({ lookedFor }) => lookedFor),
    missing: parts.flatMap(({ missing }) => missing),
    findings: [],
    saysDifferentThings: false,
    passages,
    worthShowing: Math.min(passages.length, shown.length),
    parts,
  };
  if (base.kind === "abstained") return { ...base, ...together };
  const isSure = parts.every(({ certainty }) => certainty === "sure");
  return { ...base, ...together, certainty: isSure ? "sure" : "uncertain" };
}
