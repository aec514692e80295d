import type { RepliableInteraction } from "discord.js";
import type { ParagraphSpan } from "../../answering/paragraph-span.ts";
import { AppError } from "../../errors.ts";
import type { CommandContext } from "../commands/command.ts";
import { charsPerPage, renderReading } from "../render/reading-view.ts";
import { explain, finish } from "../replying/respond.ts";
import { seenByActor } from "../scope.ts";

/** Where to read: a page and its part, or the page around paragraphs. */
export type ReadingPlace =
  | { readonly key: string; readonly page: number; readonly part: number }
  | { readonly key: string; readonly around: ParagraphSpan };

/** Shows a page of a document to the person who acts alone, in an interaction that is deferred. */
export async function showReading(
  interaction: RepliableInteraction,
  place: ReadingPlace,
  { fundstelle, m, community }: Pick<CommandContext, "fundstelle" | "m" | "community">,
): Promise<void> {
  const where = "around" in place ? { around: place.around } : { page: place.page };
  try {
    const filter = seenByActor(interaction, community);
    const page = await fundstelle.read(place.key, { ...where, charsPerPage, filter });
    await finish(interaction, renderReading(page, "part" in place ? place.part : undefined, m), m);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "citation-unknown") throw error;
    await explain(interaction, m.discord.problems.noSuchPage);
  }
}
