import { logistic } from "../../../../src/answering/judging/confidence/log-odds.ts";
import { leafOf, type Tree } from "../../../../src/answering/judging/confidence/trees.ts";
import type { Sign, Weighted } from "./logistic.ts";

/** An example with the log odds that the trees begin from. */
export interface BoostedRow extends Weighted {
  readonly start: number;
}

export interface BoostingSettings {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Of the weight of all examples, what a leaf has at least. */
  readonly leastShare: number;
  readonly ridge: number;
}

const mostBins = 24;

interface Column {
  /** Each bin but the last one ends below the bound of its number. */
  readonly bounds: readonly number[];
  readonly bins: Uint8Array;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Gradient boosted regression trees on the log likelihood (Friedman 2001, with Newton steps as Chen and Guestrin 2016):
 * each feature is held to its sign by bounds that a split hands down to its branches. The same rows give the same trees.
 */
export function fitTrees(
  rows: readonly BoostedRow[],
  signs: readonly Sign[],
  { trees: count, depth, rate, leastShare, ridge }: BoostingSettings,
): Tree[] {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const weights = Float64Array.from(rows, ({ weight }) => (weight / total) * rows.length);
  const z = Float64Array.from(rows, ({ start }) => start);
  const gradients = new Float64Array(rows.length);
  const curvatures = new Float64Array(rows.length);
  const columns = signs.map((_, feature) => columnOf(rows.map(({ x }) => x[feature] ?? 0)));
  const least = leastShare * rows.length;

  /** Sums of gradients, curvatures and weights by bin. */
  const sumsOf = (members: Int32Array, { bins, bounds }: Column): Float64Array => {
    const sums = new Float64Array(3 * (bounds.length + 1));
    for (const row of members) {
      const at = 3 * (bins[row] ?? 0);
      sums[at] = (sums[at] ?? 0) + (gradients[row] ?? 0);
      sums[at + 1] = (sums[at + 1] ?? 0) + (curvatures[row] ?? 0);
      sums[at + 2] = (sums[at + 2] ?? 0) + (weights[row] ?? 0);
    }
    return sums;
  };

  const grow = (members: Int32Array, left: number, bounds: Bounds): Tree => {
    let gradient = 0;
    let curvature = 0;
    let weight = 0;
    for (const row of members) {
      gradient += gradients[row] ?? 0;
      curvature += curvatures[row] ?? 0;
      weight += weights[row] ?? 0;
    }
    const value = leaf(gradient, curvature, bounds);
    if (left === 0) return rounded(rate * value);
    let best: { gain: number; feature: number; bin: number; middle: number } | undefined;
    columns.forEach((column, feature) => {
      const sums = sumsOf(members, column);
      let [g, h, w] = [0, 0, 0];
      for (let bin = 0; bin < column.bounds.length; bin++) {
        g += sums[3 * bin] ?? 0;
        h += sums[3 * bin + 1] ?? 0;
        w += sums[3 * bin + 2] ?? 0;
        if (w < least || weight - w < least) continue;
        const below = leaf(g, h, bounds);
        const above = leaf(gradient - g, curvature - h, bounds);
        if ((above - below) * (signs[feature] ?? 0) < 0) continue;
        const gain =
          gainOf(g, h, below) + gainOf(gradient - g, curvature - h, above) - gainOf(gradient, curvature, value);
        if (gain > (best?.gain ?? leastGain)) best = { gain, feature, bin, middle: (below + above) / 2 };
      }
    });
    if (best === undefined) return rounded(rate * value);
    const { feature, bin, middle } = best;
    const column = columns[feature];
    const isBelow = (row: number): boolean => (column?.bins[row] ?? 0) <= bin;
    const [low, high] =
      signs[feature] === 1
        ? [
            { ...bounds, high: middle },
            { ...bounds, low: middle },
          ]
        : [
            { ...bounds, low: middle },
            { ...bounds, high: middle },
          ];
    return {
      feature,
      bound: column?.bounds[bin] ?? 0,
      below: grow(members.filter(isBelow), left - 1, low),
      above: grow(
        members.filter((row) => !isBelow(row)),
        left - 1,
        high,
      ),
    };
  };

  const leaf = (gradient: number, curvature: number, { low, high }: Bounds): number =>
    Math.min(high, Math.max(low, -gradient / (curvature + ridge)));
  /** What a value takes from the loss. */
  const gainOf = (gradient: number, curvature: number, value: number): number =>
    -(gradient * value + 0.5 * (curvature + ridge) * value * value);

  const everybody = Int32Array.from(rows, (_, row) => row);
  const found: Tree[] = [];
  for (let round = 0; round < count; round++) {
    rows.forEach(({ y }, row) => {
      const p = logistic(z[row] ?? 0);
      gradients[row] = (weights[row] ?? 0) * (p - (y ? 1 : 0));
      curvatures[row] = (weights[row] ?? 0) * p * (1 - p);
    });
    const tree = grow(everybody, depth, { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY });
    if (typeof tree === "number") break;
    rows.forEach(({ x }, row) => {
      z[row] = (z[row] ?? 0) + leafOf(tree, x);
    });
    found.push(tree);
  }
  return found;
}

const leastGain = 1e-6;

/** Bins that hold about equally many examples, apart at bounds of few digits. */
function columnOf(values: readonly number[]): Column {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const all = [...values].sort((a, b) => a - b);
  const bounds = new Set<number>();
  if (sorted.length <= mostBins) {
    for (let i = 1; i < sorted.length; i++) bounds.add(between(sorted[i - 1] ?? 0, sorted[i] ?? 0));
  } else {
    // Most evidence is nought nearly everywhere: what there is of it is told apart.
    const more = all.filter((value) => value > (all[0] ?? 0));
    bounds.add(between(all[0] ?? 0, more[0] ?? 0));
    for (let bin = 1; bin < mostBins; bin++) {
      const value = more[Math.floor((bin * more.length) / mostBins)] ?? 0;
      bounds.add(Number(value.toPrecision(3)));
    }
  }
  const ordered = [...bounds].sort((a, b) => a - b);
  const bins = Uint8Array.from(values, (value) => {
    let bin = 0;
    while (bin < ordered.length && value >= (ordered[bin] ?? 0)) bin++;
    return bin;
  });
  return { bounds: ordered, bins };
}

function between(a: number, b: number): number {
  const middle = Number(((a + b) / 2).toPrecision(3));
  return middle > a && middle <= b ? middle : b;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
