import { PermissionFlagsBits } from "discord.js";
import { deleteId } from "../custom-ids/ids.ts";
import { explain } from "../replying/respond.ts";
import { buttonHandler } from "./handler.ts";

/** The asker and those who manage messages may. */
export const deleteAnswer = buttonHandler(deleteId, async (interaction, { asker }, { m }) => {
  const isModerator = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (interaction.user.id !== asker && !isModerator) return explain(interaction, m.discord.problems.cannotDelete);
  await interaction.deferUpdate();
  await interaction.deleteReply();
});
