import { additionalConfidence, additionalFeatureNames } from "../../../../src/answering/choosing/worth-showing.ts";
import { judgeModel } from "../../../../src/answering/judging/confidence/judge-model.ts";
import type { JudgeModel } from "../../../../src/answering/judging/confidence/model.ts";
import { evidenceKinds } from "../../../../src/answering/judging/evidence/list.ts";
import { named, round, weightsOf } from "./fit.ts";
import { folds, inFold } from "./folds.ts";
import { fitLogistic, type Sign } from "./logistic.ts";
import type { Tried } from "./thresholds.ts";

type Additional = JudgeModel["additional"];

/** A second or third passage of a question that has an answer, with how likely a model that has not seen it thinks it. */
export interface TriedAdditional {
  readonly kind: string;
  readonly confidence: number;
  readonly isRight: boolean;
}

const against: ReadonlySet<string> = new Set(
  evidenceKinds.filter(({ speaks }) => speaks === "against").map(({ name }) => name),
);
const signs: readonly Sign[] = additionalFeatureNames.map((name) => (against.has(name) ? -1 : 1));

/**
 * What makes an additional passage worth showing, by questions that have an answer and their confidence out of fold:
 * those that people ask of collections and news, for a question that was written about one paragraph has no second answer.
 */
export function fitAdditional(tried: readonly Tried[], least: number): Additional {
  const weight = weightsOf(tried.map(({ example }) => example));
  const rows = tried.flatMap(({ example, confidence }, index) =>
    example.isAnswerable && isOwn(example)
      ? example.additional.map(({ features, isRight }) => ({
          x: additionalFeatureNames.map((name) => (name === "doubt" ? 1 - confidence : features[name])),
          y: isRight,
          weight: weight[index] ?? 0,
        }))
      : [],
  );
  const fitted = fitLogistic(rows, signs, 800);
  return {
    bias: round(fitted.bias),
    weights: named(judgeModel.additional.weights, additionalFeatureNames, fitted.weights),
    least,
  };
}

/** Additional passages of questions that are answered, judged by models that know nothing of their collection. */
export function tryAdditional(tried: readonly Tried[], isAnswered: (one: Tried) => boolean): TriedAdditional[] {
  const isHere = inFold(tried.map(({ example }) => example));
  const found: TriedAdditional[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const additional = fitAdditional(
      tried.filter(({ example }) => !isHere(example, fold)),
      0,
    );
    for (const one of tried) {
      const { example, confidence } = one;
      if (!isHere(example, fold) || !example.isAnswerable || example.mode !== "asked" || !isAnswered(one)) continue;
      for (const { features, isRight } of example.additional) {
        const asked = { ...features, doubt: 1 - confidence };
        found.push({ kind: example.kind, confidence: additionalConfidence(asked, { additional }), isRight });
      }
    }
  }
  return found;
}

const isOwn = ({ kind }: { readonly kind: string }): boolean => kind === "real" || kind === "seeds";

/** Of the second and third passages that are shown, so many answer. */
const promise = 0.6;
const fewestShown = 20;

/**
 * The lowest bar from which on what is shown of collections and news keeps the promise; where none does, the one from
 * which on it comes nearest.
 */
export function barOf(tried: readonly TriedAdditional[]): number {
  const own = tried.filter(isOwn).sort((a, b) => b.confidence - a.confidence);
  let best = { bar: 1, share: 0 };
  let right = 0;
  own.forEach(({ confidence, isRight }, index) => {
    right += isRight ? 1 : 0;
    const share = Math.min(promise, right / (index + 1));
    if (index + 1 >= fewestShown && share >= best.share) best = { bar: confidence, share };
  });
  return Math.floor(best.bar * 1000) / 1000;
}
