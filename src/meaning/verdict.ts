/** How likely a model thinks it that a passage states the answer to a question, states a part of it, or does not; shares of 1. */
export interface Verdict {
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
}

/**
 * Judges one passage.
 * @throws AppError `model-unavailable`; the signal's reason where that ended it
 */
export type JudgePassage = (question: string, passage: string, signal: AbortSignal) => Promise<Verdict>;
