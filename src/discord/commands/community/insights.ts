import { asManager } from "../../community/as-manager.ts";
import { insightsMessage } from "../../community/insights-message.ts";
import { toPayload } from "../../render/parts/layout.ts";
import { deferReply } from "../../replying/respond.ts";
import type { SlashCommand } from "../command.ts";
import { managersData } from "../definition.ts";

const usualDays = 30;
const mostDays = 365;

export const insights: SlashCommand = {
  kind: "slash",
  data: managersData("insights", [["days", { type: "number", min: 1, max: mostDays }]]),

  async execute(interaction, context) {
    const managing = await asManager(interaction, context);
    if (managing === undefined) return;
    const { guildId, store, note } = managing;
    const days = interaction.options.getInteger("days") ?? usualDays;
    await deferReply(interaction, true);
    const { view, files } = await insightsMessage({ ...context, store }, { guild: guildId, days, m: context.m });
    await note("insights", String(days));
    await interaction.editReply({ ...toPayload(view), files });
  },
};
