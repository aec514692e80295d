import * as z from "zod";
import { AppError } from "../../../errors.ts";
import { defineCommand } from "../../command.ts";
import { renderInsights } from "../../render/insights.ts";

const usualDays = 30;

export const insightsCommand = defineCommand({
  name: "insights",
  summary: "show what people asked in Discord, what stayed unanswered, and what helped",
  options: [
    { flags: "--days <n>", description: "of so many days (default: 30)" },
    { flags: "--guild <id>", description: "of one server (default: of all)" },
    { flags: "--json", description: "all figures as JSON" },
    { flags: "--csv", description: "all figures for a spreadsheet" },
    { flags: "--judgments", description: "what was found helpful, as judged questions for evaluate" },
  ],
  examples: ["fundstelle insights --days 7", "fundstelle insights --judgments > questions.jsonl"],
  schema: z.object({
    days: z
      .string()
      .regex(/^[1-9]\d{0,3}$/, "it must be a whole number of days")
      .transform(Number)
      .default(usualDays),
    guild: z
      .string()
      .regex(/^\d{15,21}$/, "it must be a server's id")
      .optional(),
    json: z.boolean().default(false),
    csv: z.boolean().default(false),
    judgments: z.boolean().default(false),
  }),
  async run(context, _args, { days, guild, json, csv, judgments }) {
    if ([json, csv, judgments].filter(Boolean).length > 1)
      throw new AppError("usage", "--json, --csv and --judgments exclude one another.", "Choose one of them.");
    const services = await context.open();
    try {
      const { insights, csv: table, judgments: judged } = await context.readInsights(services, { guild, days });
      const { console } = context;
      if (json) console.print(JSON.stringify(insights, undefined, 2));
      else if (csv) console.print(table());
      else if (judgments) for (const line of await judged()) console.print(line);
      else console.print(renderInsights(insights, days, context.messages(), console.style));
    } finally {
      await services.close();
    }
    return 0;
  },
});
