/**
 * Packages that become part of dist/: they are small, or only a little of them is needed, and opening their files one by
 * one takes longer than answering. They are installed with those of development alone, pdfjs-dist but for two
 * files and its tables of characters, @photostructure/sqlite but for its SQLite for each kind of computer.
 */
export const bundledPackages = [
  "@hono/node-server",
  "@modelcontextprotocol/server",
  "@opensearch-project/opensearch",
  "@orama/stemmers",
  "@orama/stopwords",
  "@photostructure/sqlite",
  "fast-png",
  "flexsearch",
  "hono",
  "ipaddr.js",
  "kysely",
  "lru-cache",
  "pdfjs-dist",
  "postal-mime",
  "robots-parser",
  "sax",
  "zod",
];
