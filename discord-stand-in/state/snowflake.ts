import type { Clock } from "./clock.ts";

const discordEpochMs = 1_420_070_400_000n;

/** Makes Discord ids: the time in the upper bits, then a counter, so that ids sort by creation. */
export function createSnowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const fresh = (BigInt(clock.now()) - discordEpochMs) << 22n;
    last = fresh > last ? fresh : last + 1n;
    return last.toString();
  };
}

/** Orders two ids by creation. */
export function compareSnowflakes(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
