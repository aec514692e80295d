import { MessageFlags } from "discord.js";
import { parseCitation } from "../../answering/citing/citation.ts";
import { messagesFor } from "../../locales/choose-messages.ts";
import { showReading } from "../actions/reading.ts";
import { aroundId, readAtId, readId, readingId, sourcesId } from "../custom-ids/ids.ts";
import { renderSources } from "../render/sources-view.ts";
import { deferReply, explain, finish, takeTurn } from "../replying/respond.ts";
import { seenByActor } from "../scope.ts";
import { buttonHandler, menuHandler } from "./handler.ts";

export const sourcePages = buttonHandler(sourcesId, async (interaction, id, context) => {
  if (interaction.user.id !== id.asker) return explain(interaction, context.m.discord.problems.notYours);
  await interaction.deferUpdate();
  const visible = context.fundstelle.sources(seenByActor(interaction, context.community));
  await finish(
    interaction,
    renderSources(visible, { page: id.page, m: messagesFor(id.locale), asker: id.asker }),
    context.m,
  );
});

/** Opens the chosen document for whoever chose. */
export const read = menuHandler(readId, async (interaction, _id, context) => {
  const [key] = interaction.values;
  if (key === undefined) return explain(interaction, context.m.discord.problems.outdated);
  if (!(await takeTurn(interaction, "click", context.m, context))) return;
  await deferReply(interaction, true);
  await showReading(interaction, { key, page: 1, part: 0 }, context);
});

export const around = buttonHandler(aroundId, async (interaction, { key, paragraph }, context) => {
  if (!(await takeTurn(interaction, "click", context.m, context))) return;
  await deferReply(interaction, true);
  await showReading(interaction, { key, around: { paragraph } }, context);
});

export const readAt = buttonHandler(readAtId, async (interaction, id, context) => {
  const reference = parseCitation(id.reference);
  if (reference === undefined) return explain(interaction, context.m.discord.problems.outdated);
  if (!(await takeTurn(interaction, "click", context.m, context))) return;
  await deferReply(interaction, true);
  await showReading(interaction, { key: reference.documentKey, around: reference }, context);
});

/** Turns the page of the reading view, which is always private. */
export const reading = buttonHandler(readingId, async (interaction, place, context) => {
  if (!(await takeTurn(interaction, "click", context.m, context))) return;
  if (interaction.message.flags.has(MessageFlags.Ephemeral)) await interaction.deferUpdate();
  else await deferReply(interaction, true);
  await showReading(interaction, place, context);
});
