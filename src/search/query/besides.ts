import type { Language } from "../../analysis/language.ts";
import type { AnalyzedToken } from "../../analysis/tokens/token.ts";
import type { TextRange } from "../../documents/document.ts";
import type { Concept } from "./concept.ts";
import { frameEnd } from "./question-frame.ts";

/** The importance of words next to the question in a message, where the question itself has hardly any. */
const leanedOnImportance = 0.4;
/** A question with fewer content words than this leans on the rest of the message. */
const enoughConcepts = 2;
/** The words of what is asked for; all words where otherwise nothing would be left to look for. */
export function withoutFrame(words: readonly AnalyzedToken[], leads: readonly TextRange[]): readonly AnalyzedToken[] {
  const asked = words.filter((word) => !leads.some((lead) => isWithin(word, lead)));
  return asked.some((word) => !word.isStopWord) ? asked : words;
}

/** What leads up to what a part of a message asks for. */
export function leadOf(text: string, { start, end }: TextRange, language: Language["code"]): TextRange {
  const part = text.slice(start, end);
  const blank = part.length - part.trimStart().length;
  return { start, end: start + blank + frameEnd(part.trimStart(), language) };
}

export function isWithin({ start, end }: TextRange, range: TextRange): boolean {
  return start >= range.start && end <= range.end;
}

/** The rest of a message counts only if its question depends on it. */
export function withBesides(concepts: readonly Concept[], parts: readonly TextRange[]): Concept[] {
  const isAsked = (concept: Concept): boolean => parts.some((part) => isWithin(concept, part));
  const asked = concepts.filter(isAsked);
  if (asked.length === 0 || asked.length === concepts.length) return [...concepts];
  if (asked.length >= enoughConcepts) return asked;
  return concepts.map((concept) =>
    isAsked(concept) ? concept : { ...concept, importance: concept.importance * leanedOnImportance },
  );
}
