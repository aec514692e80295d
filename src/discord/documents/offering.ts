import type { Attachment, RepliableInteraction } from "discord.js";
import type { NewDocument, ServerDocuments } from "../../documents/servers/server-documents.ts";
import type { Messages } from "../../locales/messages.ts";
import type { CommandContext } from "../commands/command.ts";
import { asManager, type Managing } from "../community/as-manager.ts";
import { download } from "../connection/download.ts";
import { renderStaged, unreadableWords } from "../render/documents/documents-view.ts";
import { notice, toPayload, toPrivatePayload, type View } from "../render/parts/layout.ts";
import { cutLine } from "../render/text/cut.ts";
import { explain } from "../replying/respond.ts";
import { type Conversation, closedChannelOf, conversationOfMessage, conversationOfThread } from "./conversation.ts";
import type { Named } from "./find-named.ts";

const mostFileBytes = 64 * 1024 * 1024;
const fileTimeoutMs = 60_000;
const mostFiles = 5;
const nameChars = 80;
const bytesPerMegabyte = 1024 * 1024;
/** Discord's client writes what is too long for a message into this file: it is the message. */
const longMessageFile = "message.txt";

/** Somebody who may change a server's documents. */
export interface ManagingDocuments extends Managing {
  readonly documents: ServerDocuments;
}

/** @returns undefined if the person may not, or nobody can here, which they have been told then */
export async function asDocumentManager(
  interaction: RepliableInteraction,
  context: CommandContext,
): Promise<ManagingDocuments | undefined> {
  const managing = await asManager(interaction, context);
  if (managing === undefined) return undefined;
  const { serverDocuments } = context;
  if (serverDocuments !== undefined && serverDocuments.quota.documents > 0)
    return { ...managing, documents: serverDocuments };
  await explain(interaction, context.m.discord.documents.turnedOff);
  return undefined;
}

/** What the documents are to be called, and where they are on the web; undefined: as they are. */
export interface Wish {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
}

/** A file as somebody has sent it, to become a document. @returns what to tell where it cannot be had */
export async function fileDocument(
  { name, url, size }: Attachment,
  { by, wish, from }: { readonly by: string; readonly wish: Wish; readonly from?: Named },
  { m, settings, serverDocuments }: CommandContext,
): Promise<NewDocument | string> {
  const { documents: words } = m.discord;
  const mostBytes = Math.min(mostFileBytes, serverDocuments?.quota.bytes ?? 0);
  const limits = { apiUrl: settings.discord.apiUrl, mostBytes, timeoutMs: fileTimeoutMs };
  const bytes = await download({ url, size }, limits);
  if (bytes === undefined) return words.notFetched(cutLine(name, nameChars));
  const origin = from === undefined || !("message" in from) ? undefined : from.message;
  return {
    name,
    content: { bytes },
    title: wish.title,
    url: wish.url ?? origin?.url,
    by,
    from: origin?.url,
    channels: closedIn(from),
  };
}

/** A message with its files, or a thread, to become documents. @returns what to tell in the place of those that cannot */
export async function saidDocuments(
  named: Named,
  { wish, personHash }: { readonly wish: Wish; readonly personHash: (id: string) => string },
  by: string,
  context: CommandContext,
): Promise<readonly (NewDocument | string)[]> {
  const reading = { settings: context.settings, personHash };
  const said =
    "thread" in named
      ? await conversationOfThread(named.thread, reading)
      : await conversationOfMessage(named.message, reading);
  const files = "message" in named ? [...named.message.attachments.values()] : [];
  const fetched: (NewDocument | string)[] = [];
  for (const file of files.filter(({ name }) => name !== longMessageFile).slice(0, mostFiles))
    fetched.push(await fileDocument(file, { by, wish, from: named }, context));
  if (said === undefined && fetched.length === 0)
    return [context.m.discord.documents.nothingSaid(!context.settings.discord.messageContentIntent)];
  return said === undefined
    ? fetched
    : [conversationDocument(said, { by, wish, channels: closedIn(named) }), ...fetched];
}

/** What people have said, to become a document. */
export function conversationDocument(
  { name, url, messages }: Conversation,
  {
    by,
    wish,
    channels,
  }: { readonly by: string; readonly wish: Wish; readonly channels?: readonly string[] | undefined },
): NewDocument {
  return { name, content: { messages }, title: wish.title, url: wish.url ?? url, by, from: url, channels };
}

/** What is said where not everybody is let in stays there. */
function closedIn(named: Named | undefined): readonly string[] | undefined {
  if (named === undefined) return undefined;
  const channel = "thread" in named ? named.thread : named.message.channel;
  const closed = channel.isDMBased() ? undefined : closedChannelOf(channel);
  return closed === undefined ? undefined : [closed];
}

/** Reads what is to be added, and asks in messages of their own whether it is; the reply has been deferred privately. */
export async function offer(
  interaction: RepliableInteraction,
  wanted: readonly (NewDocument | string)[],
  { guildId, documents }: ManagingDocuments,
  m: Messages,
): Promise<void> {
  for (const [at, document] of wanted.entries()) {
    const view = typeof document === "string" ? notice(document) : await offerOne(guildId, document, documents, m);
    if (at === 0) await interaction.editReply(toPayload(view));
    else await interaction.followUp(toPrivatePayload(view));
  }
}

async function offerOne(guild: string, document: NewDocument, documents: ServerDocuments, m: Messages): Promise<View> {
  const words = m.discord.documents;
  const name = cutLine(document.name, nameChars);
  const staging = await documents.stage(guild, document);
  switch (staging.kind) {
    case "staged":
      return renderStaged(staging.document, m);
    case "unknown-format":
      return notice(words.unknownFormat(name, documents.extensions.join(", ")));
    case "unreadable":
      return notice(unreadableWords(document.name, staging.error, m));
    case "full":
      return notice(fullWords(documents, m));
  }
}

/** That there is no room. */
export function fullWords({ quota }: Pick<ServerDocuments, "quota">, m: Messages): string {
  return m.discord.documents.full(quota.documents, Math.floor(quota.bytes / bytesPerMegabyte));
}
