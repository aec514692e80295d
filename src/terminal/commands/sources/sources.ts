import * as z from "zod";
import { defineCommand } from "../../command.ts";
import { renderHiddenParagraph, renderSources } from "../../render/sources.ts";
import { renderUnreadFiles } from "../../render/unread-files.ts";

export const sourcesCommand = defineCommand({
  name: "sources",
  summary: "list the documents with their counts",
  options: [{ flags: "--skipped", description: "list the paragraphs that are hidden instead, each with its rule" }],
  examples: ["fundstelle sources", "fundstelle sources --skipped"],
  schema: z.object({ skipped: z.boolean().default(false) }),
  async run(context, _args, { skipped }) {
    const { console } = context;
    const services = await context.open();
    try {
      if (!skipped) {
        const messages = context.messages();
        console.print(renderSources(services.fundstelle.sources(), messages, console.style));
        const unread = renderUnreadFiles(services.unreadFiles(), messages, console.style);
        if (unread !== undefined) console.print(unread);
        return 0;
      }
      let count = 0;
      for await (const paragraph of services.hiddenParagraphs()) {
        count++;
        console.print(renderHiddenParagraph(paragraph, console.style));
      }
      const { nothingSkipped, skippedParagraphs } = context.messages().terminal;
      console.print(count === 0 ? nothingSkipped : skippedParagraphs(count));
    } finally {
      await services.close();
    }
    return 0;
  },
});
