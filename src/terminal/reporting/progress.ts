/** How fast something goes on, and how long it takes at that rate. */
export interface Progress {
  readonly perSecond: number;
  /** Undefined while it is too early to tell. */
  readonly secondsLeft: number | undefined;
}

/** A rate means little before this time. */
const earliestMs = 500;

/** @param elapsedMs since nothing was done */
export function progressOf(done: number, of: number, elapsedMs: number): Progress {
  const perSecond = elapsedMs <= 0 ? 0 : (done * 1000) / elapsedMs;
  const secondsLeft = elapsedMs < earliestMs || perSecond === 0 ? undefined : Math.ceil((of - done) / perSecond);
  return { perSecond: Math.round(perSecond), secondsLeft };
}
