import { parentPort } from "node:worker_threads";
import { AppError, describeError } from "../../../errors.ts";
import { unparsable } from "../extracted-document.ts";
import { type FormatReader, type ParseReply, requestSchema } from "./messages.ts";

/** Answers the main thread's requests with what a format's reader makes of them. */
export function serve(read: FormatReader): void {
  const port = parentPort;
  port?.on("message", (message: unknown) => {
    const { bytes, file } = requestSchema.parse(message);
    port.postMessage({ state: "reading" } satisfies ParseReply);
    void answer(read, bytes, file).then((reply) => port.postMessage(reply));
  });
}

async function answer(read: FormatReader, bytes: Uint8Array, file: string): Promise<ParseReply> {
  try {
    const document = await read(bytes, file);
    return { state: "read", document: { ...document, paragraphs: [...document.paragraphs] } };
  } catch (error) {
    const known = error instanceof AppError ? error : unparsable(file, describeError(error).replace(/[\s.]+$/u, ""));
    const code = known.code === "not-text" ? "not-text" : "document-unparsable";
    return { state: "refused", code, message: known.message, remedy: known.remedy };
  }
}
