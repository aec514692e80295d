import * as z from "zod";
import { AppError } from "../../../errors.ts";
import { defineCommand } from "../../command.ts";
import { sanitize } from "../../text/sanitize.ts";

export const restrictedCommand = defineCommand({
  name: "restricted",
  summary: "list the documents that only some Discord servers see, or open one that sources.json restricts no longer",
  options: [
    { flags: "--lift <file>", description: "open this one to everybody; its path below the documents' folder" },
  ],
  examples: ["fundstelle restricted", "fundstelle restricted --lift minutes.md"],
  schema: z.object({ lift: z.string().min(1).optional() }),
  async run(context, args, { lift }) {
    if (args.length > 0)
      throw new AppError("usage", "restricted takes no file by itself.", "Run: fundstelle restricted --lift FILE");
    const { terminal } = context.messages();
    if (lift !== undefined) {
      await context.liftRestriction(lift);
      context.console.print(terminal.restrictionLifted(sanitize(lift)));
      return 0;
    }
    const documents = await context.restrictedDocuments();
    if (documents.length === 0) context.console.print(terminal.nothingRestricted);
    for (const { file, guilds, isStated } of documents) {
      context.console.print(terminal.restrictedDocument(sanitize(file), guilds.join(", "), isStated));
    }
    return 0;
  },
});
