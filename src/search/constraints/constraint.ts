import type { ReadText } from "./read-text.ts";

/**
 * What a question fixes to the letter: `name`: a name with marks or figures, or of one letter; `number`: a number with what
 * it counts; `phrase`: words in quotation marks, or a question of small words alone; `negation`: whether something is or is
 * not; `order`: from where to where, before or after what; `title`: the title or heading that the question is itself;
 * `changes`: that no list of changes is asked for, which tells what a thing is only by the way; `count`: how many of what;
 * `speaker`: whose words are asked for.
 */
export type ConstraintKind =
  | "name"
  | "number"
  | "phrase"
  | "negation"
  | "order"
  | "title"
  | "changes"
  | "count"
  | "speaker";

/** A place in a text that meets a constraint (`share` from 0 to 1), or has another thing where it asks for one (below 0). */
export interface ConstraintMatch {
  readonly start: number;
  readonly end: number;
  readonly share: number;
}

/** One thing that a question wants to the letter. */
export interface Constraint {
  readonly kind: ConstraintKind;
  /** UTF-16 range of its words in the question. */
  readonly start: number;
  readonly end: number;
  /** From 0 to 1: its weight among the others when the sentences of a passage are compared. */
  readonly weight: number;
  /** What a passage gains for meeting it in full, compared with all signals together, which add up to 1. */
  readonly passageWeight: number;
  /** Whether a passage without it cannot be the answer. */
  readonly isHard: boolean;
  /** Whether a text without it, but with nothing else in its place, counts half as much as one that has it. */
  readonly isNeutral: boolean;
  /** Where to look for it, if not both in the passage and around it. */
  readonly where?: "around" | "passage";
  find(text: ReadText): readonly ConstraintMatch[];
}

/** What a passage gains for meeting a hard constraint: more than all signals together. */
export const hardWeight = 2.5;
