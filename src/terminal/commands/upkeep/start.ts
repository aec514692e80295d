import * as z from "zod";
import { AppError } from "../../../errors.ts";
import { chat } from "../../chat/chat.ts";
import { defineCommand } from "../../command.ts";
import { renderWelcome } from "../../introduction.ts";
import { fitLines } from "../../text/wrap.ts";
import { watchOption } from "./watch-option.ts";

/** What runs without a command: the Discord bot where it is set up, else the chat. */
export const startCommand = defineCommand({
  name: "start",
  summary: "start the Discord bot where DISCORD_TOKEN is set, else the chat",
  options: [watchOption],
  examples: ["fundstelle", "fundstelle start --seeds ./documents"],
  isDefault: true,
  takesStrayArguments: true,
  schema: z.object({ watch: z.boolean().default(false) }),
  async run(context, args, options) {
    const [unknown] = args;
    if (unknown !== undefined) {
      throw new AppError(
        "usage",
        `There is no command ${JSON.stringify(unknown.slice(0, 60))}.`,
        "Run: fundstelle --help",
      );
    }
    const watch = options.watch || context.settings.watch;
    if (context.settings.discord.token !== undefined) {
      await context.startDiscord({ watch });
      return 0;
    }
    const { console } = context;
    const messages = context.messages();
    console.print(fitLines(messages.terminal.introduction, console.style.width));
    const services = await context.open({ watch, answersMeanwhile: true });
    try {
      console.print(renderWelcome(services, messages, console.style));
      console.print(fitLines(console.style.faint(messages.terminal.runsLocally), console.style.width));
      await chat(context, services);
    } finally {
      await services.close();
    }
    return 0;
  },
});
