import { openPointing } from "../../community/pointing.ts";
import { questionIn } from "../../messages/addressing.ts";
import { readText } from "../../messages/text/message-text.ts";
import { toQuestion } from "../../messages/text/question-text.ts";
import { readReference } from "../../render/text/message-reference.ts";
import { readQuestion } from "../../render/text/message-text.ts";
import type { MessageCommand } from "../command.ts";
import { messageData } from "../definition.ts";

/** On an answer, or on the message that asks: says which passage answers it. */
export const pointOut: MessageCommand = {
  kind: "message",
  data: messageData("pointOut", "managers"),

  async execute(interaction, context) {
    const { targetMessage, client, user } = interaction;
    const components = targetMessage.components.map((component) => component.toJSON());
    const isOurs = targetMessage.author.id === client.user.id;
    const question = isOurs
      ? (readQuestion(components) ?? "")
      : toQuestion(questionIn(await readText(targetMessage, context)));
    const citation = (isOurs ? readReference(components) : undefined) ?? "";
    await openPointing(interaction, { question, citation, asker: user.id }, context);
  },
};
