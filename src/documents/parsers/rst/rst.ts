import type { DocumentParser } from "../parser.ts";

/**
 * reStructuredText. Passages keep their markup; sections give the heading path.
 */
export const rstParser: DocumentParser = {
  name: "restructuredtext",
  version: 3,
  extensions: [".rst"],
  markup: "restructuredtext",
  opensAs: "web-page",
  limits: { timeoutMs: 30_000, maxBytes: 20 * 1024 * 1024 },
  load: async () => (await import("./read-rst.ts")).readRst,
};
