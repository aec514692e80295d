import type { DocumentParser } from "../parser.ts";

/**
 * Presentations: a slide is a page.
 */
export const pptxParser: DocumentParser = {
  name: "pptx",
  version: 4,
  extensions: [".pptx"],
  pageUnit: "slide",
  opensAs: "own-program",
  limits: { timeoutMs: 30_000, maxBytes: 100 * 1024 * 1024 },
  load: async () => (await import("./read-pptx.ts")).readPptx,
};
