import { AppError } from "../../../errors.ts";
import { unparsable } from "../extracted-document.ts";
import type { ParsedDocument } from "../parser.ts";
import { askThread, ThreadFailure } from "./ask-thread.ts";
import type { ParseRequest, WorkerFormat } from "./messages.ts";
import { type RunningThread, startThread } from "./thread.ts";

export interface ParseLimits {
  /** For reading one document; starting the thread and loading its library does not count. */
  readonly timeoutMs: number;
  /** Of the file. */
  readonly maxBytes: number;
  /** By how much the whole process may grow meanwhile, since buffers do not count as a thread's objects; 1.5 GB where absent. */
  readonly maxGrowthBytes?: number;
}

const usualGrowthBytes = 1_536 * 1024 * 1024;

/** A new thread now and then keeps what libraries hold on to from growing. */
const documentsPerThread = 500;
const idleMs = 5_000;

const threads = new Map<WorkerFormat, RunningThread>();
let queue: Promise<unknown> = Promise.resolve();

/**
 * Reads a document in a worker thread, one at a time, so that a hostile one holds up or fills nothing but the thread.
 * The thread is kept for a while for the next document, and keeps no process alive.
 * @throws AppError `not-text` or `document-unparsable`: what the reader says, or a limit that was passed.
 */
export function parseInWorker(request: ParseRequest, limits: ParseLimits): Promise<ParsedDocument> {
  const { bytes, file } = request;
  if (bytes.length > limits.maxBytes) {
    const reason = `it is larger than ${Math.floor(limits.maxBytes / 1024 / 1024)} MB`;
    return Promise.reject(unparsable(file, reason, { remedy: "Split it into smaller files." }));
  }
  const result = queue.then(() => readNext(request, limits));
  queue = Promise.allSettled([result]);
  return result;
}

async function readNext(
  request: ParseRequest,
  { timeoutMs, maxGrowthBytes = usualGrowthBytes }: ParseLimits,
): Promise<ParsedDocument> {
  const { format, file } = request;
  const running = threadFor(format);
  try {
    const reply = await askThread(running.thread, request, { timeoutMs, maxGrowthBytes });
    running.documents += 1;
    if (running.documents >= documentsPerThread) await stop(format, running);
    else running.idle = setTimeout(() => void stop(format, running), idleMs).unref();
    if (reply.state === "read") return reply.document;
    throw new AppError(reply.code, reply.message, reply.remedy);
  } catch (error) {
    if (!(error instanceof ThreadFailure)) throw error;
    await stop(format, running);
    throw unparsable(file, error.message, { cause: error.cause });
  }
}

function threadFor(format: WorkerFormat): RunningThread {
  const known = threads.get(format);
  if (known !== undefined) {
    clearTimeout(known.idle);
    return known;
  }
  const running: RunningThread = { thread: startThread(format), documents: 0, idle: undefined };
  threads.set(format, running);
  // A library may also fail after its document was read: that is no reason to end the process.
  const forget = () => {
    if (threads.get(format) === running) threads.delete(format);
  };
  running.thread.on("error", forget).on("exit", forget);
  return running;
}

async function stop(format: WorkerFormat, running: RunningThread): Promise<void> {
  clearTimeout(running.idle);
  if (threads.get(format) === running) threads.delete(format);
  await running.thread.terminate();
}
