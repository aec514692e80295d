const tickMs = 250;
/** Whoever computes nothing waits for something that may not come: so many times as long, and no longer. */
const patience = 5;

/**
 * Calls `expire` when this process has computed for so long, or has waited for several times that. A machine that others
 * keep busy gives a document no less time than an idle one.
 * @returns ends it
 */
export function limitComputing(timeoutMs: number, expire: () => void): () => void {
  const startedAt = performance.now();
  let computedMs = 0;
  let lastAt = startedAt;
  // Asked for at the first tick: asking costs more than reading a small document does.
  let last: NodeJS.CpuUsage | undefined;
  const timer = setInterval(
    () => {
      const now = performance.now();
      const used = process.cpuUsage();
      // Two threads that compute at once are no longer at it than one.
      if (last !== undefined)
        computedMs += Math.min(now - lastAt, (used.user + used.system - last.user - last.system) / 1_000);
      last = used;
      lastAt = now;
      if (computedMs < timeoutMs && now - startedAt < patience * timeoutMs) return;
      clearInterval(timer);
      expire();
    },
    Math.min(tickMs, timeoutMs),
  );
  return () => clearInterval(timer);
}
