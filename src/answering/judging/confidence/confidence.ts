import type { Certainty } from "../../answer.ts";
import { type ConfidenceFeatures, featureNames } from "../features.ts";
import type { Judgement } from "../judge.ts";
import { inputValues, type JudgeInput, judgeInputs } from "../judge-inputs.ts";
import { confidenceModel } from "./confidence-model.ts";
import { judgeModel } from "./judge-model.ts";
import { logistic } from "./log-odds.ts";
import type { ConfidenceModel, JudgeModel, Place } from "./model.ts";
import { parseTree, sumOfTrees, type Tree } from "./trees.ts";

/** The log odds that the best passage is about what is asked: a sum of the features. */
export function foundLogit(features: ConfidenceFeatures, model: ConfidenceModel = confidenceModel): number {
  let z = model.bias;
  for (const name of featureNames) z += model.weights[name] * features[name];
  return z;
}

/** What a confidence is made of; each from 0 to 1. */
export interface ConfidenceParts {
  /** That the best passage is about what is asked. */
  readonly found: number;
  /** Calibrated: how often such an answer is right. */
  readonly confidence: number;
}

/** What is needed of a judgement. */
export type Judged = Pick<Judgement, "evidence" | "hasMismatch" | "isUnderHeading">;

/**
 * The calibrated probability that the best passage answers, by what speaks for it and against it and by what it was found
 * by. Where something else stands in the answer's place, the confidence stays below "sure"; where half of the question
 * stands nowhere in the documents, it is low.
 */
export function confidenceOf(
  features: ConfidenceFeatures,
  judged: Judged | undefined,
  model: JudgeModel = judgeModel,
  foundModel: ConfidenceModel = confidenceModel,
): ConfidenceParts {
  const about = foundLogit(features, foundModel);
  if (judged === undefined) return { found: logistic(about), confidence: 0 };
  const place = placeOf(judged);
  const { slope, offset } = model.calibration[place];
  const says = model.bias + sumOfTrees(treesOf(model, place), inputValues(features, judged.evidence));
  const most =
    features.foundAnywhere < leastFoundAnywhere
      ? mostOfUnknown
      : judged.hasMismatch
        ? model.sure[place] - belowSure
        : 1;
  return { found: logistic(about), confidence: Math.min(logistic(slope * says + offset), most) };
}

const belowSure = 0.01;
/** Documents in which less of what is asked stands anywhere are about something else. */
const leastFoundAnywhere = 0.5;
const mostOfUnknown = 0.1;

/** What one input adds to the judge's log odds beside what it usually is. */
export interface JudgedInput {
  readonly name: JudgeInput;
  readonly value: number;
  readonly usual: number;
  readonly adds: number;
}

export function judgedInputs(
  features: ConfidenceFeatures,
  judged: Judged,
  model: JudgeModel = judgeModel,
): JudgedInput[] {
  const trees = treesOf(model, placeOf(judged));
  const values = inputValues(features, judged.evidence);
  const all = sumOfTrees(trees, values);
  return judgeInputs.map((name, index) => {
    const usual = model.usual[name];
    return { name, value: values[index] ?? 0, usual, adds: all - sumOfTrees(trees, values.with(index, usual)) };
  });
}

const parsed = new WeakMap<readonly string[], readonly Tree[]>();

function treesOf(model: JudgeModel, place: Place): readonly Tree[] {
  const lines = model.trees[place];
  let trees = parsed.get(lines);
  if (trees === undefined) {
    trees = lines.map((line) => parseTree(line, judgeInputs));
    parsed.set(lines, trees);
  }
  return trees;
}

/** The tier of a confidence. */
export function certaintyOf(
  confidence: number,
  judged: Pick<Judged, "isUnderHeading"> | undefined,
  model: JudgeModel = judgeModel,
): Certainty {
  const place = placeOf(judged);
  if (confidence >= model.sure[place]) return "sure";
  return confidence >= model.uncertain[place] ? "uncertain" : "none";
}

/** Which calibration and which bars hold for a passage. */
export function placeOf(judged: Pick<Judged, "isUnderHeading"> | undefined): Place {
  return judged?.isUnderHeading === true ? "headed" : "bare";
}
