import { channelTypes, intents as intentBits, messageTypes } from "../flags.ts";
import type { JsonObject } from "../json.ts";
import type { Attachment, Channel, Command, Guild, Member, Message, Role, User } from "./state.ts";
import type { World } from "./world.ts";

const iso = (ms: number) => new Date(ms).toISOString();

export function userJson(user: User): JsonObject {
  return {
    id: user.id,
    username: user.username,
    discriminator: "0",
    global_name: user.bot ? null : user.username,
    avatar: null,
    bot: user.bot,
    public_flags: 0,
    flags: 0,
  };
}

export function roleJson(role: Role): JsonObject {
  return {
    id: role.id,
    name: role.name,
    permissions: role.permissions.toString(),
    position: role.position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: role.botId !== undefined,
    ...(role.botId === undefined ? {} : { tags: { bot_id: role.botId } }),
    mentionable: false,
    flags: 0,
  };
}

export function memberJson(world: World, member: Member): JsonObject {
  const user = world.users.get(member.userId);
  return { ...memberJsonWithoutUser(member), user: user ? userJson(user) : undefined };
}

export function memberJsonWithoutUser(member: Member): JsonObject {
  return {
    roles: member.roleIds,
    joined_at: iso(member.joinedAt),
    nick: null,
    avatar: null,
    premium_since: null,
    pending: false,
    deaf: false,
    mute: false,
    flags: 0,
    communication_disabled_until: member.timedOutUntil === undefined ? null : iso(member.timedOutUntil),
  };
}

export function channelJson(world: World, channel: Channel): JsonObject {
  const last = [...channel.messages.keys()].at(-1) ?? null;
  const common = { id: channel.id, type: channel.type, last_message_id: last, flags: 0 };
  if (channel.type === channelTypes.dm) {
    const recipient = world.users.get(channel.recipientId ?? "");
    return { ...common, recipients: recipient ? [userJson(recipient)] : [] };
  }
  if (channel.thread) return { ...common, ...threadFields(world, channel) };
  return {
    ...common,
    guild_id: channel.guildId,
    name: channel.name,
    position: 0,
    parent_id: channel.parentId ?? null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    ...(channel.type === channelTypes.voice ? { bitrate: 64_000, user_limit: 0 } : {}),
    permission_overwrites: [...channel.overwrites.values()].map((each) => ({
      id: each.id,
      type: each.kind === "role" ? 0 : 1,
      allow: each.allow.toString(),
      deny: each.deny.toString(),
    })),
  };
}

function threadFields(world: World, channel: Channel): JsonObject {
  const thread = channel.thread;
  if (!thread) return {};
  return {
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    owner_id: thread.ownerId,
    message_count: channel.messages.size,
    total_message_sent: channel.messages.size,
    member_count: thread.memberIds.size,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: iso(channel.createdAt),
      create_timestamp: iso(channel.createdAt),
    },
    ...(thread.memberIds.has(world.bot.id) ? { member: threadMemberJson(channel, world.bot.id) } : {}),
  };
}

export function threadMemberJson(channel: Channel, userId: string): JsonObject {
  return { id: channel.id, user_id: userId, join_timestamp: iso(channel.createdAt), flags: 0 };
}

export function attachmentJson(attachment: Attachment): JsonObject {
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.size,
    content_type: attachment.contentType,
    description: attachment.description,
    url: attachment.url,
    proxy_url: attachment.url,
  };
}

/** A message with all its text: as REST gives it to whom it belongs, and as people see it. */
export function messageJson(world: World, message: Message, depth = 1): JsonObject {
  const mentioned = message.mentions.userIds.flatMap((id) => world.users.get(id) ?? []);
  const replied = message.replyTo === undefined ? undefined : world.message(message.channelId, message.replyTo);
  const channel = world.channels.get(message.channelId);
  const thread = message.threadId === undefined ? undefined : world.channels.get(message.threadId);
  const by = message.interaction ? world.users.get(message.interaction.userId) : undefined;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: userJson(message.author),
    content: message.content,
    embeds: message.embeds.map((embed) => ({ type: "rich", ...embed })),
    components: message.components,
    attachments: message.attachments.map(attachmentJson),
    flags: message.flags,
    timestamp: iso(message.createdAt),
    edited_timestamp: message.editedAt === undefined ? null : iso(message.editedAt),
    mentions: mentioned.map(userJson),
    mention_roles: message.mentions.roleIds,
    mention_everyone: message.mentions.everyone,
    pinned: false,
    tts: false,
    channel_type: channel?.type,
    ...(message.webhookId === undefined ? {} : { webhook_id: message.webhookId }),
    ...(message.reactions.size === 0 ? {} : { reactions: reactionsJson(world, message) }),
    ...(message.poll === undefined ? {} : { poll: pollJson(message.poll) }),
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(thread ? { thread: channelJson(world, thread) } : {}),
    ...(message.replyTo === undefined
      ? {}
      : {
          message_reference: {
            type: 0,
            message_id: message.replyTo,
            channel_id: message.channelId,
            ...(message.guildId === undefined ? {} : { guild_id: message.guildId }),
          },
        }),
    ...(message.forwarded === undefined ? {} : forwardFields(message.forwarded)),
    ...(message.type === messageTypes.reply && depth > 0
      ? { referenced_message: replied ? messageJson(world, replied, 0) : null }
      : {}),
    ...(message.interaction && by
      ? {
          application_id: world.applicationId,
          webhook_id: world.applicationId,
          interaction_metadata: {
            id: message.interaction.id,
            type: message.interaction.type,
            user: userJson(by),
            authorizing_integration_owners: message.guildId === undefined ? {} : { "0": message.guildId },
            ...(message.originalResponseId === undefined
              ? {}
              : { original_response_message_id: message.originalResponseId }),
          },
        }
      : {}),
  };
}

