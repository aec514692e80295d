/**
 * The value that a share of the values does not exceed (nearest rank).
 * @param share from 0 to 1
 * @returns NaN where there are no values
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/**
 * One latency a question: the median of its rounds, so that what else the machine did in one round weighs little.
 * @param rounds latencies by question, of one round each; a round may have been cut short
 */
export function acrossRounds(rounds: readonly (readonly number[])[]): number[] {
  const questions = Math.max(0, ...rounds.map((round) => round.length));
  return Array.from({ length: questions }, (_, question) =>
    median(rounds.flatMap((round) => (question < round.length ? [round[question] ?? Number.NaN] : []))),
  );
}
