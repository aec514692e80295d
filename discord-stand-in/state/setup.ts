import { channelTypes, intents } from "../flags.ts";
import { bitsOf, defaultPermissions, type Permission } from "./permissions.ts";
import { channelJson, guildJson, memberJson, roleJson, userJson } from "./serialize.ts";
import type { Channel, Guild, Role, User } from "./state.ts";
import type { World } from "./world.ts";

/** Making guilds, channels, people and roles, with the events that Discord sends for it. */

export interface UserOptions {
  readonly bot?: boolean;
  readonly locale?: string;
  readonly dms?: "open" | "closed";
}

export interface GuildOptions {
  readonly locale?: string;
  /** Whether the bot is a member; true by default. */
  readonly withBot?: boolean;
  /** What everyone may; all but managing by default. */
  readonly everyone?: readonly Permission[];
}

export function addUser(world: World, name: string, options: UserOptions): User {
  const user: User = {
    id: world.newId(),
    username: name,
    bot: options.bot ?? false,
    locale: options.locale ?? "en-US",
    dms: options.dms ?? "open",
  };
  world.users.set(user.id, user);
  return user;
}

export function addGuild(world: World, name: string, options: GuildOptions): Guild {
  const id = world.newId();
  const owner = addUser(world, `owner-of-${name}`, {});
  const now = world.clock.now();
  const everyone: Role = {
    id,
    guildId: id,
    name: "@everyone",
    permissions: bitsOf(options.everyone ?? defaultPermissions),
    position: 0,
  };
  const guild: Guild = {
    id,
    name,
    ownerId: owner.id,
    locale: options.locale ?? "en-US",
    systemChannelId: undefined,
    roles: new Map([[id, everyone]]),
    members: new Map([[owner.id, { userId: owner.id, roleIds: [], joinedAt: now }]]),
  };
  world.guilds.set(id, guild);
  if (options.withBot ?? true) {
    guild.members.set(world.bot.id, { userId: world.bot.id, roleIds: [], joinedAt: now });
    world.publish({ t: "GUILD_CREATE", d: guildJson(world, guild), intents: intents.guilds, guildId: id });
  }
  return guild;
}

export interface ChannelOptions {
  /** The chat of a voice channel is one that threads cannot be opened in. "text" by default. */
  readonly type?: "text" | "voice" | "announcement" | "forum";
}

export function addChannel(world: World, guild: Guild, name: string, options: ChannelOptions = {}): Channel {
  const channel: Channel = {
    id: world.newId(),
    type: channelTypes[options.type ?? "text"],
    guildId: guild.id,
    name,
    parentId: undefined,
    recipientId: undefined,
    thread: undefined,
    overwrites: new Map(),
    messages: new Map(),
    createdAt: world.clock.now(),
  };
  world.channels.set(channel.id, channel);
  publishChannel(world, channel, "CHANNEL_CREATE");
  return channel;
}

/** Tells the bot of a channel: also of one that it may not view, as Discord does. */
function publishChannel(
  world: World,
  channel: Channel,
  t: "CHANNEL_CREATE" | "CHANNEL_UPDATE" | "CHANNEL_DELETE",
): void {
  world.publish({ t, d: channelJson(world, channel), intents: intents.guilds, guildId: channel.guildId });
}

export function deleteChannel(world: World, channel: Channel): void {
  if (channel.thread) {
    world.publish({
      t: "THREAD_DELETE",
      d: { id: channel.id, guild_id: channel.guildId, parent_id: channel.parentId, type: channel.type },
      intents: intents.guilds,
      guildId: channel.guildId,
      channelId: channel.id,
    });
  } else publishChannel(world, channel, "CHANNEL_DELETE");
  world.channels.delete(channel.id);
  for (const each of world.channels.values()) if (each.parentId === channel.id) world.channels.delete(each.id);
}

export function addRole(
  world: World,
  guild: Guild,
  name: string,
  permissions: readonly Permission[],
  botId?: string,
): Role {
  const role: Role = {
    id: world.newId(),
    guildId: guild.id,
    name,
    permissions: bitsOf(permissions),
    position: guild.roles.size,
    ...(botId === undefined ? {} : { botId }),
  };
  guild.roles.set(role.id, role);
  publishRole(world, role, "GUILD_ROLE_CREATE");
  return role;
}

export function setRolePermissions(world: World, role: Role, permissions: readonly Permission[]): void {
  role.permissions = bitsOf(permissions);
  publishRole(world, role, "GUILD_ROLE_UPDATE");
}

function publishRole(world: World, role: Role, t: "GUILD_ROLE_CREATE" | "GUILD_ROLE_UPDATE"): void {
  world.publish({
    t,
    d: { guild_id: role.guildId, role: roleJson(role) },
    intents: intents.guilds,
    guildId: role.guildId,
  });
}

export function join(world: World, guild: Guild, user: User, roles: readonly Role[]): void {
  const member = { userId: user.id, roleIds: roles.map((role) => role.id), joinedAt: world.clock.now() };
  guild.members.set(user.id, member);
  if (user === world.bot) {
    world.publish({ t: "GUILD_CREATE", d: guildJson(world, guild), intents: intents.guilds, guildId: guild.id });
    return;
  }
  const d = { guild_id: guild.id, ...memberJson(world, member) };
  world.publish({ t: "GUILD_MEMBER_ADD", d, intents: intents.guildMembers, guildId: guild.id });
}

/** Keeps a member from writing for a time. A bot hears of its own time-out whatever its intents. */
export function timeOut(world: World, guild: Guild, user: User, ms: number): void {
  const member = guild.members.get(user.id);
  if (!member) throw new Error(`${user.username} is not in ${guild.name}`);
  member.timedOutUntil = world.clock.now() + ms;
  const d = { guild_id: guild.id, ...memberJson(world, member) };
  const needed = user === world.bot ? intents.guilds : intents.guildMembers;
  world.publish({ t: "GUILD_MEMBER_UPDATE", d, intents: needed, guildId: guild.id });
}

export function leave(world: World, guild: Guild, user: User): void {
  guild.members.delete(user.id);
  if (user === world.bot) {
    world.publish({ t: "GUILD_DELETE", d: { id: guild.id }, intents: intents.guilds, guildId: guild.id });
    return;
  }
  const d = { guild_id: guild.id, user: userJson(user) };
  world.publish({ t: "GUILD_MEMBER_REMOVE", d, intents: intents.guildMembers, guildId: guild.id });
}

/** Lays an overwrite over a channel: what it names is allowed or denied from now on. */
export function overwrite(
  world: World,
  channel: Channel,
  target: { id: string; kind: "role" | "member" },
  change: { allow?: readonly Permission[]; deny?: readonly Permission[] },
): void {
  const entry = channel.overwrites.get(target.id) ?? { ...target, allow: 0n, deny: 0n };
  const [allow, deny] = [bitsOf(change.allow ?? []), bitsOf(change.deny ?? [])];
  entry.allow = (entry.allow & ~deny) | allow;
  entry.deny = (entry.deny & ~allow) | deny;
  channel.overwrites.set(target.id, entry);
  publishChannel(world, channel, "CHANNEL_UPDATE");
}
