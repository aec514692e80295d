import type { DocumentParser } from "../parser.ts";

/**
 * E-mail messages, their formatted text where they have any; and pages that a browser saved as one file, which have the
 * form of a message.
 */
export const mailParser: DocumentParser = {
  name: "mail",
  version: 2,
  extensions: [".eml", ".mhtml", ".mht"],
  opensAs: "web-page",
  limits: { timeoutMs: 60_000, maxBytes: 50 * 1024 * 1024 },
  load: async () => (await import("./read-mail.ts")).readMail,
};
