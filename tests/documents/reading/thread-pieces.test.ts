import type { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { startReadingThread } from "../../../src/documents/reading/thread.ts";
import { isReply, type Reply } from "../../../src/documents/reading/thread-messages.ts";

/** Everything that a thread says about a text, each piece taken when it comes, as the program does. */
async function repliesTo(thread: Worker, text: string): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  return new Promise((resolve, reject) => {
    thread.on("error", reject);
    thread.on("message", (message: unknown) => {
      if (!isReply(message)) return reject(new Error("The thread said something unknown."));
      replies.push(message);
      if (message.kind === "read" || message.kind === "refused") return resolve(replies);
      if (message.kind === "which-language") thread.postMessage({ kind: "language", language: "de" });
      else if (message.kind !== "reading") thread.postMessage({ kind: "taken" });
    });
    const bytes = new TextEncoder().encode(text);
    thread.postMessage({ kind: "read", request: { bytes, file: "a.txt", key: "a", source: undefined } });
  });
}

/** How long the longest message is, in characters of JSON. */
function longestOf(replies: readonly Reply[]): number {
  return Math.max(...replies.map((reply) => JSON.stringify(reply).length));
}

it("hands a short text over at once", async () => {
  const thread = startReadingThread();
  try {
    const replies = await repliesTo(thread, "Das Boot liegt am Kai.\n\nDer Hafen ist klein.\n");
    expect(replies.map(({ kind }) => kind)).toEqual(["reading", "which-language", "read"]);
    expect(replies.at(-1)).toMatchObject({ piece: { text: expect.stringContaining("Der Hafen ist klein.") } });
  } finally {
    await thread.terminate();
  }
});

// What the main thread takes at a time, and so how long it is held up, does not grow with the document: how often does.
it("hands a long text over in more pieces than a short one, and in none that are larger", async () => {
  const lines = (count: number) => Array.from({ length: count }, (_, i) => `Das Boot ${i} liegt am Kai.`).join("\n\n");
  const thread = startReadingThread();
  const other = startReadingThread();
  try {
    const [some, many] = await Promise.all([repliesTo(thread, lines(25_000)), repliesTo(other, lines(75_000))]);
    expect(many.length).toBeGreaterThan(2 * some.length);
    expect(longestOf(many)).toBeLessThan(1.2 * longestOf(some));
  } finally {
    await Promise.all([thread.terminate(), other.terminate()]);
  }
}, 120_000);
