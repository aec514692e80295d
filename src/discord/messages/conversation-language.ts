import type { Message } from "discord.js";
import { languageOfSmallTalk } from "../../answering/small-talk/language-of-small-talk.ts";
import { isGone, isPermissionMissing } from "../connection/discord-errors.ts";
import type { BotContext } from "../context.ts";

/** Fewer words, which are often names, say little about their language. */
const sentenceWords = 4;
/** How many earlier messages are read for a language after a restart. */
const readBackMessages = 30;

type Parts = Pick<BotContext, "fundstelle" | "recentEvents">;

/** The code of the language that a text is in, if its words or a greeting tell; undefined otherwise. */
export function spokenIn(text: string, { fundstelle }: Pick<BotContext, "fundstelle">): string | undefined {
  return fundstelle.detectLanguage(text) ?? languageOfSmallTalk(text);
}

/**
 * The language of a conversation in direct messages, where nothing but the words tells it: it stays until a whole
 * sentence changes it. After a restart it is read from what the person wrote before.
 * @param typed what the message asks
 */
export async function conversationLanguage(message: Message, typed: string, parts: Parts): Promise<string | undefined> {
  const { languages } = parts.recentEvents;
  const spoken = spokenIn(typed, parts);
  const isSentence = typed.trim().split(/\s+/u).length >= sentenceWords;
  const isSettled = isSentence && spoken !== undefined;
  const before = isSettled ? undefined : (languages.get(message.channelId) ?? (await spokenBefore(message, parts)));
  const language = before ?? spoken;
  if (language !== undefined) languages.set(message.channelId, language);
  return language;
}

/** The language of the person's latest message that tells one. */
async function spokenBefore(message: Message, parts: Parts): Promise<string | undefined> {
  try {
    const messages = await message.channel.messages.fetch({
      limit: readBackMessages,
      before: message.id,
      cache: false,
    });
    for (const { author, content } of messages.values()) {
      const language = author.id === message.author.id ? spokenIn(content, parts) : undefined;
      if (language !== undefined) return language;
    }
    return undefined;
  } catch (error) {
    if (isGone(error) || isPermissionMissing(error)) return undefined;
    throw error;
  }
}
