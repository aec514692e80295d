/** Memory over time, in the order in which it was measured. */
export interface MemorySample {
  readonly atMs: number;
  readonly bytes: number;
}

const mebibyte = 1024 * 1024;

export function inMebibytes(bytes: number): string {
  return `${(bytes / mebibyte).toFixed(1)} MiB`;
}

/**
 * How much memory has grown over the last stretch, as a part of what it was: the line through its samples by least
 * squares, so that one sample decides nothing.
 * @param lastMs the stretch; where less was measured, the second half of it
 */
export function growthOf(samples: readonly MemorySample[], lastMs: number): number {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const stretch = Math.min(lastMs, (last.atMs - first.atMs) / 2);
  const counted = samples.filter(({ atMs }) => atMs >= last.atMs - stretch);
  const meanAt = mean(counted.map(({ atMs }) => atMs));
  const meanBytes = mean(counted.map(({ bytes }) => bytes));
  const above = counted.reduce((sum, { atMs, bytes }) => sum + (atMs - meanAt) * (bytes - meanBytes), 0);
  const below = counted.reduce((sum, { atMs }) => sum + (atMs - meanAt) ** 2, 0);
  return below === 0 ? 0 : ((above / below) * stretch) / meanBytes;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
