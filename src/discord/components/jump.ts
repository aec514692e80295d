import { ComponentType, MessageFlags, TextInputStyle } from "discord.js";
import { showReading } from "../actions/reading.ts";
import { jumpId, jumpToId } from "../custom-ids/ids.ts";
import { modalLabelChars, modalTitleChars } from "../limits.ts";
import { cutPlain } from "../render/text/cut.ts";
import { deferReply, explain, takeTurn } from "../replying/respond.ts";
import { buttonHandler, formHandler } from "./handler.ts";

const pageField = "page";
const mostDigits = 7;

/** Opens the form that asks for a page of a document. */
export const jump = buttonHandler(jumpId, async (interaction, { key, pages }, { m }) => {
  const { jump: title, jumpLabel } = m.discord.sources;
  await interaction.showModal({
    custom_id: jumpToId.encode({ key }),
    title: cutPlain(title, modalTitleChars),
    components: [
      {
        type: ComponentType.Label,
        label: cutPlain(jumpLabel(pages), modalLabelChars),
        component: {
          type: ComponentType.TextInput,
          custom_id: pageField,
          style: TextInputStyle.Short,
          min_length: 1,
          max_length: mostDigits,
          required: true,
        },
      },
    ],
  });
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
