import { MessageFlags } from "discord.js";
import { showReading } from "../actions/reading.ts";
import { jumpId, jumpToId } from "../custom-ids/ids.ts";
import { form } from "../render/parts/form.ts";
import { deferReply, explain, takeTurn } from "../replying/respond.ts";
import { buttonHandler, formHandler } from "./handler.ts";

const pageField = "page";
const mostDigits = 7;

/** Opens the form that asks for a page of a document. */
export const jump = buttonHandler(jumpId, async (interaction, { key, pages }, { m }) => {
  const { jump: title, jumpLabel } = m.discord.sources;
  const field = { name: pageField, label: jumpLabel(pages), maxChars: mostDigits };
  await interaction.showModal(form(jumpToId.encode({ key }), title, [field]));
});

export const jumpTo = formHandler(jumpToId, async (interaction, { key }, context) => {
  const { m } = context;
  const typed = interaction.fields.getTextInputValue(pageField).trim();
  const page = /^\d+$/.test(typed) ? Number(typed) : 0;
  if (page < 1) return explain(interaction, m.discord.problems.noSuchPage);
  if (!(await takeTurn(interaction, "click", m, context))) return;
  if (interaction.isFromMessage() && interaction.message.flags.has(MessageFlags.Ephemeral))
    await interaction.deferUpdate();
  else await deferReply(interaction, true);
  await showReading(interaction, { key, page, part: 0 }, context);
});
