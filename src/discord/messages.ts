import {
  type GuildMember,
  type Message,
  MessageType,
  type SendableChannels,
  ThreadAutoArchiveDuration,
} from "discord.js";
import type { Messages } from "../locales/messages.ts";
import { addressOf, couldFollowUp, type Incoming } from "./addressing.ts";
import { askPage, logQuestion } from "./asking.ts";
import type { BotContext } from "./context.ts";
import { isGone, isPermissionMissing } from "./discord-errors.ts";
import { shownQuestionChars, threadNameChars } from "./limits.ts";
import { messagesForText } from "./locale.ts";
import { canOpenThread, canReply, missingToAnswer } from "./permissions.ts";
import { lastQuestionIn, previousQuestion } from "./previous-question.ts";
import { fitsMessage, toQuestion } from "./question-text.ts";
import { renderAnswer } from "./render/answer.ts";
import { notice, toPayload, type View } from "./render/blocks.ts";
import { cutPlain } from "./render/cut.ts";
import { renderHelp } from "./render/help.ts";
import { everything } from "./scope.ts";

/** Answers a message where it asks us something. */
export async function onMessage(message: Message, context: BotContext): Promise<void> {
  const startedAt = performance.now();
  const address = addressOf(await incoming(message, context));
  if (address.kind === "ignored" || !context.recent.claim(`message:${message.id}`)) return;
  const { fundstelle, settings } = context;
  const typed = address.kind === "asked" ? toQuestion(address.question) : "";
  const m = messagesForText(fundstelle.languageOf(typed), message.guild?.preferredLocale, settings);
  if (!(await mayAnswer(message, m, context))) return;
  if (address.kind === "greeted") return greet(message, m, context);
  if (!fitsMessage(typed))
    return send(message, notice(m.discord.problems.questionTooLong(shownQuestionChars)), m, context);
  const previous = await previousQuestion(message, typed, address.trigger);
  const page = await askPage(fundstelle, {
    question: typed,
    previous,
    scope: everything,
    guildId: message.guildId,
    offset: 0,
  });
  logQuestion(context, { id: message.id, trigger: address.trigger, answer: page.answer, startedAt });
  if (address.isQuiet && page.answer.kind === "abstained") return;
  const view = renderAnswer(page, {
    m,
    asker: message.author.id,
    scope: everything,
    previous,
    isPrivate: false,
    canShare: false,
    isClosest: false,
  });
  await send(message, view, m, context, address.trigger === "mention" ? typed : undefined);
}

async function incoming(message: Message, { settings, recent }: BotContext): Promise<Incoming> {
  const { channel, mentions, client } = message;
  const botId = client.user.id;
  const repliesTo =
    mentions.repliedUser === null
      ? message.reference === null
        ? "nobody"
        : "others"
      : mentions.repliedUser.id === botId
        ? "us"
        : "others";
  const base: Incoming = {
    botId,
    isAuthorBot: message.author.bot || message.webhookId !== null,
    isWritten: message.type === MessageType.Default || message.type === MessageType.Reply,
    place: channel.isDMBased() ? "direct" : channel.isThread() ? "thread" : "channel",
    isOurThread: false,
    content: message.content,
    mentionsOthers: mentions.users.some((user) => user.id !== botId && user.id !== mentions.repliedUser?.id),
    repliesTo,
    isAskChannel: settings.discord.askChannels.includes(message.channelId),
  };
  const isOpen =
    channel.isThread() && !base.isAuthorBot && couldFollowUp(message.content) && addressOf(base).kind === "ignored";
  if (!isOpen || !channel.isThread()) return base;
  const known = channel.ownerId === botId || recent.threads.get(channel.id);
  const isOurThread = known ?? (await lastQuestionIn(channel, message.id)) !== "";
  recent.threads.set(channel.id, isOurThread);
  return { ...base, isOurThread };
}

