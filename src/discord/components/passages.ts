import { MessageFlags, type RepliableInteraction } from "discord.js";
import { canShare, lookUpCitation } from "../actions/look-up.ts";
import { showReference } from "../actions/reference.ts";
import { citeId, contextAtId, contextId, openId, styleId } from "../custom-ids/ids.ts";
import { notice } from "../render/parts/layout.ts";
import { renderPassage } from "../render/passage-view.ts";
import { deferReply, explain, finish, takeTurn } from "../replying/respond.ts";
import { seenByActor } from "../scope.ts";
import { buttonHandler, type ComponentContext, menuHandler } from "./handler.ts";

/** Shows a passage in context to the person who clicks. */
export const context = buttonHandler(contextId, (interaction, { reference }, ctx) =>
  showPassage(interaction, reference, ctx),
);

export const contextAt = buttonHandler(contextAtId, (interaction, { reference, sentence }, ctx) =>
  showPassage(interaction, reference, ctx, sentence),
);

export const open = menuHandler(openId, async (interaction, _id, ctx) => {
  const [reference] = interaction.values;
  if (reference === undefined) return explain(interaction, ctx.m.discord.problems.outdated);
  return showPassage(interaction, reference, ctx);
});

export const cite = buttonHandler(citeId, async (interaction, { reference }, ctx) => {
  if (!(await takeTurn(interaction, "click", ctx.m, ctx))) return;
  await deferReply(interaction, true);
  await showReference(interaction, { citation: reference, styleName: undefined }, ctx);
});

/** Switches the style: in the same message if only the person sees it, otherwise in a private message. */
export const style = menuHandler(styleId, async (interaction, { reference }, ctx) => {
  if (!(await takeTurn(interaction, "click", ctx.m, ctx))) return;
  if (interaction.message.flags.has(MessageFlags.Ephemeral)) await interaction.deferUpdate();
  else await deferReply(interaction, true);
  await showReference(interaction, { citation: reference, styleName: interaction.values[0] }, ctx);
});

export async function showPassage(
  interaction: RepliableInteraction,
  reference: string,
  ctx: ComponentContext,
  sentence = 0,
): Promise<void> {
  const { m, fundstelle } = ctx;
  if (!(await takeTurn(interaction, "click", m, ctx))) return;
  await deferReply(interaction, true);
  const found = await lookUpCitation(fundstelle, reference, seenByActor(interaction, ctx.community), m);
  const view = { m, asker: interaction.user.id, isPrivate: true, canShare: canShare(interaction), sentence };
  await finish(interaction, typeof found === "string" ? notice(found) : renderPassage(found, view), m);
}
