import { writeFileSync } from "node:fs";
import { confidenceOf } from "../../../src/answering/judging/confidence.ts";
import { confidenceModel } from "../../../src/answering/judging/confidence-model.ts";
import { type ConfidenceFeatures, featureNames } from "../../../src/answering/judging/features.ts";
import { areaUnderCurve, expectedCalibrationError, reliability } from "../../../src/evaluation/figures.ts";
import type { Judgment } from "../../../src/evaluation/judgments.ts";
import type { Outcome } from "../../../src/evaluation/run.ts";
import { asUnanswerable, type Collection, evaluateOn, evaluateWithoutArticle } from "../evaluation-setup.ts";

interface Example {
  readonly set: string;
  readonly fold: number;
  readonly features: ConfidenceFeatures;
  readonly isRight: boolean;
  readonly outcome: Outcome;
}

type Model = typeof confidenceModel;

const folds = 5;
/**
 * How much the sets count: together the answerable and the others are about as frequent as in real use. XQuAD's share is
 * large because its questions are many and from other fields: what is fitted to five documents holds for them alone.
 */
const setWeights: Readonly<Record<string, number>> = {
  "seeds, answerable": 3,
  "seeds, close": 1,
  "seeds, off-topic": 0.7,
  "seeds, teaser": 0.3,
  "XQuAD, answerable": 12,
  "XQuAD, article removed": 12,
  "XQuAD on the seeds": 1,
};

/** Below this nobody would call an answer sure. */
const surest = 0.7;

/**
 * Fits the confidence model, tells its figures out of fold, and writes the model fitted on everything.
 * @param file is written; nothing is where it is undefined
 */
export async function tuneConfidence(
  given: {
    readonly seeds: Collection;
    readonly judgments: readonly Judgment[];
    readonly xquad: Collection | undefined;
    readonly xquadJudgments: readonly Judgment[];
  },
  file: string | undefined,
  log: (line: string) => void,
): Promise<void> {
  const examples: Example[] = [];
  const add = (outcomes: readonly Outcome[], nameOf: (outcome: Outcome) => string): void => {
    outcomes.forEach((outcome, index) => {
      const document = outcome.judgment.gold[0]?.doc ?? `${index}`;
      const fold = [...document].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, 7) % folds;
      examples.push({
        set: nameOf(outcome),
        fold,
        features: outcome.features,
        isRight: outcome.position === 0,
        outcome,
      });
    });
  };
  add(await evaluateOn(given.seeds, given.judgments, "passage"), ({ judgment }) =>
    judgment.answerable ? "seeds, answerable" : `seeds, ${judgment.note ?? "close"}`,
  );
  if (given.xquad !== undefined) {
    add(await evaluateOn(given.xquad, given.xquadJudgments, "paragraph"), () => "XQuAD, answerable");
    add(await evaluateWithoutArticle(given.xquad, given.xquadJudgments, "paragraph"), () => "XQuAD, article removed");
    const onSeeds = given.xquadJudgments.filter((_, index) => index % 2 === 0).map(asUnanswerable("off-topic"));
    add(await evaluateOn(given.seeds, onSeeds, "passage"), () => "XQuAD on the seeds");
  }
  const outOfFold = new Map<Example, number>();
  for (let fold = 0; fold < folds; fold++) {
    const model = fitModel(examples.filter((example) => example.fold !== fold));
    for (const example of examples)
      if (example.fold === fold) outOfFold.set(example, confidenceOf(example.features, model));
  }
  const fitted = fitModel(examples);
  const model = { ...fitted, ...thresholds(examples, outOfFold) };
  log(report(examples, outOfFold, model));
  if (file === undefined) return;
  writeFileSync(
    file,
    `/** Written by \`npm run tune -- confidence\`: weights of the features, and from which confidence on an answer is given. */\nexport const confidenceModel = ${JSON.stringify(
      model,
      null,
      2,
    )
      .replace(/"(\w+)":/g, "$1:")
      .replace(/([^{,])\n(\s*)}/g, "$1,\n$2}")};\n`,
  );
}

