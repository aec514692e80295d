import { PerformanceObserver } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { type StepTimer, threadCpuMs } from "./steps-figures.ts";

/** Of shorter steps nobody asks how much of them was garbage. */
const noteworthyMs = 10;
/** The collections of garbage are told of some turns later. */
const settlingMs = 50;

/** Work that gives way by itself: a step is what passes between two turns of the event loop. */
export async function betweenTurns(timer: StepTimer, work: () => Promise<unknown>): Promise<void> {
  const collections: { readonly startTime: number; readonly duration: number }[] = [];
  const observer = new PerformanceObserver((list) => collections.push(...list.getEntries()));
  observer.observe({ entryTypes: ["gc"] });
  const long: { readonly from: number; readonly to: number; readonly cpuMs: number }[] = [];
  let isDone = false;
  let from = performance.now();
  let cpuFrom = threadCpuMs();
  const turn = (): void => {
    const to = performance.now();
    const cpuMs = threadCpuMs() - cpuFrom;
    if (Math.min(to - from, cpuMs) < noteworthyMs) timer.add(to - from, cpuMs);
    else long.push({ from, to, cpuMs });
    from = performance.now();
    cpuFrom = threadCpuMs();
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  isDone = true;
  await setTimeout(settlingMs);
  observer.disconnect();
  for (const { from: start, to, cpuMs } of long) {
    const garbage = collections.filter(({ startTime, duration }) => startTime < to && startTime + duration > start);
    timer.add(
      to - start,
      cpuMs,
      garbage.reduce((sum, { duration }) => sum + duration, 0),
    );
  }
}
