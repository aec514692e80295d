import * as z from "zod";
import { defineCommand, limitOption } from "../../command.ts";
import { renderHits } from "../../render/passages/hits.ts";

export const searchCommand = defineCommand({
  name: "search",
  summary: "search for keywords, with scores",
  arguments: { syntax: "<terms...>", description: "words to look for" },
  options: [
    { flags: "--explain", description: "show what each signal adds to the score" },
    { flags: "--limit <n>", description: "hits, 1 to 100 (default: 10)" },
  ],
  examples: ["fundstelle search Munition", "fundstelle search --explain Waffen Lieferung"],
  schema: z.object({ explain: z.boolean().default(false), limit: limitOption }),
  async run(context, args, { explain, limit }) {
    const services = await context.open();
    try {
      const page = await services.fundstelle.search(args.join(" "), { limit: limit ?? 10 });
      context.console.print(renderHits(page, context.messages(page.language), context.console.style, { explain }));
    } finally {
      await services.close();
    }
    return 0;
  },
});
