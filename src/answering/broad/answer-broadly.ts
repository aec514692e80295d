import type { LanguageCode } from "../../documents/document.ts";
import type { PassageIndex } from "../../search/passage-index.ts";
import { askedParts } from "../../search/query/asked-parts.ts";
import type { Answer, CitedPassage } from "../answer.ts";
import { parseQuestion } from "../question.ts";
import type { AskOptions } from "../service.ts";
import { broadQuestion } from "./broad-question.ts";
import { type AskPassages, collectionOverview, topicOverview } from "./overview.ts";

/** So many questions of one message are answered by themselves. */
const mostQuestions = 4;
/** A question of fewer letters goes on from the one before ("Und wann?"). */
const leastQuestionChars = 18;

/**
 * Answers what a message asks: a question about all documents or about a topic with documents, several questions one by
 * one, any other as `ask` does.
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
  const language = options.language ?? detect(message) ?? index.mainLanguage();
  const broad = parts.length === 1 ? broadQuestion(parts[0] ?? "", language) : undefined;
  if (broad?.kind === "collection") return collectionOverview(index, await ask(message, options), options);
  if (broad?.kind === "topic") {
    return topicOverview(index, ask, { question: message, topic: broad.topic }, { ...options, language });
  }
  const questions = parts.filter((part) => part.length >= leastQuestionChars && part.endsWith("?"));
  if (questions.length < 2 || questions.length < parts.length || questions.length > mostQuestions) {
    return ask(message, options);
  }
  const answers: Answer[] = [];
  for (const question of questions) answers.push(await ask(question, options));
  return oneByOne(message, answers);
}

/** The answers of several questions as one: each one's best passage in the order of the questions, then the second ones, … */
function oneByOne(question: string, answers: readonly Answer[]): Answer {
  const deepest = Math.max(...answers.map(({ passages }) => passages.length));
  const passages: CitedPassage[] = [];
  for (let at = 0; at < deepest; at++) {
    for (const answer of answers) {
      const passage = answer.kind === "answered" || at === 0 ? answer.passages[at] : undefined;
      if (passage !== undefined && !passages.some(({ citation }) => citation === passage.citation))
        passages.push(passage);
    }
  }
  // As a whole it is as sure as its least sure part.
  const [first, ...rest] = answers;
  const least = rest.reduce((a, b) => (b.confidence < (a?.confidence ?? 1) ? b : a), first);
  if (least === undefined) throw new Error("unreachable: there are several answers");
  const most = Math.max(...answers.map((answer) => answer.passages.length), answers.length);
  return {
    ...least,
    question,
    lookedFor: answers.flatMap(({ lookedFor }) => lookedFor),
    missing: answers.flatMap(({ missing }) => missing),
    saysDifferentThings: false,
    passages: passages.slice(0, most),
  };
}
