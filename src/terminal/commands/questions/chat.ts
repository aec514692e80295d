import * as z from "zod";
import { chat } from "../../chat/chat.ts";
import { defineCommand } from "../../command.ts";
import { renderWelcome } from "../../introduction.ts";
import { watchOption } from "../running/watch-option.ts";

export const chatCommand = defineCommand({
  name: "chat",
  summary: "ask questions in the terminal; piped input is read as one question a line",
  options: [watchOption],
  examples: ["fundstelle chat", "fundstelle chat --watch", "fundstelle chat < questions.txt"],
  schema: z.object({ watch: z.boolean().default(false) }),
  async run(context, _args, { watch }) {
    const services = await context.open({ watch: watch || context.settings.watch, answersMeanwhile: true });
    try {
      const { console } = context;
      if (console.isInteractive) console.print(renderWelcome(services, context.messages(), console.style));
      await chat(context, services);
    } finally {
      await services.close();
    }
    return 0;
  },
});
