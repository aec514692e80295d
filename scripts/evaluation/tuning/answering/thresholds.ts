import { logistic, logit } from "../../../../src/answering/judging/confidence/log-odds.ts";
import type { JudgeModel, Line } from "../../../../src/answering/judging/confidence/model.ts";
import { expectedCalibrationError, reliability } from "../../../../src/evaluation/figures.ts";
import type { Example } from "./examples.ts";
import { round } from "./fit.ts";
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

/** What "sure" promises of questions as people ask them: right nine times in ten. */
const promise = 0.9;
/** And three times in four where half of the questions were written to mislead. */
const promiseAmongTraps = 0.75;

interface Bound {
  /** At most so many of the examples. */
  readonly share: number;
  readonly of: (example: Example) => boolean;
}

const isClose = ({ kind, mode, isAnswerable, difficulty }: Example): boolean =>
  kind === "real" && mode === "asked" && !isAnswerable && !/off/u.test(difficulty);
const misleads = ({ kind, isAnswerable }: Example): boolean => kind === "pairs" && !isAnswerable;

/** How many of the questions may be called sure that the documents do not answer. */
const mostSure: readonly Bound[] = [
  { share: 0.1, of: misleads },
  { share: 0.09, of: isClose },
];
/** And how many may be answered, as uncertain. */
const mostAnswered: readonly Bound[] = [
  { share: 0.7, of: misleads },
  { share: 0.4, of: isClose },
  { share: 0.04, of: ({ kind, mode }) => kind === "xquad" && mode === "off" },
  { share: 0.05, of: ({ kind, mode, difficulty }) => kind === "real" && mode === "asked" && /off/u.test(difficulty) },
];

export function calibrationErrorOf(tried: readonly Tried[]): number {
  return expectedCalibrationError(
    reliability(tried.map(({ example, confidence }) => ({ confidence, isRight: example.isRight }))),
  );
}

/** An example as it is after the calibration. */
export function calibratedBy(tried: readonly Tried[], calibration: JudgeModel["calibration"]): Tried[] {
  return tried.map(({ example, confidence }) => {
    const { slope, offset } = calibration[example.isUnderHeading ? "headed" : "bare"];
    return { example, confidence: logistic(slope * logit(confidence) + offset) };
  });
}

export function calibrationFor(tried: readonly Tried[]): JudgeModel["calibration"] {
  return {
    headed: lineFor(tried.filter(({ example }) => example.isUnderHeading)),
    bare: lineFor(tried.filter(({ example }) => !example.isUnderHeading)),
  };
}

/** Slope and offset of the log odds that leave the smallest squared calibration errors over the sets. */
function lineFor(tried: readonly Tried[]): Line {
  let best = { slope: 1, offset: 0, error: Number.POSITIVE_INFINITY };
  const groups = calibrated
    .map(({ of }) => ({ group: tried.filter(({ example }) => of(example)) }))
    .filter(({ group }) => group.length >= fewest);
  for (let slope = 0.5; slope <= 2.01; slope += 0.1) {
    for (let offset = -0.5; offset <= 2.01; offset += 0.1) {
      const error = groups.reduce((sum, { group }) => {
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

/** Fewer examples tell nothing of a calibration. */
const fewest = 40;

/**
 * "Sure" from the lowest confidence from which on the promises are kept; "uncertain" from the lowest at which no more of
 * the unanswerable questions are answered than may be: each of passages under headings and of bare text, whose questions
 * are of different kinds.
 */
export function thresholdsFor(tried: readonly Tried[]): Pick<JudgeModel, "sure" | "uncertain"> {
  const headed = barsFor(tried.filter(({ example }) => example.isUnderHeading));
  const bare = barsFor(tried.filter(({ example }) => !example.isUnderHeading));
  return {
    sure: { headed: headed.sure, bare: bare.sure },
    uncertain: { headed: headed.uncertain, bare: bare.uncertain },
  };
}

const step = 1 / 256;

function barsFor(tried: readonly Tried[]): { readonly sure: number; readonly uncertain: number } {
  let sure = 0.99;
  for (let at = 0.98; at >= 0.3; at -= step) {
    const called = tried.filter(({ example, confidence }) => confidence >= at && !example.hasMismatch);
    if (keepsPromises(called) && keepsWithin(tried, called, mostSure)) sure = at;
  }
  let uncertain = sure;
  for (let at = sure; at >= 0.05; at -= step) {
    const answered = tried.filter(({ confidence }) => confidence >= at);
    if (keepsWithin(tried, answered, mostAnswered)) uncertain = at;
  }
  return { sure: Math.round(sure / step) * step, uncertain: Math.round(uncertain / step) * step };
}

function keepsWithin(tried: readonly Tried[], chosen: readonly Tried[], bounds: readonly Bound[]): boolean {
  const count = (list: readonly Tried[], { of }: Bound): number => list.filter(({ example }) => of(example)).length;
  return bounds.every((bound) => count(chosen, bound) <= bound.share * count(tried, bound));
}

/** Fewer say nothing of a share. */
const fewestCalled = 20;

function keepsPromises(sure: readonly Tried[]): boolean {
  const rightShare = (kinds: readonly SetKind[], test: (example: Example) => boolean): number => {
    const called = sure.filter(
      ({ example }) => kinds.includes(example.kind) && example.mode === "asked" && test(example),
    );
    return called.length < fewestCalled ? 1 : called.filter(({ example }) => example.isRight).length / called.length;
  };
  const isAnswerable = (example: Example): boolean => example.isAnswerable;
  return (
    // Of each alone there are too few to tell .88 from .9.
    rightShare(["seeds", "real"], isAnswerable) >= promise &&
    rightShare(["xquad"], isAnswerable) >= promise &&
    rightShare(["pairs"], () => true) >= promiseAmongTraps
  );
}
