import type { Channel, Guild, Member } from "./state.ts";

/** Discord's permission bits, as far as the stand-in knows them. */
export const permissionBits = {
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  AddReactions: 1n << 6n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  Connect: 1n << 20n,
  UseApplicationCommands: 1n << 31n,
  ManageThreads: 1n << 34n,
  CreatePublicThreads: 1n << 35n,
  SendMessagesInThreads: 1n << 38n,
} as const;

export type Permission = keyof typeof permissionBits;

/** What a new guild gives to everyone: all of the above but the managing ones. */
export const defaultPermissions: readonly Permission[] = [
  "AddReactions",
  "ViewChannel",
  "SendMessages",
  "EmbedLinks",
  "AttachFiles",
  "ReadMessageHistory",
  "MentionEveryone",
  "Connect",
  "UseApplicationCommands",
  "CreatePublicThreads",
  "SendMessagesInThreads",
];

export function bitsOf(names: readonly Permission[]): bigint {
  return names.reduce((bits, name) => bits | permissionBits[name], 0n);
}

const everything = bitsOf([
  "Administrator",
  "ManageChannels",
  "ManageGuild",
  "ManageMessages",
  "ManageThreads",
  ...defaultPermissions,
]);

/** The permissions of a member in the whole guild. */
function guildPermissions(guild: Guild, member: Member): bigint {
  if (member.userId === guild.ownerId) return everything;
  let bits = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const id of member.roleIds) bits |= guild.roles.get(id)?.permissions ?? 0n;
  return bits & permissionBits.Administrator ? everything : bits;
}

/**
 * The permissions of a member in a channel: the guild's, then the channel's overwrites for everyone, for the member's
 * roles and for the member, as Discord documents it. `holder` is the channel that has the overwrites: of a thread, its parent.
 */
export function channelPermissions(guild: Guild, member: Member, holder: Channel): bigint {
  const base = guildPermissions(guild, member);
  if (base === everything) return everything;
  let bits = base;
  const apply = (allow: bigint, deny: bigint) => {
    bits = (bits & ~deny) | allow;
  };
  const everyone = holder.overwrites.get(guild.id);
  if (everyone) apply(everyone.allow, everyone.deny);
  const ofRoles = member.roleIds.flatMap((id) => holder.overwrites.get(id) ?? []);
  apply(
    ofRoles.reduce((sum, each) => sum | each.allow, 0n),
    ofRoles.reduce((sum, each) => sum | each.deny, 0n),
  );
  const own = holder.overwrites.get(member.userId);
  if (own) apply(own.allow, own.deny);
  return bits & permissionBits.ViewChannel ? bits : 0n;
}
