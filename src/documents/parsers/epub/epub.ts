import type { DocumentParser } from "../parser.ts";

/**
 * Electronic books, chapter by chapter.
 */
export const epubParser: DocumentParser = {
  name: "epub",
  version: 6,
  extensions: [".epub"],
  opensAs: "own-program",
  limits: { timeoutMs: 60_000, maxBytes: 50 * 1024 * 1024 },
  load: async () => (await import("./read-epub.ts")).readEpub,
};
