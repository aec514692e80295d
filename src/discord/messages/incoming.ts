import { ChannelType, type Message, MessageType } from "discord.js";
import { isGone, isPermissionMissing } from "../connection/discord-errors.ts";
import type { BotContext } from "../context.ts";
import { addressOf, couldFollowUp, type Incoming, pointsElsewhere, questionIn } from "./addressing.ts";
import { lastQuestionIn } from "./previous-question.ts";
import { forumQuestion } from "./text/forum-question.ts";
import { readText } from "./text/message-text.ts";

/**
 * A message as far as it decides whether it asks us something; Discord is asked for more only where that matters.
 * @param isProxied whether a webhook has written it for a person
 */
export async function readIncoming(message: Message, context: BotContext, isProxied = false): Promise<Incoming> {
  const { community, recentEvents } = context;
  const { askChannels, forumChannels } = community.settingsOf(message.guildId);
  const { channel, mentions, client } = message;
  const botId = client.user.id;
  const isOurs = mentions.repliedUser?.id === botId;
  const isAskedHere = (id: string | null): boolean => id !== null && askChannels.includes(id);
  const ownRole = message.guild?.roles.botRoleFor(client.user);
  const base: Incoming = {
    botId,
    ...(ownRole ? { ownRoleId: ownRole.id } : {}),
    mentionsOwnRole: ownRole ? mentions.roles.has(ownRole.id) : false,
    isAuthorBot: !isProxied && (message.author.bot || message.webhookId !== null),
    isWritten: message.type === MessageType.Default || message.type === MessageType.Reply,
    place: channel.isDMBased() ? "direct" : channel.isThread() ? "thread" : "channel",
    isOurThread: false,
    content: channel.isDMBased() ? await readText(message, context) : message.content,
    mentionsOthers: mentions.users.some((user) => user.id !== botId && user.id !== mentions.repliedUser?.id),
    repliesTo: isOurs ? "us" : message.reference === null ? "nobody" : "others",
    isAskChannel: isAskedHere(channel.id) || (channel.isThread() && isAskedHere(channel.parentId)),
    ...forumPostOf(message, forumChannels),
  };
  if (pointsElsewhere(base)) {
    const pointedText = await textPointedTo(message, context);
    return pointedText === undefined ? base : { ...base, pointedText };
  }
  const isOpen =
    channel.isThread() && !base.isAuthorBot && couldFollowUp(message.content) && addressOf(base).kind === "ignored";
  if (!isOpen || !channel.isThread()) return base;
  const known = channel.ownerId === botId || recentEvents.threads.get(channel.id);
  const isOurThread = known ?? (await lastQuestionIn(channel, message.id)) !== "";
  recentEvents.threads.set(channel.id, isOurThread);
  return { ...base, isOurThread };
}

/** A post in a forum begins with a message that has the id of its thread. */
function forumPostOf({ id, channel }: Message, askForums: readonly string[]): Pick<Incoming, "forumPost"> {
  if (!channel.isThread() || channel.id !== id) return {};
  const { parentId, parent, name } = channel;
  const isForum = parent?.type === ChannelType.GuildForum || parent?.type === ChannelType.GuildMedia;
  const isAskForum = parentId !== null && askForums.includes(parentId);
  return isForum || isAskForum ? { forumPost: { title: name, isAskForum } } : {};
}

/** A message of ours in a thread may be an answer, by a command too: whether the thread is ours has to be found out anew. */
export function seeOwn(
  { author, channelId, client }: Message,
  { recentEvents }: Pick<BotContext, "recentEvents">,
): void {
  if (author.id === client.user.id && recentEvents.threads.get(channelId) === false)
    recentEvents.threads.delete(channelId);
}

/** @returns undefined where Discord withholds the text, or where the message cannot be read */
async function textPointedTo(message: Message, context: BotContext): Promise<string | undefined> {
  const { channel, reference } = message;
  try {
    if (reference === null && channel.isThread()) {
      const starter = await channel.fetchStarterMessage({ cache: false }).catch((error: unknown) => {
        if (isGone(error) || isPermissionMissing(error)) return null;
        throw error;
      });
      const text = starter === null ? "" : await readText(starter, context);
      return forumQuestion(channel.name, questionIn(text));
    }
    if (reference?.messageId === undefined || reference.channelId !== channel.id) return undefined;
    const text = await readText(await channel.messages.fetch({ message: reference.messageId, cache: false }), context);
    return text === "" ? undefined : text;
  } catch (error) {
    if (isGone(error) || isPermissionMissing(error)) return undefined;
    throw error;
  }
}
