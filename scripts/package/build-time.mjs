/**
 * Packages that become part of dist/: they are small, or only a little of them is needed, and opening their files one by
 * one takes longer than answering. They are installed with those of development alone, pdfjs-dist but for two
 * files and its tables of characters.
 */
export const bundledPackages = [
  "@hono/node-server",
  "@modelcontextprotocol/server",
  "@orama/stemmers",
  "@orama/stopwords",
  "flexsearch",
  "hono",
  "lru-cache",
  "pdfjs-dist",
  "zod",
];
