import { logistic } from "../../../../src/answering/judging/confidence/log-odds.ts";

/** What a feature may count: more of it speaks for (1) or against (-1), or either (0). */
export type Sign = 1 | -1 | 0;

export interface Weighted {
  readonly x: readonly number[];
  readonly y: boolean;
  readonly weight: number;
}

export interface Logistic {
  readonly weights: readonly number[];
  readonly bias: number;
}

const ridge = 0.001;

/** Examples as one block of numbers, which is gone through some thousand times. */
export interface Table {
  readonly rows: number;
  readonly columns: number;
  readonly x: Float64Array;
  readonly y: Uint8Array;
  /** Shares of the whole. */
  readonly weights: Float64Array;
}

export function tableOf(examples: readonly Weighted[], columns: number): Table {
  const x = new Float64Array(examples.length * columns);
  examples.forEach((example, row) => {
    x.set(example.x, row * columns);
  });
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  return {
    rows: examples.length,
    columns,
    x,
    y: Uint8Array.from(examples, ({ y }) => (y ? 1 : 0)),
    weights: Float64Array.from(examples, ({ weight }) => weight / total),
  };
}

/** Σ weight · x of a row, and the bias. */
export function sumAt({ x, columns }: Table, row: number, weights: Float64Array, bias: number): number {
  let z = bias;
  for (let column = 0, at = row * columns; column < columns; column++, at++) {
    z += (weights[column] ?? 0) * (x[at] ?? 0);
  }
  return z;
}

/** Adds a row times a factor. */
export function addRow({ x, columns }: Table, row: number, factor: number, to: Float64Array): void {
  for (let column = 0, at = row * columns; column < columns; column++, at++) {
    to[column] = (to[column] ?? 0) + factor * (x[at] ?? 0);
  }
}

/**
 * Logistic regression with a ridge, each weight held to its sign: projected gradient descent with momentum (Beck and
 * Teboulle 2009).
 */
export function fitLogistic(examples: readonly Weighted[], signs: readonly Sign[], steps = 600): Logistic {
  const table = tableOf(examples, signs.length);
  const rate = 1 / (steepestOf(table) / 4 + ridge);
  let weights = new Float64Array(signs.length);
  let bias = 0;
  let ahead = new Float64Array(signs.length);
  let biasAhead = 0;
  let momentum = 1;
  for (let step = 0; step < steps; step++) {
    const gradient = ahead.map((value) => ridge * value);
    let biasGradient = 0;
    for (let row = 0; row < table.rows; row++) {
      const error = (logistic(sumAt(table, row, ahead, biasAhead)) - (table.y[row] ?? 0)) * (table.weights[row] ?? 0);
      biasGradient += error;
      addRow(table, row, error, gradient);
    }
    const next = ahead.map((value, index) => {
      const moved = value - rate * (gradient[index] ?? 0);
      return moved * (signs[index] ?? 1) < 0 ? 0 : moved;
    });
    const nextBias = biasAhead - rate * biasGradient;
    const nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const carry = (momentum - 1) / nextMomentum;
    const before = weights;
    ahead = next.map((value, index) => value + carry * (value - (before[index] ?? 0)));
    biasAhead = nextBias + carry * (nextBias - bias);
    [weights, bias, momentum] = [next, nextBias, nextMomentum];
  }
  return { weights: [...weights], bias };
}

/** A bound of the curvature. */
function steepestOf({ rows, columns, x, weights }: Table): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    let square = 1;
    for (let at = row * columns; at < (row + 1) * columns; at++) square += (x[at] ?? 0) ** 2;
    sum += square * (weights[row] ?? 0);
  }
  return sum;
}
