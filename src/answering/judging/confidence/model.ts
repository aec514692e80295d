import type { EvidenceName } from "../evidence/list.ts";
import type { ConfidenceFeatures } from "../features.ts";
import type { JudgeInput } from "../judge-inputs.ts";

/** Weights of the sum that tells whether the best passage is about what is asked. */
export interface ConfidenceModel {
  readonly bias: number;
  readonly weights: Readonly<Record<keyof ConfidenceFeatures, number>>;
}

/** slope · log odds + offset. */
export interface Line {
  readonly slope: number;
  readonly offset: number;
}

/** A passage's score as a share of the first one's, how far that is from a sure answer, leads over it, and evidence. */
export type AdditionalName = "scoreShare" | "doubt" | "coverageLead" | "kindAmidLead" | EvidenceName;

export type Place = keyof ByPlace<unknown>;

/** One of a passage under a heading, a lead-in or a question, and of bare text, which must say all by itself. */
export interface ByPlace<T> {
  readonly headed: T;
  readonly bare: T;
}

/** The judge as it was learnt. */
export interface JudgeModel {
  /** The log odds that the trees begin from. */
  readonly bias: number;
  /** One line each, as `formatTree` writes them. */
  readonly trees: ByPlace<readonly string[]>;
  /** What each input usually is, to tell what it adds beside that. */
  readonly usual: Readonly<Record<JudgeInput, number>>;
  /** From log odds to those that come true. */
  readonly calibration: ByPlace<Line>;
  /** What makes a second or third passage worth showing, and from what probability on it is. */
  readonly additional: {
    readonly bias: number;
    readonly weights: Readonly<Record<AdditionalName, number>>;
    readonly least: number;
  };
  /** From which confidence on an answer is called so. */
  readonly sure: ByPlace<number>;
  readonly uncertain: ByPlace<number>;
}
