import { type MessageContextMenuCommandInteraction, PermissionFlagsBits } from "discord.js";
import { isManager } from "../../community/managers.ts";
import { starterOf } from "../../documents/conversation.ts";
import { markAnswer as mark } from "../../documents/solved-posts.ts";
import { deferReply, explain, takeTurn } from "../../replying/respond.ts";
import type { CommandContext, MessageCommand } from "../command.ts";
import { messageData } from "../definition.ts";

const moderating = [PermissionFlagsBits.ManageMessages, PermissionFlagsBits.ManageThreads];

/** On a message in a post of a forum: it answers the post, as whoever opened the post or a moderator says. */
export const markAnswer: MessageCommand = {
  kind: "message",
  data: messageData("markAnswer", "members"),

  async execute(interaction, context) {
    const { documents, community: words } = context.m.discord;
    const { solved } = documents;
    const { guildId, targetMessage, user } = interaction;
    if (guildId === null) return explain(interaction, words.onlyInServers);
    // Each mark asks somebody who is pinged.
    if (!(await takeTurn(interaction, "question", context.m, context))) return;
    await deferReply(interaction, true);
    const thread = await interaction.client.channels.fetch(interaction.channelId);
    if (thread?.isThread() !== true) return explain(interaction, solved.notHere);
    const isModerator = moderates(interaction, guildId, context);
    if (!isModerator && (await starterOf(thread))?.author.id !== user.id)
      return explain(interaction, solved.notAllowed);
    const done = await mark(targetMessage, thread, context);
    if (done === "asked" && isModerator)
      await context.community.store?.audit.add({
        guild: guildId,
        manager: user.id,
        action: "answer-marked",
        detail: thread.id,
      });
    await explain(interaction, done === "turnedOff" ? documents.turnedOff : solved[done]);
  },
};

function moderates(
  interaction: MessageContextMenuCommandInteraction,
  guildId: string,
  { community }: CommandContext,
): boolean {
  const { memberPermissions } = interaction;
  return (
    isManager(interaction, community.settingsOf(guildId)) ||
    moderating.some((permission) => memberPermissions?.has(permission) === true)
  );
}
