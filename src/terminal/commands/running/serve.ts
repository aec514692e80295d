import * as z from "zod";
import { defineCommand } from "../../command.ts";
import { watchOption } from "./watch-option.ts";

export const serveCommand = defineCommand({
  name: "serve",
  summary: "show the documents as pages in the browser, with questions and searches",
  options: [watchOption],
  examples: ["fundstelle serve", "READER_PUBLIC=true fundstelle serve --seeds ./documents"],
  schema: z.object({ watch: z.boolean().default(false) }),
  async run(context, _args, { watch }) {
    await context.serveReader({ watch: watch || context.settings.watch });
    return 0;
  },
});
