/** No probability is nearer to 0 or to 1 than this, so that its log odds are finite. */
const least = 1e-9;

/** The log odds of a probability from 0 to 1. */
export function logit(p: number): number {
  const inside = Math.min(1 - least, Math.max(least, p));
  return Math.log(inside / (1 - inside));
}

/** The probability, from 0 to 1, of log odds. */
export function logistic(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
