import { confidenceOf, placeOf } from "../../../../src/answering/judging/confidence/confidence.ts";
import { confidenceModel } from "../../../../src/answering/judging/confidence/confidence-model.ts";
import { judgeModel } from "../../../../src/answering/judging/confidence/judge-model.ts";
import { logit } from "../../../../src/answering/judging/confidence/log-odds.ts";
import type { ConfidenceModel, JudgeModel, Place } from "../../../../src/answering/judging/confidence/model.ts";
import { formatTree } from "../../../../src/answering/judging/confidence/trees.ts";
import type { EvidenceName } from "../../../../src/answering/judging/evidence/list.ts";
import { featureNames } from "../../../../src/answering/judging/features.ts";
import {
  inputSigns,
  inputValues,
  isSeenAt,
  type JudgeInput,
  judgeInputs,
} from "../../../../src/answering/judging/judge-inputs.ts";
import { type BoostedRow, fitTrees } from "./boosting.ts";
import type { Example } from "./examples.ts";
import { fitLogistic } from "./logistic.ts";
import { weights } from "./sets.ts";

export interface Models {
  readonly confidence: ConfidenceModel;
  readonly judge: JudgeModel;
}

/** How much each example counts: the kinds as `weights` says, however many questions they have. */
export function weightsOf(examples: readonly Example[]): number[] {
  const sizes = new Map<string, number>();
  for (const { kind, mode } of examples) sizes.set(kind + mode, (sizes.get(kind + mode) ?? 0) + 1);
  return examples.map(({ kind, mode }) => (weights[kind][mode] ?? 0) / (sizes.get(kind + mode) ?? 1));
}

export const boosting = { trees: 140, depth: 3, rate: 0.1, leastShare: 0.0015, ridge: 8 };

/** What passages of the other place count: there are few under headings, and much is the same. */
const elsewhereShare = 0.3;

/** What is left out of the judge, to tell what it is worth. */
export interface LeftOut {
  readonly evidence: ReadonlySet<EvidenceName>;
  /** Whether the judge is to see by what the passage was found. */
  readonly seesFound: boolean;
}

export const nothingLeftOut: LeftOut = { evidence: new Set(), seesFound: true };

/**
 * Fits everything but thresholds and calibration: first whether a passage is about the matter, on questions as they are
 * asked and with the answer taken away; then, by the same and by the evidence, whether it says what is asked, on all.
 */
export function fitModels(examples: readonly Example[], leftOut: LeftOut = nothingLeftOut): Models {
  const weight = weightsOf(examples);
  const confidence = fitConfidence(examples, weight);
  const rows = examples.map((example, index) => ({ y: example.isRight, weight: weight[index] ?? 0 }));
  const bias = biasOf(rows);
  const values = examples.map(({ features, evidence }) => inputValues(features, evidence));
  const treesAt = (place: Place): string[] => {
    const used = judgeInputs
      .map((name, index) => ({ name, index }))
      .filter(({ name }) => isSeenAt(name, place) && !isLeftOut(name, leftOut));
    const boosted = rows.map((row, index): BoostedRow => {
      const isHere = placeOf(examples[index]) === place;
      return {
        ...row,
        weight: row.weight * (isHere ? 1 : elsewhereShare),
        x: used.map((input) => values[index]?.[input.index] ?? 0),
        start: bias,
      };
    });
    const names = used.map(({ name }) => name);
    const signs = used.map(({ index }) => inputSigns[index] ?? 0);
    return fitTrees(boosted, signs, boosting).map((tree) => formatTree(tree, names));
  };
  const judge: JudgeModel = {
    bias,
    usual: usualOf(values, weight),
    calibration: { headed: { slope: 1, offset: 0 }, bare: { slope: 1, offset: 0 } },
    additional: judgeModel.additional,
    sure: { headed: 1, bare: 1 },
    uncertain: { headed: 0, bare: 0 },
    trees: { headed: treesAt("headed"), bare: treesAt("bare") },
  };
  return { confidence, judge };
}

function isLeftOut(name: JudgeInput, { evidence, seesFound }: LeftOut): boolean {
  return name.startsWith("found.") ? !seesFound : [...evidence].some((left) => left === name);
}

/** The log odds of an answer that nothing is known of. */
export function biasOf(rows: readonly { readonly y: boolean; readonly weight: number }[]): number {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  return round(logit(rows.reduce((sum, { y, weight }) => sum + (y ? weight : 0), 0) / total));
}

/** Whether a passage is about the matter: questions that were written to mislead would teach it something else. */
function fitConfidence(examples: readonly Example[], weight: readonly number[]): ConfidenceModel {
  const honest = examples
    .map((example, index) => ({ example, weight: weight[index] ?? 0 }))
    .filter(({ example: { kind } }) => kind !== "pairs" && kind !== "traps");
  const found = fitLogistic(
    honest.map(({ example, weight: w }) => ({
      x: featureNames.map((name) => example.features[name]),
      y: example.isRight,
      weight: w,
    })),
    featureNames.map(() => 1),
    1500,
  );
  return { bias: round(found.bias), weights: named(confidenceModel.weights, featureNames, found.weights) };
}

function usualOf(values: readonly (readonly number[])[], weight: readonly number[]): JudgeModel["usual"] {
  const total = weight.reduce((sum, value) => sum + value, 0);
  return named(
    judgeModel.usual,
    judgeInputs,
    judgeInputs.map((_, input) =>
      values.reduce((sum, row, index) => sum + ((row[input] ?? 0) * (weight[index] ?? 0)) / total, 0),
    ),
  );
}

/** The confidence of an example's answer. */
export function confidenceIn(example: Example, { confidence, judge }: Models): number {
  return confidenceOf(example.features, example, judge, confidence).confidence;
}

export function named<Name extends string>(
  initial: Readonly<Record<Name, number>>,
  names: readonly Name[],
  values: readonly number[],
): Record<Name, number> {
  const found: Record<Name, number> = { ...initial };
  names.forEach((name, index) => {
    found[name] = round(values[index] ?? 0);
  });
  return found;
}

export function round(value: number): number {
  // No minus before a nought.
  return Math.round(value * 100) / 100 + 0;
}
