import * as z from "zod";
import { defineCommand } from "../../command.ts";

export const registerCommand = defineCommand({
  name: "register",
  summary: "make the bot's commands known to Discord, and print the link that invites the bot",
  options: [
    { flags: "--guild <id>", description: "in one server only, where they appear at once" },
    { flags: "--remove", description: "take them away again" },
  ],
  examples: [
    "fundstelle register",
    "fundstelle register --guild 123456789012345678",
    "fundstelle register --guild 123456789012345678 --remove",
  ],
  schema: z.object({
    guild: z
      .string()
      .regex(/^\d{15,21}$/, "it must be a server's id")
      .optional(),
    remove: z.boolean().default(false),
  }),
  async run(context, _args, { guild, remove }) {
    await context.registerDiscord({ guild, isRemoval: remove });
    return 0;
  },
});
