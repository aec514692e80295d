import type { Verdicts } from "../../meaning/passage-judge.ts";
import type { Verdict } from "../../meaning/verdict.ts";
import type { Answer, Answered, Certainty, CitedPassage } from "../answer.ts";
import { certaintyOf } from "../judging/confidence/confidence.ts";
import { logistic, logit } from "../judging/confidence/log-odds.ts";
import { contextLines } from "../judging/context-lines.ts";

/**
 * How much less likely the second and the third passage are to be the right one than the first, as log odds: of the
 * questions over collections as people have them the first is right for 63 of 100, the second or third for 20
 * (`npm run evaluate` has them by rank).
 */
const behindFirst = [0, Math.log(0.11 / 0.63), Math.log(0.09 / 0.63)] as const;
/** No verdict is taken as more certain than this. */
const surest = 0.98;

const order: Readonly<Record<Certainty, number>> = { none: 0, uncertain: 1, sure: 2 };

/**
 * An answer as a model's verdicts change it: each adds its log odds, times `weight`, to those of its passage. The best
 * passage then comes first, and its odds are the confidence. What the program itself found to speak against the
 * first passage holds: a verdict makes nobody surer of that one.
 * @param weight from 0, where a verdict counts for nothing; 1 takes its odds as they are
 */
export function weighVerdicts(answer: Answered, verdicts: Verdicts, weight: number): Answer {
  const judged = answer.passages.slice(0, verdicts.length);
  const odds = judged.map((_, at) => {
    const verdict = verdicts[at];
    const behind = behindFirst[Math.min(at, behindFirst.length - 1)] ?? 0;
    return logit(answer.confidence) + behind + (verdict === undefined ? 0 : weight * logit(supportOf(verdict)));
  });
  const best = answer.saysDifferentThings ? 0 : odds.indexOf(Math.max(...odds));
  const confidence = logistic(odds[best] ?? logit(answer.confidence));
  const certainty = heldTo(tierOf(confidence, answer.passages[best]), answer, best);
  const passages = best === 0 ? answer.passages : withFirst(answer.passages, best);
  const verdict = verdicts[best];
  const changed = {
    ...answer,
    passages,
    confidence,
    worthShowing: Math.max(answer.worthShowing, 1),
    // What was found of the passage that stood first says nothing of another.
    ...(best === 0 ? {} : { findings: [], missing: [] }),
    ...(verdict === undefined ? {} : { modelVerdict: mostLikely(verdict) }),
  };
  if (certainty !== "none") return { ...changed, certainty };
  return { ...changed, kind: "abstained", certainty, reason: "weak" };
}

/** Where the program held an answer back, or found something against its passage, a verdict does not lift it. */
function heldTo(certainty: Certainty, answer: Answered, best: number): Certainty {
  const isHeld = order[answer.certainty] < order[tierOf(answer.confidence, answer.passages[0])];
  const mayRise = best === 0 && !isHeld && answer.findings.length === 0;
  return !mayRise && order[certainty] > order[answer.certainty] ? answer.certainty : certainty;
}

/** The tier of a confidence in a passage. */
function tierOf(confidence: number, passage: CitedPassage | undefined): Certainty {
  return certaintyOf(
    confidence,
    passage === undefined ? undefined : { isUnderHeading: contextLines(passage).length > 0 },
  );
}

function withFirst(passages: readonly CitedPassage[], at: number): readonly CitedPassage[] {
  return [...passages.slice(at, at + 1), ...passages.slice(0, at), ...passages.slice(at + 1)];
}

function mostLikely({ yes, partly, no }: Verdict): keyof Verdict {
  if (yes >= partly && yes >= no) return "yes";
  return partly >= no ? "partly" : "no";
}

/** The probability that the passage answers: a part of an answer counts half. */
function supportOf({ yes, partly }: Verdict): number {
  return Math.min(surest, Math.max(1 - surest, yes + partly / 2));
}
