import type { DocumentParser } from "../parser.ts";

/**
 * AsciiDoc. Passages keep their markup; sections give the heading path.
 */
export const adocParser: DocumentParser = {
  name: "asciidoc",
  version: 3,
  extensions: [".adoc", ".asciidoc"],
  markup: "asciidoc",
  opensAs: "web-page",
  limits: { timeoutMs: 30_000, maxBytes: 20 * 1024 * 1024 },
  load: async () => (await import("./read-adoc.ts")).readAdoc,
};
