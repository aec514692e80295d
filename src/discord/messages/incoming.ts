import { type Message, MessageType } from "discord.js";
import { isGone, isPermissionMissing } from "../connection/discord-errors.ts";
import type { BotContext } from "../context.ts";
import { addressOf, couldFollowUp, type Incoming, mentionsAlone } from "./addressing.ts";
import { lastQuestionIn } from "./previous-question.ts";

/** A message as far as it decides whether it asks us something; Discord is asked for more only where that matters. */
export async function readIncoming(message: Message, { settings, recent }: BotContext): Promise<Incoming> {
  const { channel, mentions, client } = message;
  const botId = client.user.id;
  const isOurs = mentions.repliedUser?.id === botId;
  const isAskedHere = (id: string | null): boolean => id !== null && settings.discord.askChannels.includes(id);
  const ownRole = message.guild?.roles.botRoleFor(client.user);
  const base: Incoming = {
    botId,
    ...(ownRole ? { ownRoleId: ownRole.id } : {}),
    mentionsOwnRole: ownRole ? mentions.roles.has(ownRole.id) : false,
    isAuthorBot: message.author.bot || message.webhookId !== null,
    isWritten: message.type === MessageType.Default || message.type === MessageType.Reply,
    place: channel.isDMBased() ? "direct" : channel.isThread() ? "thread" : "channel",
    isOurThread: false,
    content: channel.isDMBased() ? textOf(message) : message.content,
    mentionsOthers: mentions.users.some((user) => user.id !== botId && user.id !== mentions.repliedUser?.id),
    repliesTo: isOurs ? "us" : message.reference === null ? "nobody" : "others",
    isAskChannel: isAskedHere(channel.id) || (channel.isThread() && isAskedHere(channel.parentId)),
  };
  if (mentionsAlone(base)) {
    const repliedText = await textRepliedTo(message);
    return repliedText === undefined ? base : { ...base, repliedText };
  }
  const isOpen =
    channel.isThread() && !base.isAuthorBot && couldFollowUp(message.content) && addressOf(base).kind === "ignored";
  if (!isOpen || !channel.isThread()) return base;
  const known = channel.ownerId === botId || recent.threads.get(channel.id);
  const isOurThread = known ?? (await lastQuestionIn(channel, message.id)) !== "";
  recent.threads.set(channel.id, isOurThread);
  return { ...base, isOurThread };
}

/** What a message says: its own text, or that of the message that it passes on from elsewhere. */
export function textOf({ content, messageSnapshots }: Pick<Message, "content" | "messageSnapshots">): string {
  return content === "" ? (messageSnapshots.first()?.content ?? "") : content;
}

/** A message of ours in a thread may be an answer, by a command too: whether the thread is ours has to be found out anew. */
export function seeOwn({ author, channelId, client }: Message, { recent }: Pick<BotContext, "recent">): void {
  if (author.id === client.user.id && recent.threads.get(channelId) === false) recent.threads.delete(channelId);
}

/** @returns undefined where Discord withholds the text, or where the message cannot be read */
async function textRepliedTo({ channel, reference }: Message): Promise<string | undefined> {
  if (reference?.messageId === undefined || reference.channelId !== channel.id) return undefined;
  try {
    const content = textOf(await channel.messages.fetch({ message: reference.messageId, cache: false }));
    return content === "" ? undefined : content;
  } catch (error) {
    if (isGone(error) || isPermissionMissing(error)) return undefined;
    throw error;
  }
}
