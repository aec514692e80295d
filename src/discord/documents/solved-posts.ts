import { randomBytes } from "node:crypto";
import type { AnyThreadChannel, Client, GuildMember, Message } from "discord.js";
import type { Adding, ServerDocuments } from "../../documents/servers/server-documents.ts";
import type { Messages } from "../../locales/messages.ts";
import type { MarkedPost, PostAnswer } from "../../store/records/solved-posts.ts";
import type { Store } from "../../store/store.ts";
import type { SolvedPostRow } from "../../store/tables.ts";
import { isGone, isPermissionMissing } from "../connection/discord-errors.ts";
import type { BotContext } from "../context.ts";
import { messagesForText, settingsIn } from "../locale.ts";
import { changeIn } from "../messages/archived.ts";
import { canReply, missingToAnswer } from "../messages/permissions.ts";
import { renderPrompt } from "../render/documents/solved-view.ts";
import { toPayload } from "../render/parts/layout.ts";
import { closedChannelOf, conversationOfAnswer, starterOf } from "./conversation.ts";
import { conversationDocument } from "./offering.ts";

const nonceBytes = 10;

/** What keeping solved posts takes. */
export type SolvingContext = Pick<BotContext, "community" | "settings" | "serverDocuments" | "log">;

/** Why a message is not asked about, as its words are named. */
export type Refusal = "turnedOff" | "needsIntent" | "notHere" | "noAnswer" | "already" | "mayNotWrite";

/** Where solved posts are kept: what a server's forums have, as far as they are chosen. */
export interface Solving {
  readonly store: Store;
  readonly documents: ServerDocuments;
}

/** @returns undefined where nothing can be kept */
export function solvingWith({ community, serverDocuments }: SolvingContext): Solving | undefined {
  const { store } = community;
  if (store === undefined || serverDocuments === undefined || serverDocuments.quota.documents === 0) return undefined;
  return { store, documents: serverDocuments };
}

/** Whether solved posts of a forum become documents. */
export function isChosen(guild: string, forum: string | null, { community }: SolvingContext): boolean {
  return forum !== null && community.settingsOf(guild).solvedForums.includes(forum);
}

/**
 * Marks a message as what answers its post, in the place of another one, and asks in the post those who have written both
 * whether they may be kept. Nothing of what they wrote is stored.
 * @returns why not, if so
 */
export async function markAnswer(
  answer: Message,
  thread: AnyThreadChannel,
  context: SolvingContext,
): Promise<Refusal | "asked"> {
  const solving = solvingWith(context);
  if (solving === undefined) return "turnedOff";
  if (!context.settings.discord.messageContentIntent) return "needsIntent";
  const { guild, parentId } = thread;
  if (parentId === null || !isChosen(guild.id, parentId, context)) return "notHere";
  const starter = await starterOf(thread);
  if (starter === undefined || answer.id === starter.id || !isPersons(starter) || !isPersons(answer)) return "noAnswer";
  const me = guild.members.me ?? (await guild.members.fetchMe());
  if (!mayAsk(thread, me)) return "mayNotWrite";
  const { store } = solving;
  const post: MarkedPost = {
    guild: guild.id,
    forum: parentId,
    thread: thread.id,
    answer: answer.id,
    asker: store.personHash(starter.author.id),
    answerer: store.personHash(answer.author.id),
  };
  const before = await store.solvedPosts.of(thread.id);
  if (before?.answer === answer.id) return "already";
  if (before !== undefined) await withdraw(before, thread.client, context);
  if (!(await store.solvedPosts.add(post))) return "already";
  const m = messagesForText(undefined, guild.preferredLocale, settingsIn(guild.id, context));
  const people = { answer: answer.id, asker: starter.author.id, answerer: answer.author.id };
  try {
    const prompt = await thread.send({
      ...toPayload(renderPrompt(people, { asker: false, answerer: false }, m)),
      allowedMentions: { users: [...new Set([people.asker, people.answerer])], repliedUser: false },
      reply: { messageReference: answer.id, failIfNotExists: false },
      // Another time the same answer is asked about anew.
      nonce: randomBytes(nonceBytes).toString("hex"),
      enforceNonce: true,
    });
    await store.solvedPosts.setPrompt(post, prompt.id);
  } catch (error) {
    await store.solvedPosts.remove(post);
    throw error;
  }
  return "asked";
}

