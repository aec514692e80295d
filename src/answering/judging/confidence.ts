import type { Certainty } from "../answer.ts";
import { confidenceModel } from "./confidence-model.ts";
import { type ConfidenceFeatures, featureNames } from "./features.ts";

export type ConfidenceModel = typeof confidenceModel;

/** The calibrated probability, from 0 to 1, that the best passage answers: a logistic function of the features. */
export function confidenceOf(features: ConfidenceFeatures, model: ConfidenceModel = confidenceModel): number {
  let z = model.bias;
  for (const name of featureNames) z += model.weights[name] * features[name];
  return 1 / (1 + Math.exp(-z));
}

/** The tier of a confidence. */
export function certaintyOf(confidence: number, model: ConfidenceModel = confidenceModel): Certainty {
  if (confidence >= model.sure) return "sure";
  return confidence >= model.uncertain ? "uncertain" : "none";
}
