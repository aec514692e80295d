import type { ChatInputCommandInteraction } from "discord.js";
import { asManager, type Managing } from "../../community/as-manager.ts";
import { mentionOf, renderModeration } from "../../render/community/moderation-view.ts";
import { toPrivatePayload } from "../../render/parts/layout.ts";
import { explain } from "../../replying/respond.ts";
import type { CommandContext, SlashCommand } from "../command.ts";
import { managersGroup } from "../definition.ts";

const shownEntries = 15;

const subjects = [
  ["person", { type: "person" }],
  ["channel", { type: "channel" }],
] as const;

export const moderation: SlashCommand = {
  kind: "slash",
  data: managersGroup("moderation", { block: subjects, unblock: subjects, list: [] }),

  async execute(interaction, context) {
    const managing = await asManager(interaction, context);
    if (managing === undefined) return;
    const part = interaction.options.getSubcommand();
    if (part !== "list") return changeBlock(interaction, part === "block", managing, context);
    const { guildId, store } = managing;
    const [blocks, audit] = await Promise.all([store.blocks.of(guildId), store.audit.of(guildId, shownEntries)]);
    await interaction.reply(toPrivatePayload(renderModeration(blocks, audit, context.m)));
  },
};

async function changeBlock(
  interaction: ChatInputCommandInteraction,
  isBlocked: boolean,
  { guildId, note }: Managing,
  { m, community }: CommandContext,
): Promise<void> {
  const words = m.discord.community.moderation;
  const person = interaction.options.getUser("person");
  const channel = interaction.options.getChannel("channel");
  const named = [
    ...(person === null ? [] : [{ kind: "person", subject: person.id } as const]),
    ...(channel === null ? [] : [{ kind: "channel", subject: channel.id } as const]),
  ];
  if (named.length === 0) return explain(interaction, words.nameOne);
  const told: string[] = [];
  for (const { kind, subject } of named) {
    const hasChanged = await community.block(guildId, kind, subject, isBlocked);
    if (hasChanged) await note(`${isBlocked ? "blocked" : "unblocked"}-${kind}`, subject);
    const tell = isBlocked
      ? hasChanged
        ? words.blocked
        : words.alreadyBlocked
      : hasChanged
        ? words.unblocked
        : words.notBlocked;
    told.push(tell(mentionOf(kind, subject)));
  }
  await explain(interaction, told.join("\n"));
}
