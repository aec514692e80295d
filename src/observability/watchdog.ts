export interface WatchdogOptions {
  /** How long the sign may stay the same. */
  readonly silentMs: number;
  /** A value that changes with every sign of life. */
  readonly sign: () => unknown;
  /** Milliseconds that only grow; the process's own by default. */
  readonly now?: () => number;
}

export interface Watchdog {
  /** Resolves after too long without a sign of life. */
  readonly silent: Promise<void>;
  /** Looks at the sign now; a timer does it as well. */
  check(): void;
  stop(): void;
}

const checks = 20;

/**
 * Watches for a sign of life. Time that the clock skips does not count as silence: a computer that slept, a stopped
 * process, or a machine too busy to let this timer run has not been listening.
 */
export function createWatchdog({ silentMs, sign, now = () => performance.now() }: WatchdogOptions): Watchdog {
  const intervalMs = silentMs / checks;
  let bark: () => void = () => undefined;
  const silent = new Promise<void>((resolve) => {
    bark = resolve;
  });
  let last = sign();
  let lookedAt = now();
  let silenceMs = 0;
  const check = (): void => {
    const current = sign();
    const elapsedMs = Math.max(0, now() - lookedAt);
    lookedAt = now();
    silenceMs = current === last ? silenceMs + Math.min(elapsedMs, 2 * intervalMs) : 0;
    last = current;
    if (silenceMs >= silentMs) bark();
  };
  const timer = setInterval(check, intervalMs).unref();
  return { silent, check, stop: () => clearInterval(timer) };
}
