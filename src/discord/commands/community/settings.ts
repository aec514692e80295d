import { asManager } from "../../community/as-manager.ts";
import { settingsPanel } from "../../community/settings-panel.ts";
import { toPrivatePayload } from "../../render/parts/layout.ts";
import type { SlashCommand } from "../command.ts";
import { managersData } from "../definition.ts";

export const settings: SlashCommand = {
  kind: "slash",
  data: managersData("settings", []),

  async execute(interaction, context) {
    const managing = await asManager(interaction, context);
    if (managing === undefined) return;
    await interaction.reply(toPrivatePayload(await settingsPanel(managing.guildId, managing.store, context)));
  },
};
