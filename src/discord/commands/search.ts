import { canShare } from "../actions/look-up.ts";
import { shownQuestionChars, typedQuestionChars } from "../limits.ts";
import { fitsMessage, toQuestion } from "../messages/text/question-text.ts";
import { hitsPerPage, renderSearch } from "../render/search-view.ts";
import { deferReply, explain, finish, takeTurn } from "../replying/respond.ts";
import { seenBy } from "../scope.ts";
import type { SlashCommand } from "./command.ts";
import { slashData } from "./definition.ts";

export const search: SlashCommand = {
  kind: "slash",
  data: slashData("search", [
    ["terms", { type: "text", isRequired: true, maxChars: typedQuestionChars }],
    ["private", { type: "flag" }],
  ]),

  async execute(interaction, context) {
    const { m, fundstelle } = context;
    const terms = toQuestion(interaction.options.getString("terms", true));
    if (terms === "") return explain(interaction, m.discord.problems.questionEmpty);
    if (!fitsMessage(terms)) return explain(interaction, m.discord.problems.questionTooLong(shownQuestionChars));
    if (!(await takeTurn(interaction, "question", m, context))) return;
    const isPrivate = interaction.options.getBoolean("private") ?? false;
    await deferReply(interaction, isPrivate);
    const page = await fundstelle.search(terms, {
      limit: hitsPerPage,
      filter: seenBy(interaction, isPrivate, context.community),
    });
    await finish(
      interaction,
      renderSearch(page, { m, asker: interaction.user.id, isPrivate, canShare: canShare(interaction) }),
      m,
    );
  },
};
