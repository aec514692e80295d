import { MessageFlags } from "discord.js";
import { toPayload } from "../render/blocks.ts";
import { renderHelp } from "../render/help.ts";
import { audienceOf } from "../scope.ts";
import type { SlashCommand } from "./command.ts";
import { slashData } from "./definition.ts";

export const help: SlashCommand = {
  kind: "slash",
  data: slashData("help", []),

  async execute(interaction, { m, fundstelle }) {
    const visible = fundstelle.sources(audienceOf(interaction.guildId));
    const view = renderHelp({
      documents: visible.length,
      passages: visible.reduce((sum, { passages }) => sum + passages, 0),
      botId: interaction.client.user.id,
      m,
    });
    await interaction.reply({ ...toPayload(view), flags: [MessageFlags.Ephemeral, MessageFlags.IsComponentsV2] });
  },
};
