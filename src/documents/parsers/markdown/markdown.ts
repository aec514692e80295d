import type { DocumentParser } from "../parser.ts";
import { parseInWorker } from "../worker/parse-in-worker.ts";

/** Larger files can hold so many small tables that reading them would hold up answers; they are read in a thread. */
const threadFromBytes = 16 * 1024;

/**
 * CommonMark with tables. Passages keep their markup; headings give the heading path. Its library is loaded when the
 * first such document comes.
 */
export const markdownParser: DocumentParser = {
  name: "markdown",
  version: 3,
  extensions: [".md", ".markdown"],
  parse: async (bytes, file) =>
    bytes.length < threadFromBytes
      ? (await import("./read-markdown.ts")).readMarkdown(bytes, file)
      : parseInWorker({ format: "markdown", bytes, file }, { timeoutMs: 60_000, maxBytes: 20 * 1024 * 1024 }),
};
