/** Something that can be called off. */
export interface Timer {
  cancel(): void;
}

/**
 * The time that Discord's rules go by: the machine's clock plus what a test has advanced it by.
 * Timers fire by themselves when real time passes, and at once when `advance` jumps over them.
 */
export class Clock {
  #offsetMs = 0;
  readonly #timers = new Set<{ dueAt: number; fire: () => void; handle: NodeJS.Timeout }>();

  /** Milliseconds since the epoch. */
  now(): number {
    return Date.now() + this.#offsetMs;
  }

  /** Calls `fire` once, `delayMs` from now. A waiting timer does not keep the process alive. */
  after(delayMs: number, fire: () => void): Timer {
    const run = () => {
      this.#timers.delete(timer);
      clearTimeout(timer.handle);
      fire();
    };
    const timer = { dueAt: this.now() + delayMs, fire: run, handle: setTimeout(run, delayMs) };
    timer.handle.unref();
    this.#timers.add(timer);
    return {
      cancel: () => {
        clearTimeout(timer.handle);
        this.#timers.delete(timer);
      },
    };
  }

  /** Lets `ms` milliseconds pass at once; what falls due is fired in order of its time. */
  advance(ms: number): void {
    this.#offsetMs += ms;
    const due = [...this.#timers].filter((timer) => timer.dueAt <= this.now()).sort((a, b) => a.dueAt - b.dueAt);
    for (const timer of due) if (this.#timers.has(timer)) timer.fire();
  }

  /** Calls off every timer. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer.handle);
    this.#timers.clear();
  }
}
