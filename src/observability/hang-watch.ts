import { startThread } from "../start-thread.ts";
import type { HangWorkerData } from "./hang-worker.ts";

const beatMs = 250;

export interface HangWatchOptions {
  /** How long the main thread may be busy with one task. */
  readonly seconds: number;
  /** Called where the watch itself has failed; there is none from then on. */
  readonly onFailure: (error: Error) => void;
}

export interface HangWatch {
  /**
   * Resolves when the thread is watching or has failed to start. A main thread that hangs earlier may keep it from
   * starting.
   */
  readonly started: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Watches, from a thread of its own, whether the main thread still runs its event loop. If it has not for too long, the
 * process ends with exit code 4 and a line on standard error, or, if even that fails, by SIGKILL.
 */
export function watchForHangs({ seconds, onFailure }: HangWatchOptions): HangWatch {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: HangWorkerData = { beats, seconds };
  const thread = startThread(new URL("./hang-worker.ts", import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16 },
  });
  const started = new Promise<void>((resolve) => {
    thread.once("message", () => resolve());
    thread.once("exit", () => resolve());
  });
  thread.on("error", onFailure);
  // While it starts it must keep the process alive by itself, since somebody may be waiting for it.
  started.finally(() => thread.unref());
  const timer = setInterval(() => Atomics.add(beats, 0, 1), beatMs).unref();
  return {
    started,
    async stop() {
      clearInterval(timer);
      await thread.terminate();
    },
  };
}
