import type { Message, TextBasedChannel } from "discord.js";
import { leansOnPrevious } from "../../answering/conversation/leans-on-previous.ts";
import { isGone, isPermissionMissing } from "../connection/discord-errors.ts";
import { readLabelled, readQuestion, textIds } from "../render/text/message-text.ts";
import type { Trigger } from "./addressing.ts";
import { previousOf } from "./text/question-text.ts";

const searchedMessages = 30;

function questionOf(message: Message): string {
  return answeredQuestionIn(message.components.map((component) => component.toJSON()));
}

/** The question that a message of ours answers, with what it went on from; "" where it answers none. */
export function answeredQuestionIn(components: readonly unknown[]): string {
  const question = readQuestion(components);
  return question === undefined ? "" : previousOf(question, readLabelled(components, textIds.previous) ?? "");
}

/** The last question that we have answered among the latest messages; "" where there is none. */
export async function lastQuestionIn(channel: TextBasedChannel, before: string): Promise<string> {
  const messages = await channel.messages.fetch({ limit: searchedMessages, before, cache: false });
  const own = [...messages.values()].filter((message) => message.author.id === message.client.user.id);
  return own.map(questionOf).find((question) => question !== "") ?? "";
}

/** The question that a message goes on from; "" where it stands alone, or where the one before cannot be read. */
export async function previousQuestion(message: Message, question: string, trigger: Trigger): Promise<string> {
  try {
    return await findPrevious(message, question, trigger);
  } catch (error) {
    if (isGone(error) || isPermissionMissing(error)) return "";
    throw error;
  }
}

async function findPrevious(message: Message, question: string, trigger: Trigger): Promise<string> {
  const { channel } = message;
  if (message.mentions.repliedUser?.id === message.client.user.id) {
    const replied = await message.fetchReference();
    return questionOf(replied);
  }
  const isConversation = trigger === "direct" || channel.isThread();
  return isConversation && leansOnPrevious(question) ? lastQuestionIn(channel, message.id) : "";
}
