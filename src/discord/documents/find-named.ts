import {
  type AnyThreadChannel,
  ChannelType,
  GuildMember,
  type GuildTextBasedChannel,
  type Message,
  PermissionFlagsBits,
  type RepliableInteraction,
} from "discord.js";
import { isGone, isPermissionMissing } from "../connection/discord-errors.ts";

const link = /^<?https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/(\d{1,20})\/(\d{1,20})(?:\/(\d{1,20}))?\/?>?$/u;

/** A message or a thread that somebody has named. */
export type Named = { readonly message: Message } | { readonly thread: AnyThreadChannel };

/** What a link leads to, if it is in the server and whoever gives it may read it. */
export async function findNamed(
  interaction: RepliableInteraction,
  text: string,
): Promise<Named | "bad-link" | "not-visible"> {
  const [, guildId, channelId = "", messageId] = link.exec(text.trim()) ?? [];
  if (guildId === undefined || guildId !== interaction.guildId || interaction.guild === null) return "bad-link";
  try {
    const channel = await interaction.guild.channels.fetch(channelId);
    if (channel?.isTextBased() !== true) return "not-visible";
    if (!(await mayRead(interaction, channel))) return "not-visible";
    if (messageId === undefined) return channel.isThread() ? { thread: channel } : "bad-link";
    const message = await channel.messages.fetch(messageId);
    return threadOrMessage(message);
  } catch (error) {
    if (isGone(error) || isPermissionMissing(error)) return "not-visible";
    throw error;
  }
}

/** The thread that a message begins, if it does: all of that is meant then. */
export function threadOrMessage(message: Message): Named {
  const { channel } = message;
  if (channel.isThread() && channel.id === message.id) return { thread: channel };
  return message.thread === null ? { message } : { thread: message.thread };
}

async function mayRead(interaction: RepliableInteraction, channel: GuildTextBasedChannel): Promise<boolean> {
  const { member, user, channelId } = interaction;
  if (channel.id === channelId) return true;
  if (!(member instanceof GuildMember)) return false;
  const own = channel.permissionsFor(member);
  if (!own.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory])) return false;
  if (!channel.isThread() || channel.type !== ChannelType.PrivateThread || own.has(PermissionFlagsBits.ManageThreads))
    return true;
  return (await channel.members.fetch()).has(user.id);
}
