import { logQuestion } from "../actions/ask-page.ts";
import { canShare } from "../actions/look-up.ts";
import { checkedStatements, statementsIn } from "../actions/statements.ts";
import { questionIn } from "../messages/addressing.ts";
import { readText } from "../messages/text/message-text.ts";
import { fitsMessage, toQuestion } from "../messages/text/question-text.ts";
import { notice } from "../render/parts/layout.ts";
import { type CheckedStatement, renderStatements } from "../render/statements-view.ts";
import { deferReply, explain, finish, takeTurn } from "../replying/respond.ts";
import { seenByActor } from "../scope.ts";
import type { MessageCommand } from "./command.ts";
import { messageData } from "./definition.ts";

export const findSources: MessageCommand = {
  kind: "message",
  data: messageData("findSources"),

  async execute(interaction, context) {
    const { m, fundstelle } = context;
    const content = await readText(interaction.targetMessage, context);
    if (content.trim() === "") return explain(interaction, m.discord.statements.noText);
    const statements = statementsIn(content, fundstelle.detectLanguage(content) ?? m.locale).filter(fitsMessage);
    // A question, or a message of only a few words, is looked up as a whole.
    const whole = toQuestion(questionIn(content));
    const wanted = statements.length > 0 ? statements : /\p{L}/u.test(whole) && fitsMessage(whole) ? [whole] : [];
    if (wanted.length === 0) return explain(interaction, m.discord.statements.nothingStated);
    if (!(await takeTurn(interaction, "question", m, context))) return;
    await deferReply(interaction, true);
    const checked: CheckedStatement[] = [];
    for (const statement of wanted.slice(0, checkedStatements)) {
      const startedAt = performance.now();
      const answer = await fundstelle.ask(statement, { limit: 1, filter: seenByActor(interaction, context.community) });
      checked.push({ statement, certainty: answer.certainty, passages: answer.passages });
      logQuestion(context, {
        id: interaction.id,
        trigger: "find-sources",
        answer,
        startedAt,
        guildId: interaction.guildId,
        person: interaction.user.id,
      });
    }
    const more = Math.max(0, wanted.length - checkedStatements);
    const view = renderStatements(checked, {
      more,
      messageUrl: interaction.targetMessage.url,
      m,
      asker: interaction.user.id,
      canShare: canShare(interaction),
    });
    await finish(interaction, checked.length === 0 ? notice(m.discord.statements.none) : view, m);
  },
};
