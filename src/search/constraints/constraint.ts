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

/** One thing that a question fixes to the letter. */
export interface Constraint {
  readonly kind: ConstraintKind;
  /** UTF-16 range in the question of the words that it stands for. */
  readonly start: number;
  readonly end: number;
  /** From 0 to 1: how much it counts beside others where sentences of one passage are told apart. */
  readonly weight: number;
  /** What a passage gains that meets it in full, beside signals of 1 in all. */
  readonly passageWeight: number;
  /** Whether nothing without it can be the answer. */
  readonly isHard: boolean;
  /** Whether a text that has neither it nor another thing in its place is half as good as one that has it. */
  readonly isNeutral: boolean;
  /** Where it is looked for, where not in the passage and around it alike. */
  readonly where?: "around" | "passage";
  find(text: ReadText): readonly ConstraintMatch[];
}

/** What a passage gains that has what nothing without it can be the answer: more than all signals together. */
export const hardWeight = 2.5;
