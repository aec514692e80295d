import * as z from "zod";
import { defineCommand } from "../../command.ts";

export const mcpCommand = defineCommand({
  name: "mcp",
  summary: "offer the documents to other programs by the Model Context Protocol, on standard input and output",
  options: [],
  examples: ["fundstelle mcp --seeds ./documents"],
  schema: z.object({}),
  async run(context) {
    await context.serveMcp();
    return 0;
  },
});
