import { judgeModel } from "../judging/judge-model.ts";
import type { JudgeModel } from "../judging/model.ts";
import type { JudgedPassage } from "./cited-passages.ts";

/** Features that compare an additional passage with the first one; from 0 to 1, except for differences. */
export interface FurtherFeatures {
  /** Its score as a share of the first one's. */
  readonly scoreShare: number;
  /** How far the first one is from a sure answer. */
  readonly doubt: number;
  readonly coverage: number;
  readonly coverageLead: number;
  readonly kindAmidLead: number;
  readonly kindNearby: number;
  readonly missingShare: number;
}

export const furtherFeatureNames = [
  "scoreShare",
  "doubt",
  "coverage",
  "coverageLead",
  "kindAmidLead",
  "kindNearby",
  "missingShare",
] as const satisfies readonly (keyof FurtherFeatures)[];

/** @returns undefined where one of the two was not judged */
export function furtherFeatures(
  first: JudgedPassage,
  further: JudgedPassage,
  confidence: number,
): FurtherFeatures | undefined {
  if (first.judgement === undefined || further.judgement === undefined) return undefined;
  const [a, b] = [first.judgement.evidence, further.judgement.evidence];
  return {
    scoreShare: first.cited.score === 0 ? 0 : further.cited.score / first.cited.score,
    doubt: 1 - confidence,
    coverage: b.sentenceCoverage,
    coverageLead: b.nearCoverage - a.nearCoverage,
    kindAmidLead: b.kindAmid - a.kindAmid,
    kindNearby: b.kindNearby,
    missingShare: b.missingShare,
  };
}

/** How likely an additional passage is to answer as well, from 0 to 1: a logistic function of the features. */
export function furtherConfidence(features: FurtherFeatures, model: Pick<JudgeModel, "further"> = judgeModel): number {
  let z = model.further.bias;
  for (const name of furtherFeatureNames) z += model.further.weights[name] * features[name];
  return 1 / (1 + Math.exp(-z));
}

/**
 * Moves the passages worth showing to the front: the best one, and any other that is likely enough to answer too. If
 * documents disagree or the question compares things, all are worth showing. @returns all passages, and how many are
 * worth showing
 */
export function withWorthFirst(
  passages: readonly JudgedPassage[],
  { confidence, keepsAll }: { readonly confidence: number; readonly keepsAll: boolean },
): { readonly passages: readonly JudgedPassage[]; readonly worthShowing: number } {
  const [first, ...others] = passages;
  if (first === undefined || keepsAll) return { passages, worthShowing: passages.length };
  const isWorth = (further: JudgedPassage): boolean => {
    const features = furtherFeatures(first, further, confidence);
    return features !== undefined && furtherConfidence(features) >= judgeModel.further.least;
  };
  const worth = others.filter(isWorth);
  const rest = others.filter((passage) => !worth.includes(passage));
  return { passages: [first, ...worth, ...rest], worthShowing: 1 + worth.length };
}
