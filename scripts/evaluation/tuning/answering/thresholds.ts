import type { JudgeModel } from "../../../../src/answering/judging/judge.ts";
import { expectedCalibrationError, reliability } from "../../../../src/evaluation/figures.ts";
import type { Example } from "./examples.ts";
import { round } from "./fit.ts";
import { logistic, logit } from "./logistic.ts";
import type { SetKind } from "./sets.ts";

/** An example with its confidence from models that were fitted without its collection or article. */
export interface Tried {
  readonly example: Example;
  readonly confidence: number;
}

/** The sets on which the confidence is held to what it says. Of XQuAD, questions without their document are half. */
export const calibrated: readonly { readonly name: string; readonly of: (example: Example) => boolean }[] = [
  { name: "pairs", of: ({ kind }) => kind === "pairs" },
  { name: "real", of: ({ kind, mode }) => kind === "real" && mode === "asked" },
  { name: "seeds", of: ({ kind, mode }) => kind === "seeds" && mode === "asked" },
  { name: "xquad", of: ({ kind, mode }) => kind === "xquad" && mode !== "near" },
];

/** What "sure" promises of questions as people ask them: right nine times in ten, of collections and of XQuAD. */
const promise = 0.9;
/** And three times in four where half of the questions are traps. */
const promiseAmongTraps = 0.75;
/** How many of those questions may be answered, as uncertain, whose answer the documents do not hold. */
const mostAnswered: readonly { readonly share: number; readonly of: (example: Example) => boolean }[] = [
  { share: 0.7, of: ({ kind, isAnswerable }) => kind === "pairs" && !isAnswerable },
  { share: 0.4, of: ({ kind, mode, isAnswerable }) => kind === "real" && mode === "asked" && !isAnswerable },
  { share: 0.05, of: ({ kind, mode }) => kind === "xquad" && mode === "off" },
];

export function calibrationErrorOf(tried: readonly Tried[]): number {
  return expectedCalibrationError(
    reliability(tried.map(({ example, confidence }) => ({ confidence, isRight: example.isRight }))),
  );
}

/** Slope and offset of the log odds that leave the smallest squared calibration errors over the sets. */
export function calibrationFor(tried: readonly Tried[]): JudgeModel["calibration"] {
  let best = { slope: 1, offset: 0, error: Number.POSITIVE_INFINITY };
  const groups = calibrated
    .map(({ of }) => tried.filter(({ example }) => of(example)))
    .filter(({ length }) => length > 0);
  for (let slope = 0.6; slope <= 2.01; slope += 0.1) {
    for (let offset = -0.5; offset <= 2.01; offset += 0.1) {
      const error = groups.reduce((sum, group) => {
        const moved = group.map(({ example, confidence }) => ({
          example,
          confidence: logistic(slope * logit(confidence) + offset),
        }));
        return sum + calibrationErrorOf(moved) ** 2;
      }, 0);
      if (error < best.error) best = { slope, offset, error };
    }
  }
  return { slope: round(best.slope), offset: round(best.offset) };
}

/**
 * "Sure" from the lowest confidence from which on both promises are kept; "uncertain" from the lowest at which no more of
 * the unanswerable questions are answered than may be.
 */
export function thresholdsFor(tried: readonly Tried[]): { readonly sure: number; readonly uncertain: number } {
  let sure = 0.99;
  for (let at = 0.98; at >= 0.5; at -= 0.01) if (keepsPromises(tried, at)) sure = at;
  let uncertain = sure;
  for (let at = sure; at >= 0.05; at -= 0.01) if (holdsBack(tried, at)) uncertain = at;
  return { sure: round(sure), uncertain: round(uncertain) };
}

function holdsBack(tried: readonly Tried[], uncertain: number): boolean {
  return mostAnswered.every(({ share, of }) => {
    const group = tried.filter(({ example }) => of(example));
    const answered = group.filter(({ confidence }) => confidence >= uncertain).length;
    return answered <= share * group.length;
  });
}

function keepsPromises(tried: readonly Tried[], sure: number): boolean {
  const rightShare = (kinds: readonly SetKind[], test: (example: Example) => boolean): number => {
    const called = tried.filter(
      ({ example, confidence }) =>
        kinds.includes(example.kind) &&
        example.mode === "asked" &&
        confidence >= sure &&
        !example.hasMismatch &&
        test(example),
    );
    return called.length === 0 ? 1 : called.filter(({ example }) => example.isRight).length / called.length;
  };
  const isAnswerable = (example: Example): boolean => example.isAnswerable;
  return (
    rightShare(["seeds", "real"], isAnswerable) >= promise &&
    rightShare(["xquad"], isAnswerable) >= promise &&
    rightShare(["pairs"], () => true) >= promiseAmongTraps
  );
}