/** Whether a turn and the permissions are there; where they are not, the person is told. */
async function mayAnswer(message: Message, m: Messages, context: BotContext): Promise<boolean> {
  const turn = await context.cooldowns.take("question", message.author.id, message.channelId);
  const missing = await missingIn(message);
  if (!turn.isGranted) {
    // Once is enough: an answer to every message of a flood would be a flood.
    if (turn.isFirst && missing.length === 0)
      await send(message, notice(m.discord.problems.cooldown(turn.waitSeconds)), m, context);
    return false;
  }
  if (missing.length === 0) return true;
  await tellPrivately(message, m, missing, context);
  return false;
}

async function missingIn(message: Message) {
  const me = await meIn(message);
  return me === undefined || message.channel.isDMBased() ? [] : missingToAnswer(message.channel, me);
}

async function meIn({ guild }: Message): Promise<GuildMember | undefined> {
  return guild === null ? undefined : (guild.members.me ?? (await guild.members.fetchMe()));
}

async function tellPrivately(
  message: Message,
  m: Messages,
  missing: readonly (keyof Messages["discord"]["permissions"])[],
  { log }: BotContext,
): Promise<void> {
  const names = missing.map((name) => m.discord.permissions[name]);
  log.warn({ id: message.id, channel: message.channelId, missing }, "permission missing");
  try {
    await message.author.send(
      toPayload(notice(m.discord.problems.missingPermissions(`<#${message.channelId}>`, names))),
    );
  } catch (error) {
    if (!isPermissionMissing(error)) throw error;
    log.info({ id: message.id }, "direct messages closed");
  }
}

async function greet(message: Message, m: Messages, context: BotContext): Promise<void> {
  const { client, guildId } = message;
  await send(message, renderHelp(context.fundstelle, { guildId, botId: client.user.id, m }), m, context);
}

/**
 * Sends an answer as a reply; nothing where the message is gone meanwhile.
 * @param threadName for an answer that may get a thread of its own
 */
async function send(
  message: Message,
  view: View,
  m: Messages,
  context: BotContext,
  threadName?: string,
): Promise<void> {
  const { recent } = context;
  if (recent.deleted.has(message.id)) return;
  try {
    const me = await meIn(message);
    const thread =
      threadName === undefined || me === undefined ? undefined : await openThread(message, me, threadName, context);
    const sent = await sendTo(message, view, me, thread);
    recent.answers.set(message.id, { channelId: sent.channelId, messageId: sent.id });
    if (sent.channel.isThread()) recent.threads.set(sent.channelId, true);
    if (recent.deleted.has(message.id)) await sent.delete();
  } catch (error) {
    if (isGone(error)) return;
    if (!isPermissionMissing(error) || message.guildId === null) throw error;
    await tellPrivately(message, m, [message.channel.isThread() ? "sendInThreads" : "send"], context);
  }
}

async function sendTo(
  message: Message,
  view: View,
  me: GuildMember | undefined,
  thread: SendableChannels | undefined,
): Promise<Message> {
  // With a nonce, a request that is sent again after a lost response does not become a second message.
  const payload = { ...toPayload(view), nonce: message.id, enforceNonce: true };
  if (thread !== undefined) return thread.send(payload);
  const { channel } = message;
  if (me === undefined || channel.isDMBased() || canReply(channel, me)) return message.reply(payload);
  return channel.send(payload);
}

async function openThread(message: Message, me: GuildMember, name: string, { settings, log }: BotContext) {
  const { channel } = message;
  if (settings.discord.threads === "never" || channel.isDMBased() || channel.isThread() || !canOpenThread(channel, me))
    return undefined;
  try {
    return await message.startThread({
      name: cutPlain(name, threadNameChars),
      autoArchiveDuration: ThreadAutoArchiveDuration.OneDay,
    });
  } catch (error) {
    if (!isPermissionMissing(error)) throw error;
    log.info({ id: message.id }, "no thread could be opened");
    return undefined;
  }
}
