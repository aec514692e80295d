import { MessageFlags } from "discord.js";
import { messagesFor } from "../../locales/choose-messages.ts";
import { canShare } from "../actions/look-up.ts";
import { hitsId } from "../custom-ids/ids.ts";
import { hitsPerPage, renderSearch } from "../render/search-view.ts";
import { readBoldLine, textIds } from "../render/text/message-text.ts";
import { componentsOf, deferReply, explain, finish, takeTurn } from "../replying/respond.ts";
import { seenBy } from "../scope.ts";
import { buttonHandler } from "./handler.ts";

/** Other hits: in the same message for the person who searched, in a message of their own for anybody else. */
export const hits = buttonHandler(hitsId, async (interaction, id, context) => {
  const isAsker = interaction.user.id === id.asker;
  const m = isAsker ? messagesFor(id.locale) : context.m;
  const terms = readBoldLine(componentsOf(interaction.message), textIds.terms);
  if (terms === undefined) return explain(interaction, context.m.discord.problems.outdated);
  if (!(await takeTurn(interaction, "click", context.m, context))) return;
  if (isAsker) await interaction.deferUpdate();
  else await deferReply(interaction, true);
  const isPrivate = !isAsker || interaction.message.flags.has(MessageFlags.Ephemeral);
  const filter = seenBy(interaction, isPrivate, context.community);
  const page = await context.fundstelle.search(terms, { limit: hitsPerPage, offset: id.offset, filter });
  if (page.hits.length === 0) return explain(interaction, m.discord.problems.noMorePassages);
  const view = { m, asker: interaction.user.id, isPrivate, canShare: isAsker && canShare(interaction) };
  await finish(interaction, renderSearch(page, view), m);
});
