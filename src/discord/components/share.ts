import { type ButtonInteraction, MessageFlags, type StringSelectMenuInteraction } from "discord.js";
import type { Fundstelle } from "../../answering/service.ts";
import type { DocumentFilter } from "../../search/passage-index.ts";
import { shareId } from "../custom-ids/ids.ts";
import { toPayload } from "../render/parts/layout.ts";
import { renderAfterSharing, renderShared } from "../render/sharing-view.ts";
import { readIds } from "../render/text/message-reference.ts";
import { componentsOf, explain } from "../replying/respond.ts";
import { seenByAll } from "../scope.ts";
import { buttonHandler, type ComponentContext } from "./handler.ts";

/** Posts a private message publicly, as it is, without asking the question again. */
export const share = buttonHandler(shareId, (interaction, { asker }, context) =>
  shareAnswer(interaction, asker, context),
);

/** Whether what can be clicked on a message names no other documents than those that a filter lets through. */
function namesOnly(
  components: readonly unknown[],
  fundstelle: Pick<Fundstelle, "sources">,
  seen: DocumentFilter,
): boolean {
  const open = new Set(fundstelle.sources(seen).map(({ metadata }) => metadata.key));
  const named = new Set(readIds(components).flatMap((id) => id.split(/[|:@ ]/)));
  return fundstelle.sources().every(({ metadata }) => open.has(metadata.key) || !named.has(metadata.key));
}

/** The same from a menu. */
export async function shareAnswer(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  asker: string,
  { m, recentEvents, fundstelle, community }: ComponentContext,
): Promise<void> {
  const { problems } = m.discord;
  if (!interaction.message.flags.has(MessageFlags.Ephemeral)) return explain(interaction, problems.outdated);
  if (interaction.user.id !== asker) return explain(interaction, problems.notYours);
  const components = componentsOf(interaction.message);
  const isForAll = namesOnly(components, fundstelle, seenByAll(interaction, community));
  if (!isForAll) return explain(interaction, problems.notForAll);
  const sharing = `share:${interaction.message.id}`;
  if (!(await recentEvents.acquire(sharing))) return explain(interaction, problems.alreadyShared);
  await interaction.deferUpdate();
  try {
    await interaction.followUp(toPayload(renderShared(components, { asker, m })));
  } catch (error) {
    // The button still stands there.
    await recentEvents.release(sharing);
    throw error;
  }
  await interaction.editReply(toPayload(renderAfterSharing(components)));
}
