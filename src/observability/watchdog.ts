export interface WatchdogOptions {
  /** How long nothing may be heard. */
  readonly silentMs: number;
  /** Something that changes whenever something is heard. */
  readonly sign: () => unknown;
  /** Milliseconds that only grow; the process's own by default. */
  readonly now?: () => number;
}

export interface Watchdog {
  /** Resolves when nothing was heard for too long. */
  readonly silent: Promise<void>;
  /** Looks at the sign now; a timer does it as well. */
  check(): void;
  stop(): void;
}

const checks = 20;

/**
 * Watches a sign of life. What the clock leaps over does not count: a computer that slept has not been silent, for the
 * others it was never there; nor has a process that was stopped, or a computer that was too busy to let us look.
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
