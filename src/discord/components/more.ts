import { parseCitation } from "../../answering/citing/citation.ts";
import { showReading } from "../actions/reading.ts";
import { showReference } from "../actions/reference.ts";
import { openPointing, undoPointing } from "../community/pointing.ts";
import { moreId } from "../custom-ids/ids.ts";
import { parseMoreAction } from "../render/parts/more-menu.ts";
import { readReference } from "../render/text/message-reference.ts";
import { readQuestion } from "../render/text/message-text.ts";
import { componentsOf, deferReply, explain, takeTurn } from "../replying/respond.ts";
import { voteOnAnswer } from "./community/votes.ts";
import { removeAnswer } from "./delete.ts";
import { menuHandler } from "./handler.ts";
import { showPassage } from "./passages.ts";
import { shareAnswer } from "./share.ts";

/** The less frequent actions on an answer. */
export const more = menuHandler(moreId, async (interaction, { asker }, context) => {
  const { m } = context;
  const action = parseMoreAction(interaction.values[0] ?? "");
  switch (action?.kind) {
    case "share":
      return shareAnswer(interaction, asker, context);
    case "delete":
      return removeAnswer(interaction, asker, context);
    case "helpful":
      return voteOnAnswer(interaction, true, context);
    case "not-helpful":
      return voteOnAnswer(interaction, false, context);
    case "point": {
      const components = componentsOf(interaction.message);
      const question = readQuestion(components) ?? "";
      const citation = readReference(components) ?? "";
      return openPointing(interaction, { question, citation, asker }, context);
    }
    case "unpoint":
      return undoPointing(interaction, action.pointer, asker, context);
    case "context":
      return showPassage(interaction, action.reference, context, action.sentence);
    case "cite": {
      if (!(await takeTurn(interaction, "click", m, context))) return;
      await deferReply(interaction, true);
      return showReference(interaction, { citation: action.reference, styleName: undefined }, context);
    }
    case "read": {
      const reference = parseCitation(action.reference);
      if (reference === undefined) return explain(interaction, m.discord.problems.outdated);
      if (!(await takeTurn(interaction, "click", m, context))) return;
      await deferReply(interaction, true);
      return showReading(interaction, { key: reference.documentKey, around: reference }, context);
    }
    default:
      return explain(interaction, m.discord.problems.outdated);
  }
});
