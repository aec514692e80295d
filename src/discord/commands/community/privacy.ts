import { renderPrivacy } from "../../render/community/privacy-view.ts";
import { toPrivatePayload } from "../../render/parts/layout.ts";
import { explain } from "../../replying/respond.ts";
import type { SlashCommand } from "../command.ts";
import { slashData } from "../definition.ts";

export const privacy: SlashCommand = {
  kind: "slash",
  data: slashData("privacy", []),

  async execute(interaction, { m, community, serverDocuments }) {
    const { store } = community;
    if (store === undefined) return explain(interaction, m.discord.community.privacy.nothing);
    const { guildId, user } = interaction;
    const person = store.personHash(user.id);
    const [about, inDocuments, blocks] = await Promise.all([
      store.personalData.about(person),
      serverDocuments?.about(person),
      guildId === null ? [] : store.blocks.of(guildId),
    ]);
    const block = blocks.find(({ kind, subject }) => kind === "person" && subject === user.id);
    const { retentionDays, keepsQuestions } = community.settingsOf(guildId);
    const view = renderPrivacy(
      { ...about, inDocuments },
      { m, person, blockedSince: block?.blocked_at, retentionDays, keepsQuestions },
    );
    await interaction.reply(toPrivatePayload(view));
  },
};
