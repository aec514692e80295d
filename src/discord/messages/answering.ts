import type { Message } from "discord.js";
import type { Messages } from "../../locales/messages.ts";
import { askRevisably, logQuestion } from "../actions/ask-page.ts";
import { askedIn, viewIn } from "../community/here.ts";
import type { BotContext } from "../context.ts";
import { shownQuestionChars } from "../limits.ts";
import { messagesForText, settingsIn } from "../locale.ts";
import { type AnswerPage, renderAnswer } from "../render/answer-view.ts";
import { renderHelp } from "../render/help-view.ts";
import { notice, type View } from "../render/parts/layout.ts";
import { everything, seenByAll } from "../scope.ts";
import { type Address, addressOf } from "./addressing.ts";
import { conversationLanguage, spokenIn } from "./conversation-language.ts";
import { missingIn, replaceAnswer, send, tellPrivately } from "./delivery.ts";
import { readIncoming, seeOwn } from "./incoming.ts";
import { previousQuestion } from "./previous-question.ts";
import { hideSpoilers } from "./text/marks.ts";
import { fitsMessage, toQuestion } from "./text/question-text.ts";

/** Answers a message where it asks us something. */
export function onMessage(message: Message, context: BotContext): Promise<void> {
  seeOwn(message, context);
  const isWebhooks = message.webhookId !== null && message.applicationId === null;
  if (isWebhooks && context.settings.discord.webhookProxies) return onProxied(message, context);
  return context.recentEvents.turns.run(message.id, async () => {
    const address = addressOf(await readIncoming(message, context));
    if (address.kind === "ignored" || !(await context.recentEvents.acquire(`message:${message.id}`))) return;
    if (address.kind === "asked" && message.content !== "")
      context.recentEvents.asked.set(message.channelId, { id: message.id, content: message.content });
    await sendFirstAnswer(message, address, context);
  });
}

/** Tells who asks us something that we are about to end, for nobody would answer it later. */
export function refuseWhileClosing(message: Message, context: BotContext): Promise<void> {
  return context.recentEvents.turns.run(message.id, async () => {
    const address = addressOf(await readIncoming(message, context));
    if (address.kind !== "asked" || address.isQuiet || isBlocked(message, context)) return;
    if (!(await context.recentEvents.acquire(`message:${message.id}`))) return;
    const m = await wordsFor(message, address, context);
    if ((await missingIn(message)).length === 0) await send(message, notice(m.discord.problems.closing), m, context);
  });
}

/**
 * Handles a message by which a webhook replaces a person's deleted message: the answer stays and now belongs to this
 * message. If there is no answer, because the deletion came first, this message is answered.
 */
async function onProxied(message: Message, context: BotContext): Promise<void> {
  const { recentEvents } = context;
  const original = recentEvents.asked.get(message.channelId);
  if (original === undefined || message.content === "" || !original.content.includes(message.content)) return;
  await recentEvents.turns.run(original.id, async () => {
    const answer = recentEvents.answers.get(original.id);
    if (!(await recentEvents.acquire(`message:${message.id}`))) return;
    if (answer !== undefined && !recentEvents.deleted.has(original.id)) {
      recentEvents.proxied.set(original.id, true);
      recentEvents.answers.set(message.id, answer);
      return;
    }
    const address = addressOf(await readIncoming(message, context, true));
    if (address.kind === "asked") await sendFirstAnswer(message, address, context);
  });
}

