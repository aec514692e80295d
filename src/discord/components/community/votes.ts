import type { StringSelectMenuInteraction } from "discord.js";
import { voteWordId } from "../../custom-ids/ids.ts";
import { form } from "../../render/parts/form.ts";
import { readReference } from "../../render/text/message-reference.ts";
import { readQuestion } from "../../render/text/message-text.ts";
import { componentsOf, explain, takeTurn } from "../../replying/respond.ts";
import { type ComponentContext, formHandler } from "../handler.ts";

const wordField = "word";
const wordChars = 500;

/** Counts whether an answer was helpful; if it was not, the person may say what was missing. */
export async function voteOnAnswer(
  interaction: StringSelectMenuInteraction,
  isHelpful: boolean,
  context: ComponentContext,
): Promise<void> {
  const { m, community } = context;
  const { store } = community;
  const { votes, noStore } = m.discord.community;
  if (store === undefined) return explain(interaction, noStore);
  if (!(await takeTurn(interaction, "click", m, context))) return;
  const { message, guildId, user } = interaction;
  const components = componentsOf(message);
  await store.votes.cast({
    message: message.id,
    person: store.personHash(user.id),
    guild: guildId ?? "",
    citation: readReference(components) ?? null,
    question: community.settingsOf(guildId).keepsQuestions ? (readQuestion(components) ?? null) : null,
    isHelpful,
  });
  if (isHelpful) return explain(interaction, votes.thanks);
  const { title, label, placeholder } = votes;
  const field = { name: wordField, label, placeholder, maxChars: wordChars, isRemark: true };
  await interaction.showModal(form(voteWordId.encode({ message: message.id }), title, [field]));
}

/** What was missing in an answer that was not helpful. */
export const voteWord = formHandler(voteWordId, async (interaction, { message }, { m, community: { store } }) => {
  const { votes, noStore } = m.discord.community;
  if (store === undefined) return explain(interaction, noStore);
  const word = interaction.fields.getTextInputValue(wordField).trim();
  if (word !== "") await store.votes.say({ message, person: store.personHash(interaction.user.id) }, word);
  await explain(interaction, word === "" ? votes.thanks : votes.noted);
});
