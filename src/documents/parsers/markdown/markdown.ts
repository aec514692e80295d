import type { DocumentParser } from "../parser.ts";

/**
 * CommonMark with tables, and MDX, whose components are left out and their text kept. Passages keep their markup;
 * headings give the heading path.
 */
export const markdownParser: DocumentParser = {
  name: "markdown",
  version: 16,
  extensions: [".md", ".markdown", ".mdx"],
  markup: "markdown",
  opensAs: "web-page",
  limits: { timeoutMs: 60_000, maxBytes: 20 * 1024 * 1024 },
  load: async () => (await import("./read-markdown.ts")).readMarkdown,
};
