import type { DocumentParser } from "../parser.ts";

/**
 * The text layer of PDF files. A paragraph is one line of canonical text: its lines are joined with spaces, and words
 * that were hyphenated at the end of a line are put together, because no one could find or read them otherwise.
 */
export const pdfParser: DocumentParser = {
  name: "pdf",
  version: 13,
  extensions: [".pdf"],
  opensAs: "text",
  limits: { timeoutMs: 60_000, maxBytes: 100 * 1024 * 1024 },
  load: async () => (await import("./read-pdf.ts")).readPdf,
};
