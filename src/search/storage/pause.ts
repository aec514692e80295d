import { setImmediate } from "node:timers/promises";

/** Yields to other work if that last happened long enough ago. */
export type Pause = () => Promise<void>;

/** @param everyMs how long work may go on before it gives way */
export function pauseWhenDue(everyMs = 8): Pause {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < everyMs) return;
    await setImmediate();
    last = performance.now();
  };
}

/** Runs steps to their end and gives way between them. */
export async function runWithPauses<T>(steps: Iterator<unknown, T>, pause: Pause): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}
