import * as z from "zod";
import { defineCommand } from "../../command.ts";
import { renderUnreadFiles } from "../../render/unread-files.ts";

export const indexCommand = defineCommand({
  name: "index",
  summary: "build the index, where it does not fit the documents",
  options: [{ flags: "--force", description: "build it even where it fits" }],
  examples: ["fundstelle index", "fundstelle index --seeds ./documents --index ./documents-index"],
  schema: z.object({ force: z.boolean().default(false) }),
  async run(context, _args, { force }) {
    const services = await context.open({ rebuild: force, compact: true, waitForVectors: true });
    try {
      const messages = context.messages();
      const { terminal } = messages;
      const { passages, documents } = services.fundstelle.statistics();
      if (services.index === "in-memory") return 1;
      const report = services.index === "loaded" ? terminal.upToDate : terminal.indexedAs;
      context.console.print(report(passages, documents, context.settings.indexFolder));
      const unread = renderUnreadFiles(services.unreadFiles(), messages, context.console.style);
      if (unread !== undefined) context.console.print(unread);
    } finally {
      await services.close();
    }
    return 0;
  },
});
