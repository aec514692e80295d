import { resolve } from "node:path";
import * as z from "zod";
import { AppError } from "../../../errors.ts";
import { defineCommand } from "../../command.ts";
import { renderEvaluation } from "../../render/evaluation.ts";

export const evaluateCommand = defineCommand({
  name: "evaluate",
  summary: "ask questions whose answers you know, and count how many are found",
  arguments: { syntax: "[file]", description: "your questions with their answers, see docs/EVALUATING.md" },
  options: [
    { flags: "--judgments <file>", description: "the same" },
    { flags: "--json", description: "all figures as JSON" },
  ],
  examples: ["fundstelle evaluate questions.tsv", "fundstelle evaluate --json questions.jsonl"],
  schema: z.object({ judgments: z.string().min(1).optional(), json: z.boolean().default(false) }),
  async run(context, [file, ...rest], { judgments = file, json }) {
    if (judgments === undefined || rest.length > 0 || (file !== undefined && file !== judgments)) {
      throw new AppError("usage", "evaluate needs one file of questions.", "Run: fundstelle evaluate FILE");
    }
    const services = await context.open();
    try {
      const { questions, report } = await context.evaluate(services, resolve(judgments));
      const { console } = context;
      console.print(json ? JSON.stringify(report) : renderEvaluation(questions, context.messages(), console.style));
    } finally {
      await services.close();
    }
    return 0;
  },
});
