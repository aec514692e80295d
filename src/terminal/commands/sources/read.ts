import * as z from "zod";
import { parseCitation } from "../../../answering/citing/citation.ts";
import { defined } from "../../../defined.ts";
import { AppError } from "../../../errors.ts";
import { defineCommand } from "../../command.ts";
import { renderReadingPage } from "../../render/passages/reading-page.ts";

const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, "it must be a whole number from 1")
  .transform(Number)
  .optional();

export const readCommand = defineCommand({
  name: "read",
  summary: "read a document page by page",
  arguments: { syntax: "<document>", description: "its key or its file, or a citation to begin at" },
  options: [
    { flags: "--page <n>", description: "page, from 1 (default: 1)" },
    { flags: "--around <n>", description: "the page with this paragraph, which is marked" },
  ],
  examples: [
    "fundstelle read zweckgemeinschaft-2023",
    "fundstelle read zweckgemeinschaft-2023 --page 2",
    "fundstelle read zweckgemeinschaft-2023:7",
  ],
  schema: z.object({ page: wholeNumber, around: wholeNumber }),
  async run(context, args, { page, around }) {
    const named = args.join(" ");
    const services = await context.open();
    try {
      const { fundstelle } = services;
      const reference = parseCitation(named);
      const passage = reference === undefined ? undefined : (await fundstelle.lookUp(reference)).passage;
      const asked = around === undefined ? passage : { paragraph: around };
      const paragraph = asked?.paragraph;
      const shown = await fundstelle.read(passage?.documentKey ?? named, {
        ...defined({ page, around: asked }),
      });
      const last = shown.paragraphs.at(-1)?.paragraph.number ?? 0;
      if (page === undefined && paragraph !== undefined && paragraph > last && shown.page === shown.pages) {
        throw new AppError(
          "citation-unknown",
          `${shown.metadata.key} has no paragraph ${paragraph} to be read.`,
          `Its last one is ${last}.`,
        );
      }
      context.console.print(renderReadingPage(shown, context.messages(), context.console.style));
    } finally {
      await services.close();
    }
    return 0;
  },
});