/** Answers a message for the first time. */
export async function sendFirstAnswer(
  message: Message,
  address: Exclude<Address, { kind: "ignored" }>,
  context: BotContext,
): Promise<void> {
  const m = await wordsFor(message, address, context);
  if (!(await mayAnswer(message, m, context))) return;
  if (address.kind === "greeted") return greet(message, m, context);
  if (address.kind !== "asked") {
    const { unreadableMessage, roleMentioned } = m.discord.problems;
    await send(message, notice(address.kind === "unreadable" ? unreadableMessage : roleMentioned), m, context);
    return;
  }
  const { view, isAbstention, revised } = await viewOf(message, address, m, context);
  if (address.isQuiet && isAbstention) return;
  const answer = await send(
    message,
    view,
    m,
    context,
    address.trigger === "mention" ? hideSpoilers(toQuestion(address.question)) : undefined,
  );
  const later = await revised;
  if (later !== undefined && answer !== undefined && !context.recentEvents.deleted.has(message.id))
    await replaceAnswer(answer, later, m, context);
}

/** The words to speak with the person who wrote the message. */
export async function wordsFor(message: Message, address: Address, context: BotContext): Promise<Messages> {
  const { guild, content } = message;
  const settings = settingsIn(message.guildId, context);
  const typed = address.kind === "asked" ? address.question : content;
  return guild === null
    ? messagesForText(await conversationLanguage(message, typed, context), undefined, settings)
    : messagesForText(spokenIn(typed, context), guild.preferredLocale, settings);
}

interface ShownAnswer {
  readonly view: View;
  readonly isAbstention: boolean;
  /** The revised answer, if a model's verdict arrives later; resolves to undefined if nothing changes. */
  readonly revised: Promise<View | undefined>;
}

/** What is shown for a question that somebody wrote. */
export async function viewOf(
  message: Message,
  { question, trigger }: Extract<Address, { kind: "asked" }>,
  m: Messages,
  context: BotContext,
): Promise<ShownAnswer> {
  const startedAt = performance.now();
  const typed = toQuestion(question);
  if (!fitsMessage(typed))
    return {
      view: notice(m.discord.problems.questionTooLong(shownQuestionChars)),
      isAbstention: false,
      revised: Promise.resolve(undefined),
    };
  const previous = await previousQuestion(message, typed, trigger);
  const { guildId } = message;
  const seen = seenByAll(message, context.community);
  const here = askedIn(guildId, context.community);
  const asked = { question: typed, previous, scope: everything, offset: 0, seen, ...here };
  const { page, revised } = await askRevisably(context.fundstelle, asked);
  logQuestion(context, { id: message.id, trigger, answer: page.answer, startedAt, guildId, person: message.author.id });
  const viewOfPage = (shown: AnswerPage): View =>
    renderAnswer(shown, {
      m,
      asker: message.author.id,
      scope: everything,
      previous,
      isPrivate: false,
      canShare: false,
      isClosest: false,
      ...viewIn(guildId, context.community),
    });
  return {
    view: viewOfPage(page),
    isAbstention: page.answer.kind === "abstained",
    revised: revised.then((later) => (later === undefined ? undefined : viewOfPage(later))),
  };
}

/** Whether the server does not want this person, or this channel, to be answered. */
export function isBlocked(
  { guildId, author, channel }: Message,
  { community }: Pick<BotContext, "community">,
): boolean {
  return community.isBlocked(guildId, author.id, [channel.id, channel.isThread() ? channel.parentId : null]);
}

/** Whether the person has a turn left and we have the permissions. If not, the person is told. */
async function mayAnswer(message: Message, m: Messages, context: BotContext): Promise<boolean> {
  if (isBlocked(message, context)) return false;
  const turn = await context.cooldowns.take("question", message.author.id, message.channelId);
  const missing = await missingIn(message);
  if (!turn.isGranted) {
    // Said once only: a reply to every message of a flood would be a flood as well.
    if (turn.isFirst && missing.length === 0)
      await send(message, notice(m.discord.problems.cooldown(turn.waitSeconds)), m, context);
    return false;
  }
  if (missing.length === 0) return true;
  await tellPrivately(message, m, missing, context);
  return false;
}

async function greet(message: Message, m: Messages, context: BotContext): Promise<void> {
  const seen = seenByAll(message, context.community);
  await send(message, renderHelp(context.fundstelle, { seen, botId: message.client.user.id, m }), m, context);
}
