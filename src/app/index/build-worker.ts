import { parentPort, workerData } from "node:worker_threads";
import { emptyLexicon } from "../../analysis/lexicon/compiled.ts";
import { createLexicon } from "../../analysis/lexicon/create-lexicon.ts";
import { AppError, describeError } from "../../errors.ts";
import type { IndexEvent } from "../../search/index-event.ts";
import { createFileWriter } from "../../search/storage/file-writing.ts";
import { Collection } from "../collection/collection.ts";
import { createOutlines } from "../collection/outlines.ts";
import { buildIndex, keepIndex, textKeeper } from "./build-index.ts";
import { type BuildReply, type BuildRequest, plainError, replyOf, requestSchema } from "./build-messages.ts";
import { fingerprintAnalyzer } from "./fingerprints.ts";

/** Progress is reported at most this often, to spare the main thread. */
const progressMs = 100;

/** Builds an index and writes it to its folder, in a thread of its own. */
async function build(
  { seedsFolder, indexFolder, frequencies, recognise, dataFolder }: BuildRequest,
  say: (reply: BuildReply) => void,
  signal: AbortSignal,
) {
  try {
    const compiled = { ...emptyLexicon(), frequencies };
    const collection = await Collection.open(seedsFolder, createLexicon(compiled), { recognise, dataFolder });
    const files = createFileWriter();
    const fingerprint = fingerprintAnalyzer(compiled, recognise);
    const keepText = textKeeper(indexFolder, files, createOutlines(indexFolder, fingerprint, files));
    const built = await buildIndex(collection, withoutHaste(say), keepText, signal);
    await keepIndex(indexFolder, built, fingerprint, files);
    say({ kind: "written" });
  } catch (error) {
    const known =
      error instanceof AppError
        ? error
        : new AppError("internal", `The index could not be built: ${describeError(error)}`, "Run: fundstelle index");
    say({ kind: "failed", error: plainError(known) });
  }
}

function withoutHaste(say: (reply: BuildReply) => void): (event: IndexEvent) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (event) => {
    const reply = replyOf(event);
    if (reply === undefined) return;
    if (reply.kind === "read" || reply.kind === "indexed") {
      if (performance.now() - last < progressMs) return;
      last = performance.now();
    }
    say(reply);
  };
}

const port = parentPort;
if (port !== null) {
  const stopping = new AbortController();
  // Any message means stop. Between two steps nothing is half written and no lock is held.
  port.once("message", () => stopping.abort());
  void build(requestSchema.parse(workerData), (reply) => port.postMessage(reply), stopping.signal);
}
