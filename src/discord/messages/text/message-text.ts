import type { Attachment, Message } from "discord.js";
import { download } from "../../connection/download.ts";
import type { BotContext } from "../../context.ts";

/** A text too long for a message is turned into this file by Discord's client. */
const longMessageFile = "message.txt";
const mostFileBytes = 64 * 1024;
const fileTimeoutMs = 3000;

type Readable = Pick<Message, "content" | "messageSnapshots" | "embeds" | "poll">;

/** What a message says: its own text, or that of the message that it passes on, of its embeds or of its poll. */
export function textOf({ content, messageSnapshots, embeds, poll }: Readable): string {
  if (content.trim() !== "") return content;
  const passedOn = messageSnapshots.first();
  const fromEmbeds = (passedOn?.embeds ?? embeds).map(({ title, description, fields }) =>
    [title, description, ...fields.map(({ name, value }) => `${name}: ${value}`)].filter(Boolean).join("\n"),
  );
  const fromPoll =
    poll === null ? [] : [poll.question.text, ...[...poll.answers.values()].map(({ text }) => text)].filter(Boolean);
  return [passedOn?.content ?? "", ...fromEmbeds, fromPoll.join("\n")].find((text) => text.trim() !== "") ?? "";
}

/** The same with what stands in a `message.txt`, which is fetched from Discord. */
export async function readText(
  message: Pick<Message, "attachments"> & Readable,
  { settings }: Pick<BotContext, "settings">,
): Promise<string> {
  const text = textOf(message);
  const file = message.attachments.find(({ name }) => name === longMessageFile);
  return text !== "" || file === undefined ? text : readFile(file, settings.discord.apiUrl);
}

/** @returns "" where it is too long, comes from elsewhere or cannot be had: then the message says nothing */
async function readFile(file: Attachment, apiUrl: string | undefined): Promise<string> {
  const bytes = await download(file, { apiUrl, mostBytes: mostFileBytes, timeoutMs: fileTimeoutMs });
  return new TextDecoder().decode(bytes);
}
