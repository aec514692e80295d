import { EventEmitter } from "node:events";
import workerThreads from "node:worker_threads";
import { isReply, type Order } from "../../src/documents/reading/thread-messages.ts";
import { replaceMethods } from "../replaced.ts";

/** How long a message is under way between two threads. */
const messageMs = 1;

/** What the reading thread's module takes for the way to its main thread. There is one, for the module is loaded once. */
const port = new EventEmitter();
let reading: InProcessWorker | undefined;
const waiting: { readonly worker: InProcessWorker; readonly order: unknown }[] = [];

/** What the module posts goes to whoever has asked it, and its last word lets the next one ask. */
function postMessage(message: unknown): void {
  const reader = reading;
  reader?.receive(structuredClone(message));
  if (!isReply(message) || (message.kind !== "read" && message.kind !== "refused")) return;
  reading = undefined;
  const next = waiting.shift();
  if (next !== undefined) begin(next.worker, next.order);
}

function begin(worker: InProcessWorker, order: unknown): void {
  reading = worker;
  port.emit("message", order);
}

/**
 * A thread that reads documents, in this thread: the module and what it is told are the real ones. Two such threads take
 * turns with a document each.
 */
class InProcessWorker extends EventEmitter {
  #isEnded = false;

  postMessage(order: Order): void {
    const copy: unknown = structuredClone(order);
    setTimeout(() => {
      if (this.#isEnded) return;
      if (order.kind !== "read") port.emit("message", copy);
      else if (reading === undefined) begin(this, copy);
      else waiting.push({ worker: this, order: copy });
    }, messageMs);
  }

  receive(message: unknown): void {
    setTimeout(() => {
      if (!this.#isEnded) this.emit("message", message);
    }, messageMs);
  }

  ref(): void {
    // Nothing keeps a simulation alive but itself.
  }

  unref(): void {
    // As above.
  }

  async terminate(): Promise<number> {
    this.#isEnded = true;
    this.emit("exit", 1);
    return 1;
  }
}

/** Has documents read in this thread. @returns what ends that */
export async function takeOverThreads(): Promise<() => void> {
  const giveBack = replaceMethods(workerThreads, {
    Worker: InProcessWorker,
    parentPort: Object.assign(port, { postMessage }),
  });
  await import("../../src/documents/reading/reading-worker.ts");
  return giveBack;
}
