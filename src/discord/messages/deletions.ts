import { type Client, type Message, SnowflakeUtil } from "discord.js";
import { isGone, isPermissionMissing } from "../connection/discord-errors.ts";
import type { BotContext } from "../context.ts";
import type { AnswerPlace } from "../load/recent.ts";
import { changeIn } from "./archived.ts";

const searchedMessages = 50;
/** Older questions are not looked after: their answers have been read long ago. */
const maxAgeMs = 14 * 24 * 3600 * 1000;
/** Discord's clock stamps the messages, ours the start. */
const clockToleranceMs = 60_000;

/** Where a deleted message stood. */
export interface DeletedMessage {
  readonly id: string;
  readonly channelId: string;
  /** Undefined where nothing is known of it but its id. */
  readonly authorId: string | undefined;
}

/** When a question is deleted, its answer goes as well; also one of before a restart, found by what it replies to. */
export async function onDeleted(
  client: Client<true>,
  deleted: DeletedMessage,
  { recent, log }: BotContext,
): Promise<void> {
  recent.deleted.set(deleted.id, true);
  if (deleted.authorId === client.user.id) return;
  try {
    const known = recent.answers.get(deleted.id);
    recent.answers.delete(deleted.id);
    const places = known === undefined ? await findAnswers(client, deleted, recent.since) : [known];
    for (const place of places) await remove(client, place);
  } catch (error) {
    if (!isGone(error) && !isPermissionMissing(error)) throw error;
    log.debug({ id: deleted.id }, "answer already gone");
  }
}

/** Our answers to a message of before our start, by what they reply to; none where it is younger, or too old. */
export async function findAnswers(
  client: Client<true>,
  { id, channelId }: Pick<DeletedMessage, "id" | "channelId">,
  since: number,
): Promise<AnswerPlace[]> {
  // Whatever was answered since the start is known: Discord is asked about older messages alone.
  const age = since - SnowflakeUtil.timestampFrom(id);
  if (age < -clockToleranceMs || age > maxAgeMs) return [];
  const replies = await messagesAfter(client, channelId, id);
  const own = replies.filter((message) => message.reference?.messageId === id);
  // A thread has the id of the message that it was opened from.
  const thread = client.channels.cache.get(id);
  const first =
    thread?.isThread() && thread.ownerId === client.user.id ? (await messagesAfter(client, id, id)).slice(0, 1) : [];
  return [...own, ...first].map((message) => ({ channelId: message.channelId, messageId: message.id }));
}

/** Our messages after another, oldest first. */
async function messagesAfter(client: Client<true>, channelId: string, after: string): Promise<Message[]> {
  const channel = client.channels.cache.get(channelId) ?? (await client.channels.fetch(channelId));
  if (!channel?.isTextBased()) return [];
  const messages = await channel.messages.fetch({ after, limit: searchedMessages, cache: false });
  return [...messages.values()]
    .filter((message) => message.author.id === client.user.id)
    .sort((a, b) => a.createdTimestamp - b.createdTimestamp);
}

async function remove(client: Client<true>, { channelId, messageId }: AnswerPlace): Promise<void> {
  const channel = client.channels.cache.get(channelId) ?? (await client.channels.fetch(channelId));
  if (channel?.isTextBased()) await changeIn(channel, () => channel.messages.delete(messageId));
}
