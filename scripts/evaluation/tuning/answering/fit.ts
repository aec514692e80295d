import { furtherFeatureNames } from "../../../../src/answering/choosing/worth-showing.ts";
import { type ConfidenceModel, confidenceOf, foundLogit } from "../../../../src/answering/judging/confidence.ts";
import { confidenceModel } from "../../../../src/answering/judging/confidence-model.ts";
import { type EvidenceName, evidenceKinds } from "../../../../src/answering/judging/evidence/list.ts";
import { featureNames } from "../../../../src/answering/judging/features.ts";
import type { JudgeModel } from "../../../../src/answering/judging/judge.ts";
import { judgeModel } from "../../../../src/answering/judging/judge-model.ts";
import type { Example } from "./examples.ts";
import { fitLogistic, type Sign } from "./logistic.ts";
import { fitProduct } from "./product.ts";
import { weights } from "./sets.ts";

export interface Models {
  readonly confidence: ConfidenceModel;
  readonly judge: JudgeModel;
}

const furtherSigns: readonly Sign[] = furtherFeatureNames.map((name) => (name === "missingShare" ? -1 : 1));

/** How much each example counts: the kinds as `weights` says, however many questions they have. */
export function weightsOf(examples: readonly Example[]): number[] {
  const sizes = new Map<string, number>();
  for (const { kind, mode } of examples) sizes.set(kind + mode, (sizes.get(kind + mode) ?? 0) + 1);
  return examples.map(({ kind, mode }) => (weights[kind][mode] ?? 0) / (sizes.get(kind + mode) ?? 1));
}

/**
 * Fits everything but thresholds and calibration: first whether a passage is about the matter, on questions as they are
 * asked and with the answer taken away; then, beside that, whether it says what is asked, on all.
 * @param without kinds of evidence that are left out
 */
export function fitModels(examples: readonly Example[], without: ReadonlySet<EvidenceName> = new Set()): Models {
  const weight = weightsOf(examples);
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
  const confidence: ConfidenceModel = {
    bias: round(found.bias),
    weights: named(confidenceModel.weights, featureNames, found.weights),
  };
  const used = evidenceKinds.filter(({ name }) => !without.has(name));
  const both = fitProduct(
    examples.map((example, index) => ({
      found: foundLogit(example.features, confidence),
      x: used.map(({ name }) => example.evidence[name]),
      y: example.isRight,
      weight: weight[index] ?? 0,
    })),
    used.map(({ speaks }) => (speaks === "for" ? 1 : -1)),
  );
  const evidence = named(
    judgeModel.weights,
    evidenceKinds.map(({ name }) => name),
    evidenceKinds.map((kind) => both.says.weights[used.indexOf(kind)] ?? 0),
  );
  const judge: JudgeModel = {
    ...judgeModel,
    found: { scale: round(both.found.scale), bias: round(both.found.bias) },
    bias: round(both.says.bias),
    weights: evidence,
    calibration: { slope: 1, offset: 0 },
    sure: 1,
  };
  return { confidence, judge: { ...judge, further: fitFurther(examples, { confidence, judge }) } };
}

/** What makes a second or third passage worth showing, on questions that have an answer. */
function fitFurther(examples: readonly Example[], models: Models): JudgeModel["further"] {
  const weight = weightsOf(examples);
  const rows = examples.flatMap((example, index) =>
    example.isAnswerable
      ? example.further.map(({ features, isRight }) => ({
          x: furtherFeatureNames.map((name) => (name === "doubt" ? 1 - confidenceIn(example, models) : features[name])),
          y: isRight,
          weight: weight[index] ?? 0,
        }))
      : [],
  );
  const fitted = fitLogistic(rows, furtherSigns, 800);
  return {
    bias: round(fitted.bias),
    weights: named(judgeModel.further.weights, furtherFeatureNames, fitted.weights),
    least: judgeModel.further.least,
  };
}

/** The confidence of an example's answer. */
export function confidenceIn(example: Example, { confidence, judge }: Models): number {
  return confidenceOf(example.features, example, judge, confidence).confidence;
}

function named<Name extends string>(
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
