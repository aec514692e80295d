import { parentPort } from "node:worker_threads";
import { AppError, describeError } from "../../errors.ts";
import type { LanguageCode } from "../document.ts";
import { parserFor } from "../parsers/parsers.ts";
import { passagesOf } from "../passages/passages.ts";
import { makeDocument } from "./create-document.ts";
import { piecesOf } from "./pieces.ts";
import { readBytes, tooLarge } from "./read-bytes.ts";
import { isOrder, type Order, type ReadingRequest, type RefusedDocument, type Reply } from "./thread-messages.ts";

const port = parentPort;
let answered: ((order: Order) => void) | undefined;

port?.on("message", (message: unknown) => {
  if (!isOrder(message)) return;
  if (message.kind === "read") void read(message.request);
  else answered?.(message);
});

function say(reply: Reply): void {
  port?.postMessage(reply);
}

/** Sends a message and waits for the answer: sending faster than the main thread receives would block it. */
function ask(reply: Reply): Promise<Order> {
  return new Promise((resolve) => {
    answered = resolve;
    say(reply);
  });
}

async function read(request: ReadingRequest): Promise<void> {
  try {
    await handOver(request);
  } catch (error) {
    say({ kind: "refused", error: refusalOf(error, request.file) });
  }
}

async function handOver({
  folder,
  bytes,
  file,
  below = file,
  key,
  source,
  recognise = false,
  sharedTitle,
}: ReadingRequest): Promise<void> {
  const parser = parserFor(file);
  if (parser === undefined) throw new Error("its format is unknown");
  await parser.load();
  say({ kind: "reading" });
  const { maxBytes } = parser.limits;
  if (bytes !== undefined && bytes.length > maxBytes) throw tooLarge(file, maxBytes);
  const content = bytes ?? (await readBytes(folder ?? "", below, maxBytes));
  const document = await makeDocument({
    bytes: content,
    file,
    key,
    source,
    parser,
    recognise,
    sharedTitle,
    detectLanguage,
  });
  const { canonicalText: text, paragraphs, ...facts } = document;
  const pieces = piecesOf({ text, paragraphs, passages: passagesOf(document) });
  for (let piece = pieces.next(); ; piece = pieces.next()) {
    if (piece.done) return say({ kind: "read", facts, piece: piece.value });
    await ask({ kind: "piece", piece: piece.value });
  }
}

async function detectLanguage(text: string): Promise<LanguageCode> {
  const order = await ask({ kind: "which-language", text });
  if (order.kind !== "language") throw new Error("nobody told the language");
  return order.language;
}

function refusalOf(error: unknown, file: string): RefusedDocument {
  if (!(error instanceof AppError)) {
    const message = `${file} cannot be used: ${describeError(error).replace(/[\s.]+$/u, "")}.`;
    return { code: "document-unparsable", message, remedy: "Correct the file, or take it out." };
  }
  const { code, message, remedy } = error;
  const isOwn = code === "file-unreadable" || code === "folder-missing" || code === "not-text";
  return { code: isOwn ? code : "document-unparsable", message, remedy };
}