/** Logistic regression by gradient descent with a ridge; weights stay at 0 or above, for every feature speaks for an answer. */
function fitModel(examples: readonly Example[]): Model {
  const sizes = new Map<string, number>();
  for (const { set } of examples) sizes.set(set, (sizes.get(set) ?? 0) + 1);
  const weightOf = ({ set }: Example): number => (setWeights[set] ?? 1) / (sizes.get(set) ?? 1);
  const total = examples.reduce((sum, example) => sum + weightOf(example), 0);
  const names = featureNames;
  const w = new Float64Array(names.length).fill(0.5);
  let bias = -2;
  const ridge = 0.001;
  const rows = examples.map((example) => ({
    x: names.map((name) => example.features[name]),
    y: example.isRight ? 1 : 0,
    weight: weightOf(example) / total,
  }));
  for (let step = 0; step < 20000; step++) {
    const gradient = new Float64Array(names.length);
    let biasGradient = 0;
    for (const { x, y, weight } of rows) {
      let z = bias;
      for (let i = 0; i < x.length; i++) z += (w[i] ?? 0) * (x[i] ?? 0);
      const error = (1 / (1 + Math.exp(-z)) - y) * weight;
      biasGradient += error;
      for (let i = 0; i < x.length; i++) gradient[i] = (gradient[i] ?? 0) + error * (x[i] ?? 0);
    }
    const rate = 3;
    bias -= rate * biasGradient;
    for (let i = 0; i < w.length; i++) {
      w[i] = Math.max(0, (w[i] ?? 0) - rate * ((gradient[i] ?? 0) + ridge * (w[i] ?? 0)));
    }
  }
  const round = (value: number): number => Math.round(value * 100) / 100;
  const weights: Record<(typeof names)[number], number> = { ...confidenceModel.weights };
  names.forEach((name, i) => {
    weights[name] = round(w[i] ?? 0);
  });
  return { ...confidenceModel, bias: round(bias), weights };
}

/**
 * Out of fold: "uncertain" from where no more than one in twenty questions off the seeds' topic is answered, and no
 * lower than keeps four of five of the answerable ones; "sure" from where no more than one in six of those close to the
 * topic is, and at least `surest`.
 */
function thresholds(
  examples: readonly Example[],
  confidences: ReadonlyMap<Example, number>,
): { sure: number; uncertain: number } {
  const of = (set: string): number[] =>
    examples
      .filter((example) => example.set === set)
      .map((example) => confidences.get(example) ?? 0)
      .sort((a, b) => a - b);
  const quantile = (values: readonly number[], share: number): number =>
    values[Math.floor(values.length * share)] ?? 0.5;
  const strangers = [...of("seeds, off-topic"), ...of("seeds, teaser")].sort((a, b) => a - b);
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    sure: round(Math.max(surest, quantile(of("seeds, close"), 5 / 6))),
    uncertain: round(Math.max(quantile(strangers, 0.95) + 0.01, quantile(of("seeds, answerable"), 0.18))),
  };
}

function report(examples: readonly Example[], confidences: ReadonlyMap<Example, number>, model: Model): string {
  const lines = [
    `out of fold, thresholds uncertain ${model.uncertain}, sure ${model.sure}`,
    "set                            n  right  answered  sure",
  ];
  for (const set of [...new Set(examples.map((example) => example.set))]) {
    const group = examples.filter((example) => example.set === set);
    const share = (test: (example: Example) => boolean): string =>
      (group.filter(test).length / group.length).toFixed(2);
    lines.push(
      `${set.padEnd(28)}${String(group.length).padStart(5)}   ${share((e) => e.isRight)}      ${share((e) => (confidences.get(e) ?? 0) >= model.uncertain)}  ${share((e) => (confidences.get(e) ?? 0) >= model.sure)}`,
    );
  }
  const error = (use: (example: Example) => boolean): string => {
    const points = examples
      .filter(use)
      .map((example) => ({ confidence: confidences.get(example) ?? 0, isRight: example.isRight }));
    const auc = areaUnderCurve(
      points.filter((p) => p.isRight).map((p) => p.confidence),
      points.filter((p) => !p.isRight).map((p) => p.confidence),
    );
    return `expected calibration error ${expectedCalibrationError(reliability(points)).toFixed(3)}, AUC ${auc.toFixed(3)}`;
  };
  lines.push(
    `XQuAD, answerable and article removed: ${error((e) => e.set === "XQuAD, answerable" || e.set === "XQuAD, article removed")}`,
  );
  lines.push(`seeds: ${error((e) => e.set.startsWith("seeds"))}`);
  lines.push(`weights: ${JSON.stringify(model.weights)} bias ${model.bias}`);
  return lines.join("\n");
}
