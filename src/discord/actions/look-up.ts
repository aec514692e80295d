import { type BaseInteraction, InteractionContextType } from "discord.js";
import { parseCitation } from "../../answering/citing/citation.ts";
import type { Fundstelle, LookedUp } from "../../answering/service.ts";
import { AppError } from "../../errors.ts";
import type { Messages } from "../../locales/messages.ts";
import type { DocumentFilter } from "../../search/passage-index.ts";
import type { Choice } from "../commands/command.ts";
import { choiceChars, choices } from "../limits.ts";
import { cutPlain } from "../render/text/cut.ts";
import { inlineCode } from "../render/text/escape.ts";

/** Choices within Discord's limits. A value is never shortened, since that would change it. */
export function toChoices(suggestions: readonly { readonly label: string; readonly value: string }[]): Choice[] {
  return suggestions
    .filter(({ value }) => value !== "" && value.length <= choiceChars)
    .slice(0, choices)
    .map(({ label, value }) => ({ name: cutPlain(label, choiceChars) || value, value }));
}

/** Whether anybody else is in the channel to share with. */
export function canShare(interaction: Pick<BaseInteraction, "context" | "guildId">): boolean {
  return interaction.guildId !== null || interaction.context === InteractionContextType.PrivateChannel;
}

/** How many passages before and after it are shown with a passage. */
export const neighbours = 1;

/**
 * The passage of a citation, if the filter lets it through, or a message that says why not.
 * @param text a citation in any spelling
 */
export async function lookUpCitation(
  fundstelle: Fundstelle,
  text: string,
  filter: DocumentFilter,
  { discord: { problems } }: Messages,
): Promise<LookedUp | string> {
  const reference = parseCitation(text);
  if (reference === undefined) return problems.badCitation;
  try {
    return await fundstelle.lookUp(reference, { neighbours, filter });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "document-changed") return problems.changedCitation;
    if (error.code !== "citation-unknown") throw error;
    const near = fundstelle.suggestCitations(text.split("@")[0] ?? text, { limit: 3, filter });
    return problems.unknownCitation(near.map(({ value }) => inlineCode(value)));
  }
}
