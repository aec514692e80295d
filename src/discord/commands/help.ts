import { renderHelp } from "../render/help-view.ts";
import { toPrivatePayload } from "../render/parts/layout.ts";
import type { SlashCommand } from "./command.ts";
import { slashData } from "./definition.ts";

export const help: SlashCommand = {
  kind: "slash",
  data: slashData("help", []),

  async execute(interaction, { m, fundstelle }) {
    const { client, guildId } = interaction;
    await interaction.reply(toPrivatePayload(renderHelp(fundstelle, { guildId, botId: client.user.id, m })));
  },
};
