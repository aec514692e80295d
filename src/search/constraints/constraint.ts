import type { ReadText } from "./read-text.ts";

/**
 * What a question fixes to the letter: `name`: a name with marks or figures, or of one letter; `number`: a number with what
 * it counts; `phrase`: words in quotation marks, or a question of small words alone; `negation`: whether something is or is
 * not; `order`: from where to where, before or after what.
 */
export type ConstraintKind = "name" | "number" | "phrase" | "negation" | "order";

/** A place in a text that meets a constraint (`share` from 0 to 1), or has another thing where it asks for one (below 0). */
export interface Finding {
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
  /** The same for passages, which may meet it in other words. */
  readonly passageWeight: number;
  /** Whether nothing without it can be the answer. */
  readonly isHard: boolean;
  /** Whether a text that has neither it nor another thing in its place is half as good as one that has it. */
  readonly isNeutral: boolean;
  find(text: ReadText): readonly Finding[];
}
