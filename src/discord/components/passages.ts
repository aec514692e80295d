import type { RepliableInteraction } from "discord.js";
import { canShare, lookUp } from "../commands/shared.ts";
import { notice } from "../render/blocks.ts";
import { renderCitation, renderPassage } from "../render/passage.ts";
import { deferReply, explain, finish, takeTurn } from "../respond.ts";
import { buttonHandler, type ComponentContext, menuHandler } from "./handler.ts";
import { citeId, contextId, openId } from "./ids.ts";

/** What a passage stands in, for whoever clicks. */
export const context = buttonHandler(contextId, (interaction, { reference }, ctx) =>
  showPassage(interaction, reference, ctx),
);

export const open = menuHandler(openId, async (interaction, _id, ctx) => {
  const [reference] = interaction.values;
  if (reference === undefined) return explain(interaction, ctx.m.discord.problems.outdated);
  return showPassage(interaction, reference, ctx);
});

export const cite = buttonHandler(citeId, async (interaction, { reference }, ctx) => {
  const { m, fundstelle } = ctx;
  if (!(await takeTurn(interaction, "click", m, ctx))) return;
  await deferReply(interaction, true);
  const found = await lookUp(fundstelle, reference, interaction.guildId, m);
  await finish(interaction, typeof found === "string" ? notice(found) : renderCitation(found, m));
});

async function showPassage(interaction: RepliableInteraction, reference: string, ctx: ComponentContext): Promise<void> {
  const { m, fundstelle } = ctx;
  if (!(await takeTurn(interaction, "click", m, ctx))) return;
  await deferReply(interaction, true);
  const found = await lookUp(fundstelle, reference, interaction.guildId, m);
  const view = { m, asker: interaction.user.id, isPrivate: true, canShare: canShare(interaction) };
  await finish(interaction, typeof found === "string" ? notice(found) : renderPassage(found, view));
}
