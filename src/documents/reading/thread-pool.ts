import type { Worker } from "node:worker_threads";
import { startReadingThread } from "./thread.ts";

/** Two, so that a slow document does not hold up the others. */
const maxThreads = 2;
/** The second is only for slow documents: a new thread has everything to load and to compile. */
const patienceMs = 200;
/** Replacing the thread now and then releases what libraries hold on to. */
const documentsPerThread = 2_000;
const idleMs = 20_000;

export interface PooledThread {
  readonly thread: Worker;
  documents: number;
  /** Ends it when nothing more comes. */
  idle: NodeJS.Timeout | undefined;
}

const idle: PooledThread[] = [];
const waiting: (() => void)[] = [];
let running = 0;
/** Since when there is no thread that is still starting, which is no reason to start another. */
let startedAt = 0;
let starting = 0;

/**
 * Lends a thread that reads documents, one document at a time. It is kept for a while for the next one, and keeps no
 * process alive.
 * @param use `isSpent`: whether the thread can read no more
 */
export async function withThread<T>(use: (thread: Worker) => Promise<{ result: T; isSpent: boolean }>): Promise<T> {
  const cameAt = performance.now();
  // Between the end of one and the turn of whoever waits, another one may have come.
  for (;;) {
    if (running === 0 || (running < maxThreads && idle.length > 0)) break;
    const patience =
      Math.max(cameAt, starting > 0 ? Number.POSITIVE_INFINITY : startedAt) + patienceMs - performance.now();
    if (running < maxThreads && patience <= 0) break;
    await nextTurn(running < maxThreads ? Math.min(patience, patienceMs) : undefined);
  }
  running += 1;
  const pooled = take();
  let isSpent = true;
  try {
    const used = await use(pooled.thread);
    isSpent = used.isSpent;
    return used.result;
  } finally {
    pooled.documents += 1;
    if (isSpent || pooled.documents >= documentsPerThread) await pooled.thread.terminate();
    else keep(pooled);
    running -= 1;
    waiting.shift()?.();
  }
}

/** @param mostMs waits no longer than that; absent: as long as it takes */
function nextTurn(mostMs: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer =
      mostMs === undefined
        ? undefined
        : setTimeout(() => {
            waiting.splice(waiting.indexOf(go), 1);
            resolve();
          }, mostMs);
    waiting.push(go);
  });
}

function take(): PooledThread {
  const known = idle.pop();
  if (known !== undefined) {
    clearTimeout(known.idle);
    return known;
  }
  const pooled: PooledThread = { thread: startReadingThread(), documents: 0, idle: undefined };
  // A library may fail even after its document was read; that must not end the process.
  const forget = () => {
    const at = idle.indexOf(pooled);
    if (at >= 0) idle.splice(at, 1);
  };
  pooled.thread.on("error", forget).on("exit", forget);
  starting += 1;
  let isStarting = true;
  const started = () => {
    if (!isStarting) return;
    isStarting = false;
    starting -= 1;
    startedAt = performance.now();
  };
  pooled.thread.once("online", started).once("exit", started);
  return pooled;
}

function keep(pooled: PooledThread): void {
  idle.push(pooled);
  pooled.thread.unref();
  pooled.idle = setTimeout(() => {
    const at = idle.indexOf(pooled);
    if (at < 0) return;
    idle.splice(at, 1);
    void pooled.thread.terminate();
  }, idleMs).unref();
}
