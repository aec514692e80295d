import type { DocumentParser } from "../parser.ts";
import { readHeadline } from "./headline.ts";

/**
 * Org mode's outlines. Passages keep their markup; headlines give the heading path.
 */
export const orgParser: DocumentParser = {
  name: "org",
  version: 4,
  extensions: [".org"],
  markup: "org",
  readHeadline,
  opensAs: "web-page",
  limits: { timeoutMs: 30_000, maxBytes: 20 * 1024 * 1024 },
  load: async () => (await import("./read-org.ts")).readOrg,
};