function reactionsJson(world: World, { reactions }: Message): JsonObject[] {
  return [...reactions].map(([name, people]) => ({
    emoji: { id: null, name },
    count: people.size,
    count_details: { burst: 0, normal: people.size },
    burst_colors: [],
    me: people.has(world.bot.id),
    me_burst: false,
  }));
}

function pollJson({ question, answers }: NonNullable<Message["poll"]>): JsonObject {
  return {
    question: { text: question },
    answers: answers.map((text, index) => ({ answer_id: index + 1, poll_media: { text } })),
    expiry: null,
    allow_multiselect: false,
    layout_type: 1,
  };
}

/** What was passed on, as it was then and without its author. */
function forwardFields(message: Message): JsonObject {
  const snapshot = {
    type: message.type,
    content: message.content,
    embeds: [],
    attachments: [],
    components: [],
    flags: message.flags,
    timestamp: iso(message.createdAt),
    edited_timestamp: null,
    mentions: [],
    mention_roles: [],
  };
  return {
    message_reference: { type: 1, message_id: message.id, channel_id: message.channelId },
    message_snapshots: [{ message: snapshot }],
  };
}

/**
 * Whether a bot without the message-content intent still gets the text: its own messages, direct messages,
 * and messages that mention it (a reply that pings it is such a mention).
 */
function isTextOpen(world: World, message: Message): boolean {
  return (
    message.author.id === world.bot.id ||
    message.guildId === undefined ||
    message.mentions.userIds.includes(world.bot.id)
  );
}

const withheld: JsonObject = { content: "", embeds: [], components: [], attachments: [], message_snapshots: undefined };

/** A message as a bot with these intents gets it: what Discord withholds is empty. */
export function messageJsonFor(world: World, message: Message, intents: number): JsonObject {
  const open = (intents & intentBits.messageContent) !== 0;
  const json = messageJson(world, message);
  const replied = message.replyTo === undefined ? undefined : world.message(message.channelId, message.replyTo);
  const referenced =
    replied && !open && !isTextOpen(world, replied)
      ? { referenced_message: { ...messageJson(world, replied, 0), ...withheld } }
      : {};
  return { ...json, ...(open || isTextOpen(world, message) ? {} : withheld), ...referenced };
}

export function commandJson(world: World, command: Command): JsonObject {
  const { body } = command;
  const permissions = body.default_member_permissions;
  return {
    ...body,
    id: command.id,
    application_id: world.applicationId,
    version: command.version,
    type: command.type,
    description: body.description ?? "",
    name_localizations: body.name_localizations ?? null,
    description_localizations: body.description_localizations ?? null,
    default_member_permissions: permissions === undefined || permissions === null ? null : String(permissions),
    nsfw: body.nsfw ?? false,
    ...(command.guildId === undefined
      ? { integration_types: body.integration_types ?? [0], contexts: body.contexts ?? null }
      : { guild_id: command.guildId }),
  };
}

/** The whole guild, as GUILD_CREATE brings it. */
export function guildJson(world: World, guild: Guild): JsonObject {
  const inside = [...world.channels.values()].filter((channel) => channel.guildId === guild.id);
  const visible = inside.filter((channel) => world.may(channel, world.bot.id, "ViewChannel"));
  return {
    ...guildSummaryJson(guild),
    joined_at: iso(guild.members.get(world.bot.id)?.joinedAt ?? world.clock.now()),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [...guild.members.values()].map((member) => memberJson(world, member)),
    channels: inside.filter((channel) => !channel.thread).map((channel) => channelJson(world, channel)),
    threads: visible
      .filter((channel) => channel.thread && !channel.thread.archived)
      .map((channel) => channelJson(world, channel)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The guild without what only the gateway gives. */
export function guildSummaryJson(guild: Guild): JsonObject {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    roles: [...guild.roles.values()].map(roleJson),
    emojis: [],
    stickers: [],
    features: [],
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    premium_subscription_count: 0,
    premium_tier: 0,
    public_updates_channel_id: null,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    system_channel_flags: 0,
    system_channel_id: guild.systemChannelId ?? null,
    vanity_url_code: null,
    verification_level: 0,
    max_members: 500_000,
    region: "deprecated",
  };
}
