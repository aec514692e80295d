import type { DocumentParser } from "../parser.ts";

/**
 * Workbooks: a sheet is a section, a row a line of a table and a page.
 */
export const xlsxParser: DocumentParser = {
  name: "xlsx",
  version: 4,
  extensions: [".xlsx"],
  pageUnit: "row",
  opensAs: "own-program",
  limits: { timeoutMs: 60_000, maxBytes: 50 * 1024 * 1024 },
  load: async () => (await import("./read-xlsx.ts")).readXlsx,
};
