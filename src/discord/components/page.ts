import { MessageFlags } from "discord.js";
import { messagesFor } from "../../locales/choose-messages.ts";
import { askPage } from "../actions/ask-page.ts";
import { canShare } from "../actions/look-up.ts";
import { askedIn, viewIn } from "../community/here.ts";
import { pageId } from "../custom-ids/ids.ts";
import { renderAnswer } from "../render/answer-view.ts";
import { readLabelled, readQuestion, textIds } from "../render/text/message-text.ts";
import { componentsOf, deferReply, explain, finish, takeTurn } from "../replying/respond.ts";
import { keyOfMark, seenBy } from "../scope.ts";
import { buttonHandler } from "./handler.ts";

/** The asker turns the page of the message; anybody else gets the page for themselves. */
export const page = buttonHandler(pageId, async (interaction, id, context) => {
  const { fundstelle } = context;
  const isAsker = interaction.user.id === id.asker;
  const m = isAsker ? messagesFor(id.locale) : context.m;
  const components = componentsOf(interaction.message);
  const question = readQuestion(components);
  const isPrivate = !isAsker || interaction.message.flags.has(MessageFlags.Ephemeral);
  const seen = seenBy(interaction, isPrivate, context.community);
  const source = keyOfMark(fundstelle, id.source, seen);
  if (question === undefined || source === undefined) return explain(interaction, context.m.discord.problems.outdated);
  if (!(await takeTurn(interaction, "click", context.m, context))) return;
  if (isAsker) await interaction.deferUpdate();
  else await deferReply(interaction, true);
  const previous = readLabelled(components, textIds.previous) ?? "";
  const scope = { source, from: id.from, until: id.until };
  const found = await askPage(fundstelle, {
    question,
    previous,
    scope,
    offset: id.offset,
    seen,
    ...askedIn(interaction.guildId, context.community),
  });
  if (found.passages.length === 0) return explain(interaction, m.discord.problems.noMorePassages);
  await finish(
    interaction,
    renderAnswer(found, {
      m,
      asker: interaction.user.id,
      scope,
      previous,
      isPrivate,
      canShare: isAsker && canShare(interaction),
      isClosest: id.closest > 0,
      ...viewIn(interaction.guildId, context.community),
    }),
    m,
  );
});
