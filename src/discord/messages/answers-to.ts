import { type Client, type Message, SnowflakeUtil } from "discord.js";
import type { AnswerPlace } from "../load/recent-events.ts";

const pageMessages = 100;
/** An answer is looked for within this many messages after its question. */
const answerDistance = 50;
const mostPages = 20;
/** Older questions are left alone: their answers were read long ago. */
const maxAgeMs = 14 * 24 * 3600 * 1000;
/** Discord's clock stamps the messages, ours the start. */
const clockToleranceMs = 60_000;

/** Whether a message may have an answer that is not remembered: whatever was answered since our start is. */
export function mayHaveForgottenAnswer(messageId: string, since: number): boolean {
  const age = since - SnowflakeUtil.timestampFrom(messageId);
  return age >= -clockToleranceMs && age <= maxAgeMs;
}

/** Our answers to messages of a channel, by what they reply to; of a thread that we opened from one, its first message. */
export async function findAnswersTo(
  client: Client<true>,
  channelId: string,
  messageIds: readonly string[],
): Promise<AnswerPlace[]> {
  const wanted = new Set(messageIds);
  const replies = (await ownMessagesAfter(client, channelId, [...wanted].sort(compareIds))).filter(
    ({ reference }) => reference?.messageId !== undefined && wanted.has(reference.messageId),
  );
  const places = replies.map(placeOf);
  for (const id of wanted) {
    // A thread has the id of the message that it was opened from.
    const thread = client.channels.cache.get(id);
    if (!thread?.isThread() || thread.ownerId !== client.user.id) continue;
    const [first] = await ownMessagesAfter(client, id, [id]);
    if (first !== undefined) places.push(placeOf(first));
  }
  return places;
}

/** Our messages behind some others, oldest first: a request a page, however many are asked about. @param ids sorted */
async function ownMessagesAfter(client: Client<true>, channelId: string, ids: readonly string[]): Promise<Message[]> {
  const channel = client.channels.cache.get(channelId) ?? (await client.channels.fetch(channelId));
  if (!channel?.isTextBased()) return [];
  const own: Message[] = [];
  let after = ids[0];
  for (let page = 0; page < mostPages && after !== undefined; page++) {
    const fetched = await channel.messages.fetch({ after, limit: pageMessages, cache: false });
    const messages = [...fetched.values()].sort((a, b) => compareIds(a.id, b.id));
    own.push(...messages.filter(({ author }) => author.id === client.user.id));
    const reached = messages.at(-1)?.id;
    if (reached === undefined || messages.length < pageMessages) break;
    const passed = ids.findLast((id) => compareIds(id, reached) <= 0) ?? after;
    const behind = messages.filter(({ id }) => compareIds(id, passed) > 0).length;
    after = behind < answerDistance ? reached : ids.find((id) => compareIds(id, reached) > 0);
  }
  return own;
}

function placeOf({ channelId, id }: Message): AnswerPlace {
  return { channelId, messageId: id };
}

/** Ids grow with time, and the number of their digits with them. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
