import { createHash } from "node:crypto";
import type { Client, Message } from "discord.js";
import { isGone, isPermissionMissing } from "../connection/discord-errors.ts";
import type { BotContext } from "../context.ts";
import { readQuestion } from "../render/text/message-text.ts";
import { addressOf } from "./addressing.ts";
import { isBlocked, sendFirstAnswer, viewOf, wordsFor } from "./answering.ts";
import { findAnswersTo, mayHaveForgottenAnswer } from "./answers-to.ts";
import { replaceAnswer } from "./delivery.ts";
import { readIncoming, seeOwn } from "./incoming.ts";
import { toQuestion } from "./text/question-text.ts";

/** After this time, nobody is waiting for an answer to a message that an edit turns into a question. */
const maxAgeMs = 3600_000;

/**
 * Answers an edited question again by editing the answer, even one from before a restart. A message that asks us
 * something only after the edit gets its first answer.
 */
export function onEdited(message: Message, context: BotContext): Promise<void> {
  const { editedTimestamp, id, client } = message;
  seeOwn(message, context);
  // Discord also tells of previews of links and of pins this way.
  if (editedTimestamp === null || message.author.id === client.user.id) return Promise.resolve();
  return context.recentEvents.turns.run(id, async () => {
    // An edit that arrives after a later one is out of date; one that arrives twice is one.
    if ((context.recentEvents.edited.get(id) ?? 0) > editedTimestamp) return;
    const wording = createHash("sha256").update(message.content).digest("base64url").slice(0, 16);
    if (!(await context.recentEvents.acquire(`edit:${id}:${editedTimestamp}:${wording}`))) return;
    context.recentEvents.edited.set(id, editedTimestamp);
    const address = addressOf(await readIncoming(message, context));
    if (address.kind === "ignored" || address.kind === "greeted") return;
    const answer = await answerTo(message, context);
    if (answer === "none") {
      // Compared with the time of day, not of the edit, since Discord also reports edits of long ago.
      if (Date.now() - message.createdTimestamp > maxAgeMs || context.recentEvents.deleted.has(id)) return;
      await context.recentEvents.acquire(`message:${id}`);
      return sendFirstAnswer(message, address, context);
    }
    if (answer === "unknown" || address.kind !== "asked" || shownQuestion(answer) === toQuestion(address.question))
      return;
    if (isBlocked(message, context)) return;
    const turn = await context.cooldowns.take("question", message.author.id, message.channelId);
    if (!turn.isGranted) return;
    const m = await wordsFor(message, address, context);
    const { view, revised } = await viewOf(message, address, m, context);
    await replaceAnswer(answer, view, m, context);
    const later = await revised;
    if (later !== undefined) await replaceAnswer(answer, later, m, context);
  });
}

/** @returns `none` where it was never answered, `unknown` where the answer is gone or cannot be read */
async function answerTo(message: Message, { recentEvents }: BotContext): Promise<Message | "none" | "unknown"> {
  const client: Client<true> = message.client;
  try {
    const known = recentEvents.answers.get(message.id);
    const isKnown = known !== undefined || !mayHaveForgottenAnswer(message.id, recentEvents.since);
    const [place] = isKnown ? [known] : await findAnswersTo(client, message.channelId, [message.id]);
    if (place === undefined) return "none";
    const channel = await client.channels.fetch(place.channelId);
    if (!channel?.isTextBased()) return "unknown";
    return await channel.messages.fetch({ message: place.messageId, cache: false });
  } catch (error) {
    if (isGone(error) || isPermissionMissing(error)) return "unknown";
    throw error;
  }
}

function shownQuestion(answer: Message): string | undefined {
  return readQuestion(answer.components.map((component) => component.toJSON()));
}
