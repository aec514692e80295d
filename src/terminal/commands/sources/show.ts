import * as z from "zod";
import { requireCitation } from "../../../answering/citing/citation.ts";
import { defineCommand } from "../../command.ts";
import { renderLookedUp } from "../../render/passages/passage.ts";

export const showCommand = defineCommand({
  name: "show",
  summary: "show a cited passage with its neighbours and its proof",
  arguments: { syntax: "<citation>", description: "such as zweckgemeinschaft-2023:7" },
  options: [{ flags: "--neighbours <n>", description: "passages before and after it, 0 to 20 (default: 1)" }],
  examples: ["fundstelle show zweckgemeinschaft-2023:7"],
  schema: z.object({
    neighbours: z
      .string()
      .regex(/^(?:1?\d|20)$/, "it must be a whole number from 0 to 20")
      .transform(Number)
      .default(1),
  }),
  async run(context, args, { neighbours }) {
    const reference = requireCitation(args.join(" "));
    const services = await context.open();
    try {
      const found = await services.fundstelle.lookUp(reference, { neighbours });
      context.console.print(renderLookedUp(found, context.messages(), context.console.style));
    } finally {
      await services.close();
    }
    return 0;
  },
});
