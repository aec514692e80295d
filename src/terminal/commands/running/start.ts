import * as z from "zod";
import { defined } from "../../../defined.ts";
import { AppError } from "../../../errors.ts";
import { chat } from "../../chat/chat.ts";
import { defineCommand } from "../../command.ts";
import { renderWelcome } from "../../introduction.ts";
import { fitLines } from "../../text/wrap.ts";
import { watchOption } from "./watch-option.ts";

/** Some of so many: 0,1/4. */
const someShards = z
  .string()
  .regex(/^\d{1,6}(?:,\d{1,6})*\/\d{1,6}$/)
  .transform((text) => {
    const [ids = "", count = ""] = text.split("/");
    return { ids: ids.split(",").map(Number), count: Number(count) };
  })
  .refine(({ ids, count }) => ids.every((id) => id < count));

/** What runs without a command: the Discord bot where it is set up, else the chat. */
export const startCommand = defineCommand({
  name: "start",
  summary: "start the Discord bot where DISCORD_TOKEN is set, else the chat",
  options: [
    watchOption,
    { flags: "--processes <number>", description: "run the bot in so many processes, which share its shards" },
    {
      flags: "--shards <shards>",
      description: "auto, or how many connections the servers are spread over; 0,1/4: the first two of four",
    },
  ],
  examples: ["fundstelle", "fundstelle start --seeds ./documents", "fundstelle start --shards auto --processes 4"],
  isDefault: true,
  takesStrayArguments: true,
  schema: z.object({
    watch: z.boolean().default(false),
    processes: z.coerce.number().int().min(1).max(1000).optional(),
    shards: z.union([z.literal("auto"), someShards, z.coerce.number().int().min(1).max(100_000)]).optional(),
  }),
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
      const { processes, shards } = options;
      if (processes !== undefined && typeof shards === "object") {
        throw new AppError(
          "usage",
          "--processes shares all shards out: it needs to know how many there are.",
          "Run: fundstelle start --shards auto --processes 4",
        );
      }
      await context.startDiscord({ watch, ...defined({ processes, shards }) });
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
