import { type ButtonInteraction, MessageFlags, type StringSelectMenuInteraction } from "discord.js";
import { shareId } from "../custom-ids/ids.ts";
import { toPayload } from "../render/parts/layout.ts";
import { renderAfterSharing, renderShared } from "../render/sharing-view.ts";
import { componentsOf, explain } from "../replying/respond.ts";
import { buttonHandler, type ComponentContext } from "./handler.ts";

/** Posts a private message publicly, as it is, without asking the question again. */
export const share = buttonHandler(shareId, (interaction, { asker }, context) =>
  shareAnswer(interaction, asker, context),
);

/** The same from a menu. */
export async function shareAnswer(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  asker: string,
  { m, recentEvents }: Pick<ComponentContext, "m" | "recentEvents">,
): Promise<void> {
  const { problems } = m.discord;
  if (!interaction.message.flags.has(MessageFlags.Ephemeral)) return explain(interaction, problems.outdated);
  if (interaction.user.id !== asker) return explain(interaction, problems.notYours);
  const sharing = `share:${interaction.message.id}`;
  if (!(await recentEvents.acquire(sharing))) return explain(interaction, problems.alreadyShared);
  const components = componentsOf(interaction.message);
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
