import { judgeModel } from "../judging/confidence/judge-model.ts";
import { logistic } from "../judging/confidence/log-odds.ts";
import type { AdditionalName, JudgeModel } from "../judging/confidence/model.ts";
import { evidenceKinds } from "../judging/evidence/list.ts";
import type { PassageWithJudgement } from "./cited-passages.ts";

/** What an additional passage says for and against itself, and how it compares with the first one. */
export type AdditionalFeatures = Readonly<Record<AdditionalName, number>>;

export const additionalFeatureNames: readonly AdditionalName[] = [
  "scoreShare",
  "doubt",
  "coverageLead",
  "kindAmidLead",
  ...evidenceKinds.map(({ name }) => name),
];

/** @returns undefined where one of the two was not judged */
export function additionalFeatures(
  first: PassageWithJudgement,
  additional: PassageWithJudgement,
  confidence: number,
): AdditionalFeatures | undefined {
  if (first.judgement === undefined || additional.judgement === undefined) return undefined;
  const [best, own] = [first.judgement.evidence, additional.judgement.evidence];
  return {
    scoreShare: first.cited.score === 0 ? 0 : additional.cited.score / first.cited.score,
    doubt: 1 - confidence,
    coverageLead: own.nearCoverage - best.nearCoverage,
    kindAmidLead: own.kindAmid - best.kindAmid,
    ...own,
  };
}

/** How likely an additional passage is to answer as well, from 0 to 1: a logistic function of the features. */
export function additionalConfidence(
  features: AdditionalFeatures,
  model: Pick<JudgeModel, "additional"> = judgeModel,
): number {
  let z = model.additional.bias;
  for (const name of additionalFeatureNames) z += model.additional.weights[name] * features[name];
  return logistic(z);
}

/**
 * Moves the passages worth showing to the front: the best one, and any other that is likely enough to answer too and has
 * nothing else in the place of what was asked about. If documents disagree or the question compares things, all are worth
 * showing. @returns all passages, and how many are worth showing
 */
export function withWorthFirst(
  passages: readonly PassageWithJudgement[],
  { confidence, keepsAll }: { readonly confidence: number; readonly keepsAll: boolean },
): { readonly passages: readonly PassageWithJudgement[]; readonly worthShowing: number } {
  const [first, ...others] = passages;
  if (first === undefined || keepsAll) return { passages, worthShowing: passages.length };
  const isWorth = (additional: PassageWithJudgement): boolean => {
    if (additional.judgement?.hasMismatch) return false;
    const features = additionalFeatures(first, additional, confidence);
    return features !== undefined && additionalConfidence(features) >= judgeModel.additional.least;
  };
  const worth = others.filter(isWorth);
  const rest = others.filter((passage) => !worth.includes(passage));
  return { passages: [first, ...worth, ...rest], worthShowing: 1 + worth.length };
}
