import { intents } from "../flags.ts";
import { memberJson } from "./serialize.ts";
import type { Channel, Message, User } from "./state.ts";
import type { World } from "./world.ts";

/** Reactions to messages, each with the event that Discord sends for it. */

export function addReaction(world: World, message: Message, user: User, emoji: string): void {
  const channel = openChannelOf(world, message, user);
  const people = message.reactions.get(emoji) ?? new Set();
  if (people.has(user.id)) return;
  // An emoji that is there already may be added without the permission.
  if (people.size === 0 && !world.may(channel, user.id, "AddReactions"))
    throw new Error(`${user.username} may not react in ${channel.name}`);
  message.reactions.set(emoji, people.add(user.id));
  const member = world.memberOf(channel, user.id);
  publish(world, channel, "MESSAGE_REACTION_ADD", {
    ...fields(message, user, emoji),
    message_author_id: message.author.id,
    ...(member ? { member: memberJson(world, member) } : {}),
  });
}

export function removeReaction(world: World, message: Message, user: User, emoji: string): void {
  const channel = openChannelOf(world, message, user);
  const people = message.reactions.get(emoji);
  if (people?.delete(user.id) !== true) throw new Error(`${user.username} has not reacted with ${emoji}`);
  if (people.size === 0) message.reactions.delete(emoji);
  publish(world, channel, "MESSAGE_REACTION_REMOVE", fields(message, user, emoji));
}

function openChannelOf(world: World, message: Message, user: User): Channel {
  const channel = world.channels.get(message.channelId);
  if (!channel || !world.sees(user.id, message)) throw new Error(`${user.username} does not see this message`);
  if (channel.thread?.archived) throw new Error(`${channel.name} is archived`);
  return channel;
}

function fields(message: Message, user: User, emoji: string) {
  return {
    user_id: user.id,
    channel_id: message.channelId,
    message_id: message.id,
    ...(message.guildId === undefined ? {} : { guild_id: message.guildId }),
    emoji: { id: null, name: emoji },
    burst: false,
    type: 0,
  };
}

function publish(
  world: World,
  channel: Channel,
  t: "MESSAGE_REACTION_ADD" | "MESSAGE_REACTION_REMOVE",
  d: ReturnType<typeof fields> & Readonly<Record<string, unknown>>,
): void {
  // A direct message's reactions have an intent of their own, which no bot here asks for.
  if (channel.guildId === undefined) return;
  world.publish({ t, d, intents: intents.guildMessageReactions, guildId: channel.guildId, channelId: channel.id });
}
