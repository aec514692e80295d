/** Small packages of many files that every command needs: opening them one by one takes longer than answering. */
export const bundledPackages = [
  "@hono/node-server",
  "@orama/stemmers",
  "@orama/stopwords",
  "flexsearch",
  "hono",
  "lru-cache",
  "zod",
];

/**
 * Dependencies of a clone, which builds the program, that the built program does without. They stand among the
 * dependencies, and not with those of development, so that a clone builds itself where npm leaves the latter out.
 */
export const buildTimePackages = [...bundledPackages, "esbuild"];
