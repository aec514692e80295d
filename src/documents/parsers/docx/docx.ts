import type { DocumentParser } from "../parser.ts";
import { parseInWorker } from "../worker/parse-in-worker.ts";

/** Word documents: what their styles call headings, captions and lists, their tables and their notes. */
export const docxParser: DocumentParser = {
  name: "docx",
  version: 2,
  extensions: [".docx"],
  parse: (bytes, file) =>
    parseInWorker({ format: "docx", bytes, file }, { timeoutMs: 30_000, maxBytes: 50 * 1024 * 1024 }),
};
