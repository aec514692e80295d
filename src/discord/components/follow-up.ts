import { MessageFlags, type ModalSubmitInteraction } from "discord.js";
import { askPage, logQuestion } from "../actions/ask-page.ts";
import { canShare } from "../actions/look-up.ts";
import { askedIn, viewIn } from "../community/here.ts";
import { followUpId, openFollowUpId } from "../custom-ids/ids.ts";
import { shownQuestionChars, typedQuestionChars } from "../limits.ts";
import { answeredQuestionIn } from "../messages/previous-question.ts";
import { fitsMessage, toQuestion } from "../messages/text/question-text.ts";
import { renderAnswer } from "../render/answer-view.ts";
import { form } from "../render/parts/form.ts";
import { componentsOf, deferReply, explain, finish, takeTurn } from "../replying/respond.ts";
import { keyOfMark, seenBy } from "../scope.ts";
import { buttonHandler, formHandler } from "./handler.ts";

const questionField = "question";

/** Opens the form for a question that goes on from the one of the message. */
export const openFollowUp = buttonHandler(openFollowUpId, async (interaction, scope, { m }) => {
  const { title, label, placeholder } = m.discord.followUp;
  const field = { name: questionField, label, placeholder, maxChars: typedQuestionChars };
  await interaction.showModal(form(followUpId.encode(scope), title, [field]));
});

/** Answers a follow-up publicly or privately, like the answer before it. */
export const answerFollowUp = formHandler(followUpId, async (interaction, id, context) => {
  const { m, fundstelle } = context;
  const { problems } = m.discord;
  const startedAt = performance.now();
  const question = toQuestion(interaction.fields.getTextInputValue(questionField));
  const isPrivate = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? true;
  const seen = seenBy(interaction, isPrivate, context.community);
  const source = keyOfMark(fundstelle, id.source, seen);
  if (question === "") return explain(interaction, problems.questionEmpty);
  if (!fitsMessage(question)) return explain(interaction, problems.questionTooLong(shownQuestionChars));
  if (source === undefined) return explain(interaction, problems.outdated);
  if (!(await takeTurn(interaction, "question", m, context))) return;
  await deferReply(interaction, isPrivate);
  const previous = previousIn(interaction);
  const scope = { source, from: id.from, until: id.until };
  const { guildId } = interaction;
  const here = askedIn(guildId, context.community);
  const found = await askPage(fundstelle, { question, previous, scope, offset: 0, seen, ...here });
  await finish(
    interaction,
    renderAnswer(found, {
      m,
      asker: interaction.user.id,
      scope,
      previous,
      isPrivate,
      canShare: canShare(interaction),
      isClosest: false,
      ...viewIn(guildId, context.community),
    }),
    m,
  );
  logQuestion(context, {
    id: interaction.id,
    trigger: "follow-up",
    answer: found.answer,
    startedAt,
    guildId,
    person: interaction.user.id,
  });
});

function previousIn({ message }: ModalSubmitInteraction): string {
  return message === null ? "" : answeredQuestionIn(componentsOf(message));
}
