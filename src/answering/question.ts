import { AppError } from "../errors.ts";

/** A longer question is a text; a Discord message could not hold more either. */
export const maxQuestionChars = 4000;

/**
 * A question as it may be asked: white space at its ends off, lone surrogates and control characters replaced.
 * @throws AppError `question-empty`, `question-too-long`
 */
export function parseQuestion(text: string): string {
  if (text.length > maxQuestionChars) {
    throw new AppError(
      "question-too-long",
      `The question has ${text.length} characters, more than ${maxQuestionChars}.`,
      "Ask it in fewer words.",
    );
  }
  const question = text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
  if (question === "") {
    throw new AppError("question-empty", "The question is empty.", "Write what you want to know.");
  }
  return question;
}
