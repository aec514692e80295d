import { addRow, type Logistic, logistic, type Sign, sumAt, tableOf, type Weighted } from "./logistic.ts";

export interface ProductRow extends Weighted {
  /** Log odds that the passage is about the matter; `x` is the evidence on whether it says what is asked. */
  readonly found: number;
}

export interface Product {
  readonly found: { readonly scale: number; readonly bias: number };
  readonly says: Logistic;
}

const ridge = 0.001;

/**
 * Fits P(right) = logistic(scale · found + bias) · logistic(weights · x + bias), each weight held to its sign, by Adam
 * (Kingma and Ba 2015) on the log likelihood: two sums that both have to speak for an answer.
 */
export function fitProduct(examples: readonly ProductRow[], signs: readonly Sign[], steps = 350): Product {
  const table = tableOf(examples, signs.length);
  const found = Float64Array.from(examples, (example) => example.found);
  const n = signs.length;
  // In order: the weights, their bias, scale and bias of `found`.
  const values = new Float64Array(n + 3);
  values[n] = 1;
  values[n + 1] = 0.7;
  const mean = new Float64Array(n + 3);
  const square = new Float64Array(n + 3);
  for (let step = 1; step <= steps; step++) {
    const gradient = values.map((value, index) => (index < n ? ridge * value : 0));
    const [bias = 0, scale = 0, foundBias = 0] = values.subarray(n);
    for (let row = 0; row < table.rows; row++) {
      const a = logistic(scale * (found[row] ?? 0) + foundBias);
      const b = logistic(sumAt(table, row, values, bias));
      const share = table.weights[row] ?? 0;
      const isRight = table.y[row] === 1;
      const rest = Math.max(1e-9, 1 - a * b);
      const ga = share * (isRight ? a - 1 : (a * b * (1 - a)) / rest);
      const gb = share * (isRight ? b - 1 : (a * b * (1 - b)) / rest);
      addRow(table, row, gb, gradient);
      gradient[n] = (gradient[n] ?? 0) + gb;
      gradient[n + 1] = (gradient[n + 1] ?? 0) + ga * (found[row] ?? 0);
      gradient[n + 2] = (gradient[n + 2] ?? 0) + ga;
    }
    const rate = 0.05 * (step < 0.6 * steps ? 1 : step < 0.85 * steps ? 0.3 : 0.1);
    for (let i = 0; i < values.length; i++) {
      const g = gradient[i] ?? 0;
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * g;
      square[i] = 0.99 * (square[i] ?? 0) + 0.01 * g * g;
      const move = (mean[i] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((square[i] ?? 0) / (1 - 0.99 ** step)) + 1e-8);
      const next = (values[i] ?? 0) - rate * move;
      const sign = signs[i] ?? (i === n + 1 ? 1 : undefined);
      values[i] = sign !== undefined && next * sign < 0 ? 0 : next;
    }
  }
  const [bias = 0, scale = 0, foundBias = 0] = values.subarray(n);
  return { found: { scale, bias: foundBias }, says: { weights: [...values.subarray(0, n)], bias } };
}
