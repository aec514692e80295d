import { oneLine } from "../../../one-line.ts";
import { shownQuestionChars } from "../../limits.ts";
import { escapeText } from "../../render/text/escape.ts";
import { mapAroundSpoilers, withoutMarks } from "./marks.ts";

/** A question as it is asked and shown: its words without marks on one line, so that what a message shows can be read back as it was. */
export function toQuestion(typed: string): string {
  return oneLine(withoutMarks(typed));
}

/** Escapes a question for display: nothing in it is interpreted except its spoilers. */
export function showQuestion(question: string): string {
  return mapAroundSpoilers(question, escapeText);
}

/** Whether a question fits where it is shown. */
export function fitsMessage(question: string): boolean {
  return question.length <= shownQuestionChars && escapeText(question).length <= shownQuestionChars;
}

const previousChars = 400;

/** What a follow-up goes on from: the question before, with what that one went on from while there is room; else "". */
export function previousOf(question: string, before: string): string {
  const chain = before === "" ? question : `${before} ${question}`;
  return [chain, question, before].find((text) => text !== "" && escapeText(text).length <= previousChars) ?? "";
}
