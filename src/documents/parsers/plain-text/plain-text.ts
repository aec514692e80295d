import type { DocumentParser } from "../parser.ts";

/** Any text file. */
export const plainTextParser: DocumentParser = {
  name: "plain-text",
  version: 6,
  extensions: [".txt"],
  opensAs: "text",
  limits: { timeoutMs: 180_000, maxBytes: 100 * 1024 * 1024 },
  load: async () => (await import("./read-plain-text.ts")).readPlainTextFile,
};
