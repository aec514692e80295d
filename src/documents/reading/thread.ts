import type { Worker } from "node:worker_threads";
import { startThread } from "../../start-thread.ts";

/** JavaScript objects of one thread. */
const maxHeapMb = 768;

/** Starts a thread that reads documents. */
export function startReadingThread(): Worker {
  return startThread(new URL("./reading-worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    // Libraries' warnings are not for the reader of an answer. Nobody reads them: waiting for more of them would keep
    // the process alive.
    stdout: true,
    stderr: true,
  });
}
