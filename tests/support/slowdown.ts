/** What goes on beside the work, in milliseconds: shorter times are not compared. */
const noiseMs = 4;
const attempts = 5;

/** Between growing in proportion and growing with the square. */
export const proportional = 8;

/**
 * How many times as long work takes on an input four times as large: about 4 where it grows in proportion, 16 where it
 * grows with the square of the input. Where it seems to grow faster than in proportion, both are timed again, and the least
 * time of each counts, by the clock or by the process's processor time, so that neither a busy machine nor another test in
 * this process decides anything.
 * @param work is given how often to repeat what its input is made of
 * @param repeats of the smaller input
 * @param enough below this nothing is timed again
 */
export async function slowdownOf(
  work: (repeats: number) => unknown,
  repeats: number,
  enough = proportional,
): Promise<number> {
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  let slowdown = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < attempts && slowdown >= enough; attempt++) {
    small = Math.min(small, await timeOf(() => work(repeats)));
    large = Math.min(large, await timeOf(() => work(repeats * 4)));
    slowdown = large / Math.max(small, noiseMs);
  }
  return slowdown;
}

/**
 * How long work takes, in milliseconds: by the clock or by the process's processor time, whichever is less, for a busy
 * machine lengthens the one and tests beside it in this process the other.
 */
export async function timeOf(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return Math.min((user + system) / 1000, performance.now() - startedAt);
}
