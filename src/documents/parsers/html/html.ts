import type { DocumentParser } from "../parser.ts";

/**
 * Web pages: the article as Readability finds it, else all of the page's text. Headings, captions, tables (a row a
 * line, cells with ` | ` between them) and lists are told by their elements.
 */
export const htmlParser: DocumentParser = {
  name: "html",
  version: 18,
  extensions: [".html", ".htm", ".xhtml", ".xht"],
  opensAs: "web-page",
  limits: { timeoutMs: 30_000, maxBytes: 20 * 1024 * 1024 },
  load: async () => (await import("./read-html.ts")).readHtml,
};
