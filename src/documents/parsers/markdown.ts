import type { DocumentParser } from "./parser.ts";

/**
 * CommonMark with tables. Passages keep their markup; headings give the heading path. Its library is loaded when the
 * first such document comes.
 */
export const markdownParser: DocumentParser = {
  name: "markdown",
  version: 1,
  extensions: [".md", ".markdown"],
  parse: async (bytes, file) => (await import("./markdown/read-markdown.ts")).readMarkdown(bytes, file),
};
