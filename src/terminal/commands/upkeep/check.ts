import * as z from "zod";
import { defineCommand } from "../../command.ts";
import { sanitize } from "../../text/sanitize.ts";

export const checkCommand = defineCommand({
  name: "check",
  summary: "compare all that is stored with its checksums and with the documents, and repair what differs",
  options: [],
  examples: ["fundstelle check"],
  schema: z.object({}),
  async run(context) {
    // Opening reads the whole index, and builds it anew where a byte of it differs.
    const services = await context.open({});
    try {
      const { terminal } = context.messages();
      const counts = { whole: 0, repaired: 0, damaged: 0 };
      for await (const { file, state } of services.checkTexts()) {
        counts[state]++;
        if (state !== "whole") context.console.print(terminal.textDamaged(sanitize(file), state === "repaired"));
      }
      const { documents, passages } = services.fundstelle.statistics();
      context.console.print(terminal.checked({ documents, passages, texts: counts.whole + counts.repaired }));
      return counts.damaged > 0 || services.index === "in-memory" ? 1 : 0;
    } finally {
      await services.close();
    }
  },
});
