import { renderSources } from "../render/sources-view.ts";
import { deferReply, finish } from "../replying/respond.ts";
import { seenByActor } from "../scope.ts";
import type { SlashCommand } from "./command.ts";
import { slashData } from "./definition.ts";

export const sources: SlashCommand = {
  kind: "slash",
  data: slashData("sources", []),

  async execute(interaction, { m, fundstelle, community }) {
    await deferReply(interaction, true);
    const visible = fundstelle.sources(seenByActor(interaction, community));
    await finish(interaction, renderSources(visible, { page: 0, m, asker: interaction.user.id }), m);
  },
};
