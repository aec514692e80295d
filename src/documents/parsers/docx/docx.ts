import type { DocumentParser } from "../parser.ts";

/**
 * Word documents: what their styles call headings, captions and lists, their tables and their notes.
 */
export const docxParser: DocumentParser = {
  name: "docx",
  version: 6,
  extensions: [".docx"],
  opensAs: "own-program",
  limits: { timeoutMs: 60_000, maxBytes: 50 * 1024 * 1024 },
  load: async () => (await import("./read-docx.ts")).readDocx,
};
