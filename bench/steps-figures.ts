import { readFileSync } from "node:fs";
import { z } from "zod";

/** The longest of many steps; CPU time counts, for the wall clock also counts what other programs do. */
const stepFigures = z.object({
  what: z.string(),
  steps: z.number(),
  longestWallMs: z.number(),
  longestCpuMs: z.number(),
  /** How much of the longest step's CPU time went into collecting garbage, where that is known. */
  garbageMs: z.number().optional(),
});
export type StepFigures = z.infer<typeof stepFigures>;

export const stepsReportSchema = z.object({
  passages: z.number(),
  steps: z.array(stepFigures),
  /** How many of the steps of reading a folder took longer than is allowed; absent: none was read. */
  tooLong: z.number().optional(),
  /** Text analysed in a second of CPU, in MB. */
  analysisMbPerSecond: z.number(),
  /** Memory after a forced collection. */
  updates: z.array(z.object({ updates: z.number(), heapMb: z.number(), residentMb: z.number() })),
});
export type StepsReport = z.infer<typeof stepsReportSchema>;

/** Takes the time of steps, one after the other. */
export class StepTimer {
  readonly #what: string;
  readonly #allowedMs: number;
  #tooLong = 0;
  #steps = 0;
  #longestWallMs = 0;
  #longestCpuMs = 0;
  #garbageMs: number | undefined;

  /** @param allowedMs of CPU; what takes longer is counted */
  constructor(what: string, allowedMs = Number.POSITIVE_INFINITY) {
    this.#what = what;
    this.#allowedMs = allowedMs;
  }

  get tooLong(): number {
    return this.#tooLong;
  }

  run<T>(step: () => T): T {
    const from = performance.now();
    const cpuFrom = process.cpuUsage();
    const result = step();
    this.add(performance.now() - from, cpuMsSince(cpuFrom));
    return result;
  }

  /** @param garbageMs how much of it went into collecting garbage; absent: unknown */
  add(wallMs: number, cpuMs: number, garbageMs?: number): void {
    this.#steps++;
    const ms = Math.min(wallMs, cpuMs);
    if (ms > this.#allowedMs) this.#tooLong++;
    this.#longestWallMs = Math.max(this.#longestWallMs, wallMs);
    if (ms <= this.#longestCpuMs) return;
    this.#longestCpuMs = ms;
    this.#garbageMs = garbageMs;
  }

  get figures(): StepFigures {
    return {
      what: this.#what,
      steps: this.#steps,
      longestWallMs: this.#longestWallMs,
      longestCpuMs: this.#longestCpuMs,
      ...(this.#garbageMs === undefined ? {} : { garbageMs: this.#garbageMs }),
    };
  }
}

/** Of several repetitions the one whose longest step was the shortest: what other programs add is left out. */
export function quietest(repetitions: readonly StepFigures[]): StepFigures | undefined {
  return [...repetitions].sort((a, b) => a.longestCpuMs - b.longestCpuMs)[0];
}

export function cpuMsSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/**
 * The CPU time of the calling thread alone, where the system tells it (Linux), else of the process with all its threads:
 * those that read documents do not hold the main thread.
 */
export function threadCpuMs(): number {
  try {
    const [nanoseconds = ""] = readFileSync("/proc/thread-self/schedstat", "latin1").split(" ");
    return Number(nanoseconds) / 1e6;
  } catch {
    return cpuMsSince({ user: 0, system: 0 });
  }
}
