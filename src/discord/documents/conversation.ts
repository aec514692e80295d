import {
  type AnyThreadChannel,
  ChannelType,
  type Client,
  type GuildTextBasedChannel,
  type Message,
  MessageType,
  PermissionFlagsBits,
} from "discord.js";
import type { ConversationMessage } from "../../documents/servers/entry.ts";
import { isGone, isPermissionMissing } from "../connection/discord-errors.ts";
import type { BotContext } from "../context.ts";
import { readText } from "../messages/text/message-text.ts";

const pageMessages = 100;
const mostMessages = 500;
const mostChars = 500_000;
const nameChars = 80;
const written: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

/** What people have written in one place, as it may become a document. */
export interface Conversation {
  readonly name: string;
  /** Address of its first message. */
  readonly url: string;
  /** In their order; never empty. */
  readonly messages: readonly ConversationMessage[];
}

type PersonHash = (personId: string) => string;
type Reading = Pick<BotContext, "settings"> & { readonly personHash: PersonHash };

/**
 * A message as a conversation of its own.
 * @returns undefined where it says nothing, or Discord does not let us read it
 */
export async function conversationOfMessage(message: Message, reading: Reading): Promise<Conversation | undefined> {
  const said = await messageOf(message, reading);
  if (said === undefined) return undefined;
  const { channel } = message;
  // A title in the message's own words would be taken for these.
  const place = channel.isDMBased() ? "" : `#${channel.name}, `;
  return { name: nameOf(`${place}${said.at.slice(0, 10)}`), url: message.url, messages: [said] };
}

/**
 * All that people have written in a thread or a post of a forum, with the message that it was opened from.
 * @returns undefined where nothing was said there, or Discord does not let us read it
 */
export async function conversationOfThread(
  thread: AnyThreadChannel,
  reading: Reading,
): Promise<Conversation | undefined> {
  const messages = await messagesIn(thread);
  // What mentions the bot is readable all the same: that alone is not what was said.
  if (!reading.settings.discord.messageContentIntent && messages.some(isWithheld)) return undefined;
  const said: ConversationMessage[] = [];
  let chars = 0;
  for (const message of messages) {
    const one = await messageOf(message, reading);
    chars += one?.text.length ?? 0;
    if (chars > mostChars) break;
    if (one !== undefined) said.push(one);
  }
  return said.length === 0 ? undefined : { name: nameOf(thread.name), url: thread.url, messages: said };
}

/**
 * A post of a forum with the one message that answers it.
 * @returns undefined where the answer is gone or says nothing, or Discord does not let us read it
 */
export async function conversationOfAnswer(
  thread: AnyThreadChannel,
  answerId: string,
  reading: Reading,
): Promise<Conversation | undefined> {
  const [starter, found] = await Promise.all([starterOf(thread), orGone(thread.messages.fetch(answerId))]);
  const answer = found === undefined ? undefined : await messageOf(found, reading);
  if (answer === undefined || found === undefined) return undefined;
  const post = starter === undefined ? undefined : await messageOf(starter, reading);
  return {
    name: nameOf(thread.name),
    url: found.url,
    messages: [...(post === undefined ? [] : [{ ...post, asks: true as const }]), answer],
  };
}

/** Oldest first. */
async function messagesIn(thread: AnyThreadChannel): Promise<Message[]> {
  const messages: Message[] = [];
  const starter = await starterOf(thread);
  if (starter !== undefined) messages.push(starter);
  for (let after = "0"; messages.length < mostMessages; ) {
    const page = await thread.messages.fetch({ after, limit: pageMessages, cache: false });
    const sorted = [...page.values()].sort((a, b) => compareIds(a.id, b.id));
    messages.push(...sorted.filter(({ id }) => id !== starter?.id));
    const last = sorted.at(-1);
    if (last === undefined || sorted.length < pageMessages) break;
    after = last.id;
  }
  return messages.slice(0, mostMessages);
}

/** The message that a thread was opened from, which is in the channel above it except in forums. */
export async function starterOf(thread: AnyThreadChannel): Promise<Message | undefined> {
  return (await orGone(thread.fetchStarterMessage())) ?? undefined;
}

/** @returns undefined where it is gone, or not for the bot to see */
async function orGone<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (isGone(error) || isPermissionMissing(error)) return undefined;
    throw error;
  }
}

/** @returns undefined for what nobody has written, or the bot has */
async function messageOf(
  message: Message,
  { settings, personHash }: Reading,
): Promise<ConversationMessage | undefined> {
  const { author, member, client, createdAt, type } = message;
  if (author.id === client.user.id || author.system || !written.has(type)) return undefined;
  const text = withoutMarks(await readText(message, { settings }), client).trim();
  if (text === "") return undefined;
  const name = (member?.displayName ?? author.displayName).slice(0, nameChars);
  return { author: personHash(author.id), name, at: createdAt.toISOString(), text };
}

/** Whether Discord has kept back what a person wrote, as it does without the intent. */
function isWithheld({
  author,
  type,
  content,
  attachments,
  embeds,
  stickers,
  poll,
  messageSnapshots,
}: Message): boolean {
  if (author.bot || !written.has(type)) return false;
  const parts = attachments.size + embeds.length + stickers.size + messageSnapshots.size;
  return content === "" && poll === null && parts === 0;
}

/** Whom a text mentions is not named: nobody could take the name out again. */
function withoutMarks(text: string, client: Client): string {
  return text
    .replace(/<@!?\d+>/gu, "@…")
    .replace(/<@&\d+>/gu, "@…")
    .replace(/<#(\d+)>/gu, (_mark, id: string) => `#${channelName(client, id)}`)
    .replace(/<a?:(\w+):\d+>/gu, ":$1:")
    .replace(/<t:(\d+)(?::[a-zA-Z])?>/gu, (mark, seconds: string) => dayOf(Number(seconds)) ?? mark);
}

function channelName(client: Client, id: string): string {
  const channel = client.channels.cache.get(id);
  return channel !== undefined && "name" in channel && channel.name !== null ? channel.name : "…";
}

function dayOf(seconds: number): string | undefined {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 16).replace("T", " ");
}

function nameOf(line: string): string {
  const name = line.replace(/\s+/gu, " ").trim().slice(0, nameChars).trim();
  return name === "" ? "…" : name;
}

/** Ids grow with time, and the number of their digits with them. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** The channel whose people may read what is said in another one, where not everybody in the server may; else undefined. */
export function closedChannelOf(channel: GuildTextBasedChannel): string | undefined {
  if (channel.isThread() && channel.type === ChannelType.PrivateThread) return channel.id;
  const above = channel.isThread() ? channel.parent : channel;
  if (above === null) return channel.id;
  const everyone = above.permissionsFor(above.guild.roles.everyone);
  return everyone.has(PermissionFlagsBits.ViewChannel) ? undefined : above.id;
}
