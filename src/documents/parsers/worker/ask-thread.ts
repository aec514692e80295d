import type { Worker } from "node:worker_threads";
import { describeError } from "../../../errors.ts";
import { type ParseReply, type ParseRequest, replySchema } from "./messages.ts";

/** Starting a thread and loading a library takes longest where many processes share a machine. */
const startTimeoutMs = 60_000;
const memoryCheckMs = 50;

type FinalReply = Exclude<ParseReply, { readonly state: "reading" }>;

/** The thread cannot be used any more; the message says why, as a clause. */
export class ThreadFailure extends Error {}

/**
 * Has a thread read a document.
 * @throws ThreadFailure past the time or memory that it may take, and when the thread ends.
 */
export function askThread(
  thread: Worker,
  request: ParseRequest,
  { timeoutMs, maxGrowthBytes }: { readonly timeoutMs: number; readonly maxGrowthBytes: number },
): Promise<FinalReply> {
  return new Promise((resolve, reject) => {
    const before = process.memoryUsage.rss();
    const settle = (end: () => void) => {
      clearTimeout(timer);
      clearInterval(memory);
      thread.off("message", onMessage).off("error", onError).off("exit", onExit);
      thread.unref();
      end();
    };
    const fail = (why: string, cause?: unknown) => settle(() => reject(new ThreadFailure(why, { cause })));
    const onMessage = (message: unknown) => {
      const reply = replySchema.safeParse(message);
      if (!reply.success) {
        fail("its reader gave no document", reply.error);
      } else if (reply.data.state === "reading") {
        clearTimeout(timer);
        timer = setTimeout(() => fail(`reading it takes longer than ${timeoutMs / 1_000} s`), timeoutMs);
      } else {
        const { data } = reply;
        settle(() => resolve(data));
      }
    };
    const onError = (error: unknown) =>
      fail(isOutOfMemory(error) ? "reading it takes too much memory" : describeError(error), error);
    const onExit = () => fail("its reader ended");

    let timer = setTimeout(() => fail("its reader did not start in time"), startTimeoutMs);
    const memory = setInterval(() => {
      if (process.memoryUsage.rss() - before > maxGrowthBytes) fail("reading it takes too much memory");
    }, memoryCheckMs);
    thread.ref();
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
    thread.postMessage({ bytes: request.bytes, file: request.file });
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
