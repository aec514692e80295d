import type { JsonObject } from "../json.ts";
import { channelJson, memberJson, messageJson, userJson } from "../state/serialize.ts";
import type { Channel, Command, Message, User } from "../state/state.ts";
import type { World } from "../state/world.ts";
import { Interaction } from "./interaction.ts";

export interface InteractionOptions {
  /** The person's language; that of the user by default. */
  readonly locale?: string;
  /** The server's language; that of the guild by default. */
  readonly guildLocale?: string;
}

interface NewInteraction extends InteractionOptions {
  readonly user: User;
  readonly channel: Channel;
  readonly type: number;
  readonly data: JsonObject;
  readonly source?: Message | undefined;
  readonly command?: Command | undefined;
}

/** Sends an interaction to the bot and watches over its 3 seconds. */
export function interact(world: World, from: NewInteraction): Interaction {
  const { user, channel, source } = from;
  const id = world.newId();
  const token = `token-${id}`;
  const guild = world.guildOf(channel);
  const member = guild?.members.get(user.id);
  const payload: JsonObject = {
    id,
    token,
    application_id: world.applicationId,
    type: from.type,
    version: 1,
    data: from.data,
    channel_id: channel.id,
    channel: {
      ...channelJson(world, channel),
      ...(guild ? { permissions: world.permissions(channel, user.id).toString() } : {}),
    },
    locale: from.locale ?? user.locale,
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
    app_permissions: world.permissions(channel, world.bot.id).toString(),
    context: guild ? 0 : 1,
    authorizing_integration_owners: { "0": guild ? guild.id : "0" },
    ...(guild && member
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: from.guildLocale ?? guild.locale, features: [] },
          guild_locale: from.guildLocale ?? guild.locale,
          member: { ...memberJson(world, member), permissions: world.permissions(channel, user.id).toString() },
        }
      : { user: userJson(user) }),
    ...(source ? { message: messageJson(world, source) } : {}),
  };
  const interaction = new Interaction(world.hub, {
    id,
    token,
    type: from.type,
    user,
    channel,
    source,
    command: from.command,
    createdAt: world.clock.now(),
    payload,
  });
  world.interactions.set(id, interaction);
  if (world.interactions.size > world.settings.keep) {
    const [oldest] = world.interactions.keys();
    if (oldest !== undefined) world.interactions.delete(oldest);
  }
  interaction.deadline = world.clock.after(world.settings.interactionTimeoutMs, () => {
    if (interaction.firstResponse === undefined) interaction.fail();
  });
  world.publish({ t: "INTERACTION_CREATE", d: payload, intents: 0, guildId: channel.guildId, brings: id });
  world.hub.tell("interaction", interaction);
  return interaction;
}
