import type { Certainty } from "../answer.ts";
import { confidenceModel } from "./confidence-model.ts";
import { type ConfidenceFeatures, featureNames } from "./features.ts";
import { type JudgeModel, type Judgement, saysIt } from "./judge.ts";
import { judgeModel } from "./judge-model.ts";

export type ConfidenceModel = typeof confidenceModel;

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
  /** That it then says it. */
  readonly says: number;
  /** Calibrated: how often such an answer is right. */
  readonly confidence: number;
}

/**
 * The calibrated probability that the best passage answers: it must be about the matter, and say it. Where something
 * else stands in the answer's place, the confidence stays below "sure".
 */
export function confidenceOf(
  features: ConfidenceFeatures,
  judgement: Pick<Judgement, "evidence" | "hasMismatch"> | undefined,
  model: JudgeModel = judgeModel,
  foundModel: ConfidenceModel = confidenceModel,
): ConfidenceParts {
  const found = logistic(model.found.scale * foundLogit(features, foundModel) + model.found.bias);
  const says = judgement === undefined ? 0 : saysIt(judgement.evidence, model);
  const both = found * says;
  const calibrated = logistic(model.calibration.slope * logit(both) + model.calibration.offset);
  const most = judgement?.hasMismatch === true ? model.sure - belowSure : 1;
  return { found, says, confidence: Math.min(calibrated, most) };
}

const belowSure = 0.01;

/** The tier of a confidence. */
export function certaintyOf(confidence: number, model: JudgeModel = judgeModel): Certainty {
  if (confidence >= model.sure) return "sure";
  return confidence >= model.uncertain ? "uncertain" : "none";
}

function logistic(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function logit(p: number): number {
  const inside = Math.min(1 - 1e-9, Math.max(1e-9, p));
  return Math.log(inside / (1 - inside));
}
