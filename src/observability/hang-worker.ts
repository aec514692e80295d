import { writeSync } from "node:fs";
import { Session } from "node:inspector";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { createWatchdog } from "./watchdog.ts";

/**
 * What the thread is given: a counter that grows while the main thread's event loop runs, and how long it may stand
 * still.
 */
export interface HangWorkerData {
  readonly beats: Int32Array;
  readonly seconds: number;
}

const exitCode = 4;
const standardError = 2;
const lastChanceMs = 2000;

async function watch({ beats, seconds }: HangWorkerData): Promise<void> {
  await createWatchdog({ silentMs: seconds * 1000, sign: () => Atomics.load(beats, 0) }).silent;
  // The streams of this thread go through the main thread, which hangs.
  writeSync(
    standardError,
    `fundstelle: The program has been at one thing for ${seconds} seconds. It ends with exit code ${exitCode} so that it is started again.\n`,
  );
  // A thread can only end itself, but the inspector can interrupt whatever JavaScript the main thread is running.
  const session = new Session();
  session.connectToMainThread();
  session.post("Runtime.evaluate", { expression: `process.exit(${exitCode})` });
  // Nothing but a signal reaches a main thread that is not in JavaScript at all.
  setTimeout(() => process.kill(process.pid, "SIGKILL"), lastChanceMs);
}

/** Checked by hand, since a library for it would take more memory than all the rest of this thread. */
function isHangWorkerData(given: unknown): given is HangWorkerData {
  if (typeof given !== "object" || given === null || !("beats" in given) || !("seconds" in given)) return false;
  return given.beats instanceof Int32Array && typeof given.seconds === "number" && given.seconds > 0;
}

if (!isMainThread) {
  // The watchdog's own timers keep no thread alive; this one does.
  parentPort?.on("message", () => undefined);
  const given: unknown = workerData;
  if (!isHangWorkerData(given)) throw new TypeError("The thread was not given what it is to watch");
  void watch(given);
  parentPort?.postMessage("watching");
}
