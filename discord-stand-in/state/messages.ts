import type { AllowedMentions, Component, Embed } from "../bodies.ts";
import { channelTypes, intents, messageFlags, messageTypes } from "../flags.ts";
import { resolveMentions } from "./mentions.ts";
import { channelJson, memberJsonWithoutUser, messageJsonFor, threadMemberJson } from "./serialize.ts";
import type { Attachment, Channel, Message, User } from "./state.ts";
import type { World } from "./world.ts";

/** Changes to messages and threads, each with the events that Discord sends for it. */

export interface NewMessage {
  readonly author: User;
  readonly content?: string | undefined;
  readonly embeds?: readonly Embed[] | undefined;
  readonly components?: readonly Component[] | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  readonly flags?: number | undefined;
  readonly allowedMentions?: AllowedMentions | undefined;
  readonly replyTo?: string | undefined;
  readonly forwarded?: Message | undefined;
  readonly type?: number | undefined;
  readonly interaction?: Message["interaction"];
  readonly originalResponseId?: string | undefined;
  readonly ephemeralFor?: string | undefined;
  readonly nonce?: string | number | undefined;
  readonly webhookId?: string | undefined;
  readonly poll?: Message["poll"];
  /** The id of the thread that the message begins, in a forum. */
  readonly id?: string | undefined;
}

const keepMessages = 5000;

export function createMessage(world: World, channel: Channel, from: NewMessage): Message {
  const replied = from.replyTo === undefined ? undefined : channel.messages.get(from.replyTo);
  const components = numbered(from.components ?? []);
  const content = from.content ?? "";
  const text = [content, ...textsOf(components)].join("\n");
  const message: Message = {
    id: from.id ?? world.newId(),
    channelId: channel.id,
    guildId: channel.guildId,
    author: from.author,
    type: from.type ?? (from.replyTo === undefined ? messageTypes.regular : messageTypes.reply),
    content,
    embeds: from.embeds ?? [],
    components,
    attachments: from.attachments ?? [],
    flags: from.flags ?? 0,
    mentions: resolveMentions(world, channel, from.author.id, text, from.allowedMentions, replied),
    createdAt: world.clock.now(),
    editedAt: undefined,
    replyTo: from.replyTo,
    forwarded: from.forwarded,
    interaction: from.interaction,
    originalResponseId: from.originalResponseId,
    ephemeralFor: from.ephemeralFor,
    threadId: undefined,
    nonce: from.nonce,
    webhookId: from.webhookId,
    poll: from.poll,
    reactions: new Map(),
    deleted: false,
  };
  if (channel.thread?.archived) archiveThread(world, channel, { archived: false });
  if (channel.thread && !channel.thread.memberIds.has(from.author.id)) channel.thread.memberIds.add(from.author.id);
  channel.messages.set(message.id, message);
  if (channel.messages.size > keepMessages) {
    const [oldest] = channel.messages.keys();
    if (oldest !== undefined) channel.messages.delete(oldest);
  }
  publishMessage(world, channel, message, "MESSAGE_CREATE");
  world.hub.tell("message", message);
  return message;
}

export interface MessageChange {
  readonly content?: string | undefined;
  readonly embeds?: readonly Embed[] | undefined;
  readonly components?: readonly Component[] | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  readonly flags?: number | undefined;
  readonly allowedMentions?: AllowedMentions | undefined;
}

export function editMessage(world: World, message: Message, change: MessageChange): void {
  const channel = world.channels.get(message.channelId);
  if (change.content !== undefined) message.content = change.content;
  if (change.embeds !== undefined) message.embeds = change.embeds;
  if (change.components !== undefined) message.components = numbered(change.components);
  if (change.attachments !== undefined) message.attachments = change.attachments;
  if (change.flags !== undefined) message.flags = change.flags;
  if (channel && (change.content !== undefined || change.components !== undefined)) {
    const replied = message.replyTo === undefined ? undefined : channel.messages.get(message.replyTo);
    const stillPinged = replied && message.mentions.userIds.includes(replied.author.id) ? replied : undefined;
    const text = [message.content, ...textsOf(message.components)].join("\n");
    const allowed =
      stillPinged && change.allowedMentions
        ? { ...change.allowedMentions, replied_user: true }
        : change.allowedMentions;
    message.mentions = resolveMentions(world, channel, message.author.id, text, allowed, stillPinged);
  }
  const wasLoading = (message.flags & messageFlags.loading) !== 0;
  message.flags &= ~messageFlags.loading;
  if (!wasLoading) message.editedAt = world.clock.now();
  if (channel) publishMessage(world, channel, message, "MESSAGE_UPDATE");
  world.hub.tell("message-edited", message);
}

