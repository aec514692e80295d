import { AppError } from "../../errors.ts";
import { chat } from "../chat.ts";
import { defineCommand, noOptions } from "../command.ts";

/** What runs without a command: the Discord bot where it is set up, else the chat. */
export const startCommand = defineCommand({
  name: "start",
  summary: "start the Discord bot where DISCORD_TOKEN is set, else the chat",
  options: [],
  examples: ["fundstelle", "fundstelle start --seeds ./documents"],
  isDefault: true,
  takesStrayArguments: true,
  schema: noOptions,
  async run(context, args) {
    const [unknown] = args;
    if (unknown !== undefined) {
      throw new AppError(
        "usage",
        `There is no command ${JSON.stringify(unknown.slice(0, 60))}.`,
        "Run: fundstelle --help",
      );
    }
    if (context.settings.discord.token !== undefined) {
      await context.startDiscord();
      return 0;
    }
    const services = await context.open();
    try {
      context.console.print(context.messages().terminal.runsLocally);
      await chat(context, services);
    } finally {
      await services.close();
    }
    return 0;
  },
});
