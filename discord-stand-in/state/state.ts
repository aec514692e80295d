import type { CommandBody, Component, Embed } from "../bodies.ts";

/** What the stand-in remembers of Discord. Ids are snowflakes, times milliseconds since the epoch. */

export interface User {
  readonly id: string;
  readonly username: string;
  readonly bot: boolean;
  locale: string;
  /** Closed: a bot that writes to this user gets 50007. */
  dms: "open" | "closed";
}

export interface Role {
  readonly id: string;
  readonly guildId: string;
  readonly name: string;
  permissions: bigint;
  readonly position: number;
  /** The bot whose role it is, made by Discord when that was invited. */
  readonly botId?: string;
}

export interface Member {
  readonly userId: string;
  roleIds: string[];
  readonly joinedAt: number;
  /** Until when the member may not write, in milliseconds since the epoch. */
  timedOutUntil?: number;
}

export interface Overwrite {
  readonly id: string;
  readonly kind: "role" | "member";
  allow: bigint;
  deny: bigint;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  ownerId: string;
  locale: string;
  /** Where Discord announces who joins; none where it is undefined. */
  systemChannelId: string | undefined;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
}

export interface Thread {
  readonly ownerId: string;
  archived: boolean;
  locked: boolean;
  readonly autoArchiveMinutes: number;
  readonly memberIds: Set<string>;
}

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly guildId: string | undefined;
  name: string;
  readonly parentId: string | undefined;
  readonly recipientId: string | undefined;
  readonly thread: Thread | undefined;
  readonly overwrites: Map<string, Overwrite>;
  readonly messages: Map<string, Message>;
  readonly createdAt: number;
}

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly contentType: string | undefined;
  readonly description: string | undefined;
  readonly url: string;
  readonly data: Buffer;
}

export interface Mentions {
  readonly userIds: readonly string[];
  readonly roleIds: readonly string[];
  readonly everyone: boolean;
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly guildId: string | undefined;
  readonly author: User;
  readonly type: number;
  content: string;
  embeds: readonly Embed[];
  components: readonly Component[];
  attachments: readonly Attachment[];
  flags: number;
  /** Whom the message pings: for a bot's message after `allowed_mentions`. */
  mentions: Mentions;
  readonly createdAt: number;
  editedAt: number | undefined;
  readonly replyTo: string | undefined;
  /** The message that this one passes on from elsewhere. */
  readonly forwarded: Message | undefined;
  /** Set on what an interaction brought about. */
  readonly interaction: { id: string; type: number; userId: string; name: string | undefined } | undefined;
  readonly originalResponseId: string | undefined;
  /** The only person who sees an ephemeral message. */
  readonly ephemeralFor: string | undefined;
  threadId: string | undefined;
  readonly nonce: string | number | undefined;
  /** The webhook that has written it. */
  readonly webhookId: string | undefined;
  readonly poll: { readonly question: string; readonly answers: readonly string[] } | undefined;
  /** Who has reacted, by the emoji. */
  readonly reactions: Map<string, Set<string>>;
  deleted: boolean;
}

export interface Command {
  readonly id: string;
  readonly version: string;
  readonly guildId: string | undefined;
  readonly type: number;
  readonly body: CommandBody;
}
