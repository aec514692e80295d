import * as z from "zod";
import { defineCommand } from "../command.ts";

export const registerCommand = defineCommand({
  name: "register",
  summary: "make the bot's commands known to Discord, and print the link that invites the bot",
  options: [{ flags: "--guild <id>", description: "in one server only, where they appear at once" }],
  examples: ["fundstelle register", "fundstelle register --guild 123456789012345678"],
  schema: z.object({
    guild: z
      .string()
      .regex(/^\d{15,21}$/, "it must be a server's id")
      .optional(),
  }),
  async run(context, _args, { guild }) {
    await context.registerDiscord(guild);
    return 0;
  },
});
