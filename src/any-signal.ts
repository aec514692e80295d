/**
 * A signal that aborts as soon as one of these does, with its reason. `AbortSignal.any` promises the same, but Node 20
 * lets the garbage collector take its signal while a request waits on it: such a request then never ends.
 */
export function anySignal(...signals: readonly AbortSignal[]): AbortSignal {
  const either = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) either.abort(signal.reason);
    signal.addEventListener("abort", () => either.abort(signal.reason), { once: true, signal: either.signal });
  }
  return either.signal;
}
