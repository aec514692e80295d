import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** JavaScript objects of one thread. */
const maxHeapMb = 768;

const isSource = import.meta.url.endsWith(".ts");

/** Starts a thread that reads documents, from the compiled program as well as from the sources. */
export function startThread(): Worker {
  const source = new URL("./reading-worker.ts", import.meta.url);
  const entry = isSource ? "../../from-source.mjs" : "./reading-worker.js";
  const thread = new Worker(new URL(entry, import.meta.url), {
    argv: isSource ? [fileURLToPath(source)] : [],
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    // Libraries' warnings are not for the reader of an answer. Nobody reads them: waiting for more of them would keep
    // the process alive.
    stdout: true,
    stderr: true,
  });
  return thread;
}
