import { type StepTimer, threadCpuMs } from "./steps-figures.ts";

/** Work that gives way by itself: a step is what passes between two turns of the event loop. */
export async function betweenTurns(timer: StepTimer, work: () => Promise<unknown>): Promise<void> {
  let isDone = false;
  let from = performance.now();
  let cpuFrom = threadCpuMs();
  const turn = (): void => {
    timer.add(performance.now() - from, threadCpuMs() - cpuFrom);
    from = performance.now();
    cpuFrom = threadCpuMs();
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  isDone = true;
}
