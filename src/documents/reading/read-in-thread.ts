import type { Worker } from "node:worker_threads";
import { AppError, describeError } from "../../errors.ts";
import type { LanguageCode, Paragraph, Passage, SourceDocument } from "../document.ts";
import { limitComputing } from "./limit-computing.ts";
import { watchMemory } from "./memory-watch.ts";
import { type DocumentPiece, isReply, type Order, type ReadingRequest, type Reply } from "./thread-messages.ts";
import { withThread } from "./thread-pool.ts";

/** Starting a thread and loading a library takes longest where many processes share a machine. */
const startTimeoutMs = 60_000;

/** A document as it was read, with its passages. */
export interface ReadDocument {
  readonly document: SourceDocument;
  readonly passages: readonly Passage[];
}

export interface ReadingLimits {
  /** For reading one document, as `limitComputing` counts it; starting the thread and loading its library does not count. */
  readonly timeoutMs: number;
  /** See `watchMemory`. */
  readonly maxGrowthBytes?: number;
}

/**
 * Has a thread read a document, so that a hostile one holds up or fills nothing but the thread.
 * @throws AppError `folder-missing`, `file-unreadable`, `not-text` or `document-unparsable`: what the reader says, or a
 *   limit that was passed
 */
export async function readInThread(
  request: ReadingRequest,
  limits: ReadingLimits,
  detectLanguage: (text: string) => LanguageCode,
): Promise<ReadDocument> {
  const outcome = await withThread(async (thread) => {
    const result = await ask(thread, request, limits, detectLanguage);
    return { result, isSpent: result instanceof ThreadFailure };
  });
  if (outcome instanceof ThreadFailure) {
    const message = `${request.file} cannot be used: ${outcome.message}.`;
    throw new AppError("document-unparsable", message, "Correct the file, or take it out.", { cause: outcome.cause });
  }
  if (outcome instanceof AppError) throw outcome;
  return outcome;
}

/** The thread cannot be used any more; the message says why, as a clause. */
class ThreadFailure extends Error {}

function ask(
  thread: Worker,
  request: ReadingRequest,
  { timeoutMs, maxGrowthBytes }: ReadingLimits,
  detectLanguage: (text: string) => LanguageCode,
): Promise<ReadDocument | AppError | ThreadFailure> {
  return new Promise((resolve) => {
    const texts: string[] = [];
    const paragraphs: Paragraph[] = [];
    const passages: Passage[] = [];
    const settle = (outcome: ReadDocument | AppError | ThreadFailure) => {
      clearTimeout(starting);
      endLimit();
      endWatch();
      thread.off("message", onMessage).off("error", onError).off("exit", onExit);
      thread.unref();
      resolve(outcome);
    };
    const fail = (why: string, cause?: unknown) => settle(new ThreadFailure(why, { cause }));
    const tell = (order: Order) => thread.postMessage(order);
    const add = (piece: DocumentPiece) => {
      texts.push(piece.text);
      paragraphs.push(...piece.paragraphs);
      passages.push(...piece.passages);
    };
    const take = (reply: Reply): void => {
      switch (reply.kind) {
        case "reading":
          clearTimeout(starting);
          endLimit = limitComputing(timeoutMs, () => fail(`reading it takes longer than ${timeoutMs / 1_000} s`));
          return;
        case "which-language":
          tell({ kind: "language", language: detectLanguage(reply.text) });
          return;
        case "piece":
          add(reply.piece);
          tell({ kind: "taken" });
          return;
        case "read":
          add(reply.piece);
          settle({ document: { ...reply.facts, canonicalText: texts.join(""), paragraphs }, passages });
          return;
        case "refused": {
          const { code, message, remedy } = reply.error;
          settle(new AppError(code, message, remedy));
          return;
        }
      }
    };
    const onMessage = (message: unknown) => {
      if (!isReply(message)) return fail("its reader said something unknown");
      // Between two pieces whatever else there is to do goes on.
      if (message.kind === "reading") take(message);
      else setImmediate(() => take(message));
    };
    const onError = (error: unknown) =>
      fail(isOutOfMemory(error) ? "reading it takes too much memory" : describeError(error), error);
    const onExit = () => fail("its reader ended");

    const starting = setTimeout(() => fail("its reader did not start in time"), startTimeoutMs);
    let endLimit = (): void => undefined;
    const endWatch = watchMemory(() => fail("reading it takes too much memory"), maxGrowthBytes);
    thread.ref();
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
    tell({ kind: "read", request });
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