/** Bots cannot agree to anything, and nobody can in the name of a webhook. */
function isPersons({ author, webhookId }: Message): boolean {
  return !author.bot && !author.system && webhookId === null;
}

function mayAsk(thread: AnyThreadChannel, me: GuildMember): boolean {
  return missingToAnswer(thread, me).length === 0 && canReply(thread, me) && thread.locked !== true;
}

/** What came of keeping a post that everybody concerned has agreed to. */
export type Keeping = "kept" | "full" | "unreadable" | "nothing-said" | "withdrawn";

/** Makes a document of a post and its answer, seen by those who may read the forum. */
export async function keepPost(
  post: SolvedPostRow,
  thread: AnyThreadChannel,
  context: SolvingContext & Pick<Solving, "store" | "documents">,
): Promise<Keeping> {
  const { store, documents, settings } = context;
  const said = await conversationOfAnswer(thread, post.answer, { settings, personHash: store.personHash });
  if (said === undefined) return "nothing-said";
  const closed = closedChannelOf(thread);
  const channels = closed === undefined ? undefined : [closed];
  const staging = await documents.stage(
    post.guild,
    conversationDocument(said, { by: post.answerer, wish: {}, channels }),
  );
  if (staging.kind !== "staged") return staging.kind === "full" ? "full" : "unreadable";
  const { id, key } = staging.document;
  // From here on whoever withdraws the post finds the document by its key.
  if (!(await store.solvedPosts.setDocument(post, key))) {
    await documents.discard(post.guild, id);
    const other = await store.solvedPosts.of(post.thread);
    // Where both agree in the same moment, one of the two has it made.
    return other?.answer === post.answer && other.document !== null ? "kept" : "withdrawn";
  }
  let adding: Adding | undefined;
  try {
    adding = await documents.add(post.guild, id);
  } finally {
    if (adding?.kind !== "added") await store.solvedPosts.clearDocument(post);
  }
  if (adding.kind !== "added") {
    await documents.discard(post.guild, id);
    return adding.kind === "full" ? "full" : "unreadable";
  }
  if ((await store.solvedPosts.of(post.thread))?.document !== key) {
    await documents.remove(post.guild, key);
    return "withdrawn";
  }
  await note(store, "solved-post-added", post, thread.client);
  return "kept";
}

/**
 * Takes a post back: its document goes, and nothing is known of it any more.
 * @param keepsPrompt whether the message that asked stays
 */
export async function withdraw(
  post: PostAnswer,
  client: Client<true>,
  context: SolvingContext,
  keepsPrompt = false,
): Promise<void> {
  const solving = solvingWith(context);
  if (solving === undefined) return;
  const { store, documents } = solving;
  const row = await store.solvedPosts.of(post.thread);
  if (row === undefined || row.answer !== post.answer) return;
  if (row.document !== null) {
    await documents.remove(row.guild, row.document);
    await note(store, "solved-post-removed", row, client);
  }
  await store.solvedPosts.remove(row);
  if (!keepsPrompt && row.prompt !== null) await deletePrompt(row.thread, row.prompt, client);
}

/** The same for all posts that a person has opened or answered. @param person as a keyed hash */
export async function withdrawAllOf(person: string, client: Client<true>, context: SolvingContext): Promise<void> {
  const about = await context.community.store?.personalData.about(person);
  for (const post of about?.solvedPosts ?? []) await withdraw(post, client, context);
}

async function deletePrompt(thread: string, prompt: string, client: Client<true>): Promise<void> {
  try {
    const channel = await client.channels.fetch(thread);
    if (channel?.isTextBased() === true) await changeIn(channel, () => channel.messages.delete(prompt));
  } catch (error) {
    if (!isGone(error) && !isPermissionMissing(error)) throw error;
  }
}

/** Nobody's id is on the list but the bot's: it was no manager who agreed, and titles are the words of people. */
async function note(
  store: Store,
  action: "solved-post-added" | "solved-post-removed",
  { guild, thread }: Pick<SolvedPostRow, "guild" | "thread">,
  client: Client<true>,
): Promise<void> {
  await store.audit.add({ guild, manager: client.user.id, action, detail: thread });
}

/** What to tell where a post could not be kept. */
export function keepingWords(kept: Exclude<Keeping, "kept">, full: string, m: Messages): string {
  const { documents } = m.discord;
  switch (kept) {
    case "full":
      return full;
    case "withdrawn":
      return documents.solved.over;
    case "unreadable":
    case "nothing-said":
      return documents.nothingSaid(false);
  }
}
