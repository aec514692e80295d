import { AppError, describeError } from "../../errors.ts";
import type { IndexEvent } from "../../search/index-event.ts";
import { startThread } from "../../start-thread.ts";
import { appError, type BuildRequest, replySchema } from "./build-messages.ts";

/**
 * Builds an index in a worker thread, which writes it to its folder.
 * @param signal ends it soon; what is on the disk is whole all the same
 * @throws AppError why there is no index in the folder: `folder-empty`, `disk-failed`, `index-locked`, …
 */
export function buildInWorker(
  request: BuildRequest,
  onEvent: (event: IndexEvent) => void,
  signal?: AbortSignal,
): Promise<void> {
  const thread = startThread(new URL("./build-worker.ts", import.meta.url), { workerData: request });
  const result = new Promise<void>((resolve, reject) => {
    thread.on("message", (message: unknown) => {
      const parsed = replySchema.safeParse(message);
      if (!parsed.success) return reject(broken("its thread said something unknown", parsed.error));
      const reply = parsed.data;
      if (reply.kind === "written") resolve();
      else if (reply.kind === "failed") reject(appError(reply.error));
      else if (reply.kind === "skipped") onEvent({ ...reply, error: appError(reply.error) });
      else onEvent(reply);
    });
    thread.on("error", (cause) => reject(broken(describeError(cause), cause)));
    thread.on("exit", () => reject(broken("its thread ended")));
  });
  const stop = (): void => thread.postMessage("stop");
  signal?.addEventListener("abort", stop);
  return result.finally(async () => {
    signal?.removeEventListener("abort", stop);
    await thread.terminate();
  });
}

function broken(why: string, cause?: unknown): AppError {
  return new AppError("internal", `The index could not be built: ${why}.`, "Run: fundstelle index", { cause });
}
