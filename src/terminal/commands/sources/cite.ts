import * as z from "zod";
import { parseCitation, requireCitation } from "../../../answering/citing/citation.ts";
import type { ReferenceData } from "../../../answering/styles/reference-data.ts";
import { findStyle, renderReferences, styleNames } from "../../../answering/styles/render-reference.ts";
import { defineCommand } from "../../command.ts";

export const citeCommand = defineCommand({
  name: "cite",
  summary: "write a reference to a cited passage",
  arguments: { syntax: "<citation...>", description: "such as zweckgemeinschaft-2023:7" },
  options: [{ flags: "--style <name>", description: `${styleNames.join(", ")} (default: ${styleNames[0]})` }],
  examples: [
    "fundstelle cite zweckgemeinschaft-2023:7",
    "fundstelle cite zweckgemeinschaft-2023:7 --style bibtex",
    "fundstelle cite zweckgemeinschaft-2023:7 --style iso690-footnote --locale de",
  ],
  schema: z.object({
    style: z
      .string()
      .default(styleNames[0] ?? "")
      .refine((name) => findStyle(name) !== undefined, `styles are ${styleNames.join(", ")}`),
  }),
  async run(context, args, { style }) {
    const parsed = args.map(parseCitation);
    const references = parsed.every((reference) => reference !== undefined)
      ? parsed
      : [requireCitation(args.join(" "))];
    const services = await context.open();
    try {
      const data: ReferenceData[] = [];
      for (const reference of references) data.push(await services.fundstelle.reference(reference));
      context.console.print(await renderReferences(style, data, context.messages().locale));
    } finally {
      await services.close();
    }
    return 0;
  },
});
