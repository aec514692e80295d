import type { DocumentParser } from "../parser.ts";

/**
 * OpenDocument texts, as LibreOffice and others write them.
 */
export const odtParser: DocumentParser = {
  name: "odt",
  version: 3,
  extensions: [".odt"],
  opensAs: "own-program",
  limits: { timeoutMs: 30_000, maxBytes: 50 * 1024 * 1024 },
  load: async () => (await import("./read-odt.ts")).readOdt,
};
