import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { WorkerFormat } from "./messages.ts";

export interface RunningThread {
  readonly thread: Worker;
  /** How many it has read. */
  documents: number;
  /** Ends it when nothing more comes. */
  idle: NodeJS.Timeout | undefined;
}

/** JavaScript objects of one thread. */
const maxHeapMb = 768;

const isSource = import.meta.url.endsWith(".ts");

/** Starts the thread that reads a format, from the compiled program as well as from the sources. */
export function startThread(format: WorkerFormat): Worker {
  const source = new URL(`../${format}/${format}-worker.ts`, import.meta.url);
  const entry = isSource ? "../../../from-source.mjs" : `./${format}-worker.js`;
  const thread = new Worker(new URL(entry, import.meta.url), {
    argv: isSource ? [fileURLToPath(source)] : [],
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    // Libraries' warnings are not for the reader of an answer.
    stdout: true,
    stderr: true,
  });
  thread.stdout.resume();
  thread.stderr.resume();
  return thread;
}
