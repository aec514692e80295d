import { renderHelp } from "../render/help-view.ts";
import { toPrivatePayload } from "../render/parts/layout.ts";
import { seenByActor } from "../scope.ts";
import type { SlashCommand } from "./command.ts";
import { slashData } from "./definition.ts";

export const help: SlashCommand = {
  kind: "slash",
  data: slashData("help", []),

  async execute(interaction, { m, fundstelle, community }) {
    const { client } = interaction;
    const seen = seenByActor(interaction, community);
    await interaction.reply(toPrivatePayload(renderHelp(fundstelle, { seen, botId: client.user.id, m })));
  },
};
