import type { Outcome } from "./run.ts";

/** A share with how many it is of, and its 95 % interval (Wilson 1927). */
export interface Share {
  readonly value: number;
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

export function share(hits: number, n: number): Share {
  if (n === 0) return { value: 0, n, low: 0, high: 1 };
  const z = 1.96;
  const p = hits / n;
  const centre = p + (z * z) / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { value: p, n, low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

export interface RankingFigures {
  readonly n: number;
  readonly recall1: Share;
  readonly recall3: Share;
  readonly recall10: Share;
  /** Mean reciprocal rank among the first ten. */
  readonly mrr10: number;
  /** Normalised discounted cumulative gain among the first ten, with one right passage. */
  readonly ndcg10: number;
}

/** How high the right passages rank, over answerable questions. */
export function rankingFigures(outcomes: readonly Outcome<unknown>[]): RankingFigures {
  const answerable = outcomes.filter((outcome) => outcome.judgment.answerable);
  const n = answerable.length;
  const within = (k: number): Share =>
    share(answerable.filter(({ position }) => position >= 0 && position < k).length, n);
  const mean = (gain: (position: number) => number): number =>
    n === 0
      ? 0
      : answerable.reduce((sum, { position }) => sum + (position >= 0 && position < 10 ? gain(position) : 0), 0) / n;
  return {
    n,
    recall1: within(1),
    recall3: within(3),
    recall10: within(10),
    mrr10: mean((position) => 1 / (position + 1)),
    ndcg10: mean((position) => 1 / Math.log2(position + 2)),
  };
}

export interface AnsweringFigures {
  readonly answered: Share;
  readonly sure: Share;
}

/** How many questions were answered at all, and as "sure". */
export function answeringFigures(outcomes: readonly Outcome<unknown>[]): AnsweringFigures {
  const n = outcomes.length;
  return {
    answered: share(outcomes.filter((outcome) => outcome.certainty !== "none").length, n),
    sure: share(outcomes.filter((outcome) => outcome.certainty === "sure").length, n),
  };
}

/** One bar of a reliability diagram: confidences of a range, and how often their first passage was right. */
export interface ReliabilityBin {
  readonly from: number;
  readonly until: number;
  readonly n: number;
  readonly confidence: number;
  readonly right: number;
}

/** Ten bins of equal width. */
export function reliability(points: readonly { confidence: number; isRight: boolean }[], bins = 10): ReliabilityBin[] {
  return Array.from({ length: bins }, (_, index) => {
    const inside = points.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === index);
    const n = inside.length;
    return {
      from: index / bins,
      until: (index + 1) / bins,
      n,
      confidence: n === 0 ? 0 : inside.reduce((sum, point) => sum + point.confidence, 0) / n,
      right: n === 0 ? 0 : inside.filter((point) => point.isRight).length / n,
    };
  });
}

/** Mean distance between confidence and being right over the bins, weighted by their sizes (Naeini et al. 2015). */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  return n === 0 ? 0 : bins.reduce((sum, bin) => sum + (bin.n / n) * Math.abs(bin.confidence - bin.right), 0);
}

/** Area under the ROC curve: how often a right one has more confidence than a wrong one. */
export function areaUnderCurve(right: readonly number[], wrong: readonly number[]): number {
  if (right.length === 0 || wrong.length === 0) return 0;
  let wins = 0;
  for (const a of right) for (const b of wrong) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (right.length * wrong.length);
}
