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
    // Opening reads the whole index from its folder, and builds it anew where a byte of it differs. What a cluster has
    // is read below.
    const services = await context.open({});
    try {
      const { terminal } = context.messages();
      let isWhole = true;
      for await (const found of services.checkIndex()) {
        if (found.kind === "damaged") {
          const { damage } = found;
          const shown = damage.kind === "document" ? { ...damage, file: sanitize(damage.file) } : damage;
          context.console.print(terminal.indexDamaged(shown));
        } else {
          context.console.print(terminal.indexRepaired(found.isRepaired));
          isWhole = found.isRepaired;
        }
      }
      const counts = { whole: 0, repaired: 0, damaged: 0 };
      for await (const { file, state } of services.checkTexts()) {
        counts[state]++;
        if (state !== "whole") context.console.print(terminal.textDamaged(sanitize(file), state === "repaired"));
      }
      const { documents, passages } = services.fundstelle.statistics();
      context.console.print(terminal.checked({ documents, passages, texts: counts.whole + counts.repaired }));
      return counts.damaged > 0 || !isWhole || services.index === "in-memory" ? 1 : 0;
    } finally {
      await services.close();
    }
  },
});
