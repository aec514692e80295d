import { type GuildMember, type GuildTextBasedChannel, PermissionFlagsBits } from "discord.js";
import type { DiscordMessages } from "../../locales/messages/discord-messages.ts";

/** A permission by the name under which people find it in their settings. */
export type PermissionName = keyof DiscordMessages["permissions"];

/** Why the bot may not write somewhere: a permission, or that it is kept from writing for a time. */
export type Missing = PermissionName | "time-out" | "slow-mode";

/** The permission that an answer in a channel or thread needs and the bot lacks, if any. */
export function missingToAnswer(channel: GuildTextBasedChannel, me: GuildMember): Missing[] {
  if (me.isCommunicationDisabled()) return ["time-out"];
  const own = channel.permissionsFor(me);
  const isThread = channel.isThread();
  return [
    ...(own.has(PermissionFlagsBits.ViewChannel) ? [] : ["view" as const]),
    ...(!channel.isVoiceBased() || own.has(PermissionFlagsBits.Connect) ? [] : ["connect" as const]),
    ...(isThread || own.has(PermissionFlagsBits.SendMessages) ? [] : ["send" as const]),
    ...(!isThread || own.has(PermissionFlagsBits.SendMessagesInThreads) ? [] : ["sendInThreads" as const]),
  ];
}

/** Whether an answer can be a reply: Discord asks for the history there. */
export function canReply(channel: GuildTextBasedChannel, me: GuildMember): boolean {
  return channel.permissionsFor(me).has(PermissionFlagsBits.ReadMessageHistory);
}

export function canOpenThread(channel: GuildTextBasedChannel, me: GuildMember): boolean {
  return channel
    .permissionsFor(me)
    .has([
      PermissionFlagsBits.CreatePublicThreads,
      PermissionFlagsBits.SendMessagesInThreads,
      PermissionFlagsBits.ReadMessageHistory,
    ]);
}

/** Whether many messages can be deleted at once; few hosts give us that, and nothing depends on it. */
export function mayDeleteInBulk(channel: GuildTextBasedChannel): boolean {
  const me = channel.guild.members.me;
  return me !== null && channel.permissionsFor(me).has(PermissionFlagsBits.ManageMessages);
}

/** What the invite asks for: to see, to answer in channels and threads, to open a thread for an answer. */
export const invitePermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.ReadMessageHistory;