export function deleteMessage(world: World, message: Message): void {
  const channel = world.channels.get(message.channelId);
  message.deleted = true;
  channel?.messages.delete(message.id);
  if (channel && message.ephemeralFor === undefined) {
    world.publish({
      t: "MESSAGE_DELETE",
      d: {
        id: message.id,
        channel_id: channel.id,
        ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
      },
      intents: channel.guildId === undefined ? intents.directMessages : intents.guildMessages,
      guildId: channel.guildId,
      channelId: channel.id,
    });
  }
  world.hub.tell("message-deleted", message);
}

/** Deletes many messages of a channel at once, as moderators and their bots do. */
export function deleteMessages(world: World, channel: Channel, messages: readonly Message[]): void {
  for (const message of messages) {
    message.deleted = true;
    channel.messages.delete(message.id);
  }
  world.publish({
    t: "MESSAGE_DELETE_BULK",
    d: {
      ids: messages.map(({ id }) => id),
      channel_id: channel.id,
      ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
    },
    intents: intents.guildMessages,
    guildId: channel.guildId,
    channelId: channel.id,
  });
  for (const message of messages) world.hub.tell("message-deleted", message);
}

function publishMessage(
  world: World,
  channel: Channel,
  message: Message,
  t: "MESSAGE_CREATE" | "MESSAGE_UPDATE",
): void {
  // Only the person whom an ephemeral message is for learns of it.
  if (message.ephemeralFor !== undefined) return;
  const member = world.memberOf(channel, message.author.id);
  const guildFields =
    channel.guildId === undefined
      ? {}
      : { guild_id: channel.guildId, ...(member ? { member: memberJsonWithoutUser(member) } : {}) };
  world.publish({
    t,
    d: (bits) => ({ ...messageJsonFor(world, message, bits), ...guildFields }),
    intents: channel.guildId === undefined ? intents.directMessages : intents.guildMessages,
    guildId: channel.guildId,
    channelId: channel.id,
    ...(t === "MESSAGE_CREATE" ? { brings: message.id } : {}),
  });
}

export interface NewThread {
  readonly name: string;
  readonly owner: User;
  readonly from: Message | undefined;
  readonly type?: number | undefined;
  readonly autoArchiveMinutes?: number | undefined;
}

export function createThread(world: World, parent: Channel, from: NewThread): Channel {
  const thread: Channel = {
    id: from.from?.id ?? world.newId(),
    type: from.type ?? channelTypes.publicThread,
    guildId: parent.guildId,
    name: from.name,
    parentId: parent.id,
    recipientId: undefined,
    thread: {
      ownerId: from.owner.id,
      archived: false,
      locked: false,
      autoArchiveMinutes: from.autoArchiveMinutes ?? 1440,
      memberIds: new Set([from.owner.id]),
    },
    overwrites: new Map(),
    messages: new Map(),
    createdAt: world.clock.now(),
  };
  world.channels.set(thread.id, thread);
  publishThread(world, thread, "THREAD_CREATE");
  if (from.from) {
    from.from.threadId = thread.id;
    from.from.flags |= messageFlags.hasThread;
    publishMessage(world, parent, from.from, "MESSAGE_UPDATE");
  }
  world.hub.tell("thread", thread);
  return thread;
}

export function archiveThread(world: World, channel: Channel, to: { archived?: boolean; locked?: boolean }): void {
  if (!channel.thread) throw new Error(`${channel.name} is not a thread`);
  channel.thread.archived = to.archived ?? channel.thread.archived;
  channel.thread.locked = to.locked ?? channel.thread.locked;
  publishThread(world, channel, "THREAD_UPDATE");
}

function publishThread(world: World, thread: Channel, t: "THREAD_CREATE" | "THREAD_UPDATE"): void {
  const fresh = t === "THREAD_CREATE" ? { newly_created: true } : {};
  const joined = thread.thread?.memberIds.has(world.bot.id) ? { member: threadMemberJson(thread, world.bot.id) } : {};
  world.publish({
    t,
    d: { ...channelJson(world, thread), ...joined, ...fresh },
    intents: intents.guilds,
    guildId: thread.guildId,
    channelId: thread.id,
  });
}

/** Gives every component without one the next free number as id, as Discord does. */
export function numbered(components: readonly Component[]): Component[] {
  const taken = new Set(flatten(components).flatMap((component) => component.id || []));
  let next = 1;
  const number = (component: Component): Component => {
    while (taken.has(next)) next++;
    const id = component.id || next++;
    return {
      ...component,
      id,
      ...(component.components ? { components: component.components.map(number) } : {}),
      ...(component.accessory ? { accessory: number(component.accessory) } : {}),
      ...(component.component ? { component: number(component.component) } : {}),
    };
  };
  return components.map(number);
}

/** All components, nested ones included, in the order in which they are shown. */
export function flatten(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...flatten(component.components ?? []),
    ...(component.accessory ? flatten([component.accessory]) : []),
    ...(component.component ? flatten([component.component]) : []),
  ]);
}

/** The texts of all text displays. */
export function textsOf(components: readonly Component[]): string[] {
  return flatten(components).flatMap((component) => component.content ?? []);
}
