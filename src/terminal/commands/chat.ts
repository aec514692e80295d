import { chat } from "../chat.ts";
import { defineCommand, noOptions } from "../command.ts";

export const chatCommand = defineCommand({
  name: "chat",
  summary: "ask questions in the terminal; piped input is read as one question a line",
  options: [],
  examples: ["fundstelle chat", "fundstelle chat < questions.txt"],
  schema: noOptions,
  async run(context) {
    const services = await context.open();
    try {
      await chat(context, services);
    } finally {
      await services.close();
    }
    return 0;
  },
});
