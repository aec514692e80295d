import type { AnswerType } from "../../analysis/rules/questions/asked-rules.ts";
import { tokenize } from "../../analysis/tokens/tokenizer.ts";
import type { Answer, CitedPassage } from "../answer.ts";

/** A passage with a smaller share of the best score is about something else. */
const voiceShare = 0.8;

/** The passages that answer about as well as the best one. */
export function voicesOf(passages: readonly CitedPassage[]): CitedPassage[] {
  const best = Math.max(0, ...passages.map(({ score }) => score));
  return passages.filter(({ score }) => score >= voiceShare * best);
}

/**
 * Whether the passages say different things: the question asks for a number or a time, passages of several documents
 * that answer about equally well each name one in the sentence that answers, and no two of them the same.
 */
export function sayDifferentThings(passages: readonly CitedPassage[], answerType: AnswerType | undefined): boolean {
  if (answerType !== "number" && answerType !== "time") return false;
  const byDocument = new Map<string, Set<string>>();
  for (const passage of voicesOf(passages)) {
    const named = figuresIn(passage, answerType);
    if (named.size > 0 && !byDocument.has(passage.metadata.key)) byDocument.set(passage.metadata.key, named);
  }
  const voices = [...byDocument.values()];
  return (
    voices.length > 1 &&
    voices.every((voice, index) => voices.slice(index + 1).every((other) => isDisjoint(voice, other)))
  );
}

/** An answer's passages in the order in which people see them: best first, or newest first where they say different things. */
export function passagesAsShown(answer: Answer): readonly CitedPassage[] {
  return isSideBySide(answer) ? newestFirst(answer.passages) : answer.passages;
}

/** Whether an answer's first passages are shown side by side, since they say different things. */
export function isSideBySide({ kind, saysDifferentThings }: Answer): boolean {
  return kind === "answered" && saysDifferentThings;
}

/**
 * Passages that answer about equally well newest first, those of the same day and undated ones in the order of their rank,
 * undated ones last; then the others.
 */
function newestFirst(passages: readonly CitedPassage[]): CitedPassage[] {
  const day = ({ metadata }: CitedPassage): string => metadata.published?.until ?? "";
  const voices = voicesOf(passages);
  const sorted = [...voices].sort((a, b) => (day(a) === day(b) ? 0 : day(a) < day(b) ? 1 : -1));
  return [...sorted, ...passages.filter((passage) => !voices.includes(passage))];
}

function figuresIn({ text, passage, highlight }: CitedPassage, answerType: "number" | "time"): Set<string> {
  const sentence = text.slice(highlight.start - passage.range.start, highlight.end - passage.range.start);
  const tokens = tokenize(sentence).filter(({ kind }) => kind === "number" || kind === "date");
  const isTime = ({ kind, text: figure }: { kind: string; text: string }): boolean =>
    kind === "date" || /^(?:1\d|20)\d\d$/.test(figure);
  return new Set(tokens.filter((token) => (answerType === "time") === isTime(token)).map((token) => token.text));
}

function isDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return false;
  return true;
}
