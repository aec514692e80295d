import { writeSync } from "node:fs";
import { Session } from "node:inspector";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { createWatchdog } from "./watchdog.ts";

/** What the thread is given: a number that grows as long as the main thread turns, and how long it may stand still. */
export interface HangWorkerData {
  readonly beats: Int32Array;
  readonly seconds: number;
}

const exitCode = 4;
const standardError = 2;
const lastChanceMs = 2000;

async function watch({ beats, seconds }: HangWorkerData): Promise<void> {
  await createWatchdog({ silentMs: seconds * 1000, sign: () => Atomics.load(beats, 0) }).silent;
  // Streams of this thread go through the main thread, which does not turn.
  writeSync(
    standardError,
    `fundstelle: The program has been at one thing for ${seconds} seconds. It ends with exit code ${exitCode} so that it is started again.\n`,
  );
  // A thread can end itself alone. The inspector gets in between two steps of whatever the main thread is at.
  const session = new Session();
  session.connectToMainThread();
  session.post("Runtime.evaluate", { expression: `process.exit(${exitCode})` });
  // One that is not in JavaScript at all can be reached by nothing else.
  setTimeout(() => process.kill(process.pid, "SIGKILL"), lastChanceMs);
}

/** By hand: a library for it would take more memory than all the rest of this thread. */
function isHangWorkerData(given: unknown): given is HangWorkerData {
  if (typeof given !== "object" || given === null || !("beats" in given) || !("seconds" in given)) return false;
  return given.beats instanceof Int32Array && typeof given.seconds === "number" && given.seconds > 0;
}

if (!isMainThread) {
  // Timers of the watchdog keep nobody alive; this does.
  parentPort?.on("message", () => undefined);
  const given: unknown = workerData;
  if (!isHangWorkerData(given)) throw new TypeError("The thread was not given what it is to watch");
  void watch(given);
  parentPort?.postMessage("watching");
}
