import {
  ChannelType,
  DiscordAPIError,
  type GuildMember,
  type Message,
  type SendableChannels,
  ThreadAutoArchiveDuration,
} from "discord.js";
import type { Messages } from "../../locales/messages.ts";
import { isGone, isPermissionMissing, isSlowedDown, isThreadThere } from "../connection/discord-errors.ts";
import type { BotContext } from "../context.ts";
import { threadNameChars } from "../limits.ts";
import { notice, toPayload, type View } from "../render/parts/layout.ts";
import { cutPlain } from "../render/text/cut.ts";
import { sendView } from "../replying/sending.ts";
import { changeIn } from "./archived.ts";
import { canOpenThread, canReply, type Missing, missingToAnswer } from "./permissions.ts";

/** The permission that an answer to a message needs and we lack, if any. */
export async function missingIn(message: Message): Promise<Missing[]> {
  const me = await meIn(message);
  return me === undefined || message.channel.isDMBased() ? [] : missingToAnswer(message.channel, me);
}

/** Tells the person by direct message which permissions are missing; once a channel and day, for others have been told. */
export async function tellPrivately(
  message: Message,
  m: Messages,
  missing: readonly Missing[],
  { log, recentEvents }: BotContext,
): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  if (!(await recentEvents.acquire(`missing:${message.channelId}:${day}`))) return;
  log.warn({ id: message.id, channel: message.channelId, missing }, "permission missing");
  try {
    const view = notice(explainMissing(`<#${message.channelId}>`, missing, m));
    await message.author.send({ ...toPayload(view), nonce: message.id, enforceNonce: true });
  } catch (error) {
    if (!isPermissionMissing(error)) throw error;
    log.info({ id: message.id }, "direct messages closed");
  }
}

function explainMissing(channel: string, missing: readonly Missing[], { discord }: Messages): string {
  const { problems, permissions } = discord;
  if (missing.includes("time-out")) return problems.timedOut(channel);
  if (missing.includes("slow-mode")) return problems.slowMode(channel);
  return problems.missingPermissions(
    channel,
    missing.flatMap((name) => (name === "time-out" || name === "slow-mode" ? [] : [permissions[name]])),
  );
}

/**
 * Sends an answer as a reply; nothing where the message is gone meanwhile.
 * @param threadName for an answer that may get a thread of its own
 * @returns the answer, where it could be sent
 */
export async function send(
  message: Message,
  view: View,
  m: Messages,
  context: BotContext,
  threadName?: string,
): Promise<Message | undefined> {
  const { recentEvents } = context;
  if (recentEvents.deleted.has(message.id) || hasLeft(message)) return undefined;
  try {
    const me = await meIn(message);
    const thread =
      threadName === undefined || me === undefined ? undefined : await openThread(message, me, threadName, context);
    const sent = await sendTo(message, view, m, me, thread);
    recentEvents.answers.set(message.id, { channelId: sent.channelId, messageId: sent.id });
    if (sent.channel.isThread()) recentEvents.threads.set(sent.channelId, true);
    if (!recentEvents.deleted.has(message.id)) return sent;
    await sent.delete();
  } catch (error) {
    if (isGone(error) || hasLeft(message)) return undefined;
    const missing = isSlowedDown(error) ? "slow-mode" : message.channel.isThread() ? "sendInThreads" : "send";
    if (missing !== "slow-mode" && (!isPermissionMissing(error) || message.guildId === null)) throw error;
    await tellPrivately(message, m, [missing], context);
  }
  return undefined;
}

/** Replaces an answer, unless it has been deleted in the meantime. */
export async function replaceAnswer(
  answer: Message,
  view: View,
  m: Messages,
  { log }: Pick<BotContext, "log">,
): Promise<void> {
  try {
    await changeIn(answer.channel, () => sendView(view, m, (payload) => answer.edit(payload), { isEdit: true }));
  } catch (error) {
    if (!isGone(error) && !isPermissionMissing(error)) throw error;
    log.debug({ id: answer.id }, "answer already gone");
  }
}

/** Whether we have been removed from the server meanwhile. */
function hasLeft({ guildId, guild }: Message): boolean {
  return guildId !== null && guild === null;
}

async function meIn({ guild }: Message): Promise<GuildMember | undefined> {
  return guild === null ? undefined : (guild.members.me ?? (await guild.members.fetchMe()));
}

async function sendTo(
  message: Message,
  view: View,
  m: Messages,
  me: GuildMember | undefined,
  thread: SendableChannels | undefined,
): Promise<Message> {
  // With a nonce, a request that is sent again after a lost response does not become a second message.
  const nonce = { nonce: message.id, enforceNonce: true };
  const { channel } = message;
  return sendView<Message>(view, m, (payload) => {
    if (thread !== undefined) return thread.send({ ...payload, ...nonce });
    if (me === undefined || channel.isDMBased() || canReply(channel, me))
      return message.reply({ ...payload, ...nonce });
    return channel.send({ ...payload, ...nonce });
  });
}

async function openThread(message: Message, me: GuildMember, name: string, { community, log }: BotContext) {
  const { channel } = message;
  const takesThreads = channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement;
  if (community.settingsOf(message.guildId).threads === "never" || !takesThreads || !canOpenThread(channel, me))
    return undefined;
  if (message.hasThread) return threadOf(message);
  try {
    return await message.startThread({
      name: cutPlain(name, threadNameChars),
      autoArchiveDuration: ThreadAutoArchiveDuration.OneDay,
    });
  } catch (error) {
    // The response to the first request was lost: the thread is there, under the id of its message.
    if (isThreadThere(error)) return threadOf(message);
    if (isGone(error) || !(error instanceof DiscordAPIError)) throw error;
    log.info({ id: message.id, code: error.code }, "no thread could be opened");
    return undefined;
  }
}

async function threadOf({ client, id }: Message): Promise<SendableChannels | undefined> {
  const thread = await client.channels.fetch(id);
  return thread?.isThread() === true ? thread : undefined;
}
