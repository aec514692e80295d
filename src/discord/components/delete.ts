import {
  type ButtonInteraction,
  ButtonStyle,
  MessageFlags,
  PermissionFlagsBits,
  type StringSelectMenuInteraction,
} from "discord.js";
import { confirmDeleteId, deleteId } from "../custom-ids/ids.ts";
import { button, notice, rowOf, toPayload, toPrivatePayload } from "../render/parts/layout.ts";
import { explain } from "../replying/respond.ts";
import { buttonHandler, type ComponentContext } from "./handler.ts";

export const deleteAnswer = buttonHandler(deleteId, (interaction, { asker }, context) =>
  removeAnswer(interaction, asker, context),
);

/**
 * The asker may delete at once. People who may manage messages have to confirm first, since the answer is somebody
 * else's.
 */
export async function removeAnswer(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  asker: string,
  { m }: Pick<ComponentContext, "m">,
): Promise<void> {
  const { problems, buttons } = m.discord;
  if (interaction.user.id === asker) {
    await interaction.deferUpdate();
    await interaction.deleteReply();
    return;
  }
  const isModerator = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (!isModerator) return explain(interaction, problems.cannotDelete);
  const confirm = button(confirmDeleteId.encode({ message: interaction.message.id }), buttons.delete, {
    style: ButtonStyle.Danger,
  });
  const question = notice(problems.reallyDelete);
  await interaction.reply(toPrivatePayload({ components: [...question.components, rowOf([confirm])] }));
}

/** The deletion that a moderator has confirmed. */
export const confirmDelete = buttonHandler(confirmDeleteId, async (interaction, { message }, { m }) => {
  const isModerator = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  const isAsked = interaction.message.flags.has(MessageFlags.Ephemeral);
  if (!isModerator || !isAsked) return explain(interaction, m.discord.problems.cannotDelete);
  await interaction.deferUpdate();
  await interaction.channel?.messages.delete(message);
  await interaction.editReply(toPayload(notice(m.discord.problems.deleted)));
});
