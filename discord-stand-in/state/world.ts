import { channelTypes } from "../flags.ts";
import type { JsonObject } from "../json.ts";
import type { Settings } from "../options.ts";
import { Hub } from "../people/hub.ts";
import type { Interaction } from "../people/interaction.ts";
import { Clock } from "./clock.ts";
import { channelPermissions, type Permission, permissionBits } from "./permissions.ts";
import { createSnowflakes } from "./snowflake.ts";
import type { Attachment, Channel, Command, Guild, Member, Message, User } from "./state.ts";

/** One dispatch of the gateway, before it is known who gets it. */
export interface GatewayEvent {
  readonly t: string;
  /** The data, or how it looks to a session with these intents. */
  readonly d: JsonObject | ((intents: number) => JsonObject);
  /** A session needs one of these bits; 0: everyone gets it. */
  readonly intents: number;
  readonly guildId: string | undefined;
  /** Only for sessions whose bot may view this channel. */
  readonly channelId?: string;
  /** The id of the interaction or message that it brings. */
  readonly brings?: string;
}

/** Everything that the stand-in remembers, with look-ups; the changes are in `messages.ts` and `setup.ts`. */
export class World {
  readonly settings: Settings;
  readonly clock = new Clock();
  readonly hub: Hub;
  readonly newId: () => string;
  readonly bot: User;
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly commands = new Map<string, Command>();
  readonly interactions = new Map<string, Interaction>();
  /** Files that people have given to a command, by their ids. */
  readonly uploads = new Map<string, Attachment>();
  /** Set by the gateway. */
  publish: (event: GatewayEvent) => void = () => undefined;
  /** Set when the server listens; ends without a slash. */
  origin = "";

  constructor(settings: Settings) {
    this.settings = settings;
    this.hub = new Hub(settings.waitMs);
    this.newId = createSnowflakes(this.clock);
    this.bot = { id: this.newId(), username: settings.botName, bot: true, locale: "en-US", dms: "open" };
    this.users.set(this.bot.id, this.bot);
  }

  /** The application's id; Discord gives the bot user of an application the same one. */
  get applicationId(): string {
    return this.bot.id;
  }

  guildOf(channel: Channel): Guild | undefined {
    return channel.guildId === undefined ? undefined : this.guilds.get(channel.guildId);
  }

  memberOf(channel: Channel, userId: string): Member | undefined {
    return this.guildOf(channel)?.members.get(userId);
  }

  /** The permission bits of a user in a channel; in a direct message, all that make sense there. */
  permissions(channel: Channel, userId: string): bigint {
    const guild = this.guildOf(channel);
    if (!guild) {
      const inside = channel.recipientId === userId || userId === this.bot.id;
      return inside ? directMessagePermissions : 0n;
    }
    const member = guild.members.get(userId);
    if (!member) return 0n;
    const holder = channel.thread ? this.channels.get(channel.parentId ?? "") : channel;
    return holder ? channelPermissions(guild, member, holder) : 0n;
  }

  may(channel: Channel, userId: string, permission: Permission): boolean {
    return (this.permissions(channel, userId) & permissionBits[permission]) !== 0n;
  }

  /** Whether the user may write: in a thread that is a permission of its own. */
  maySend(channel: Channel, userId: string): boolean {
    const until = this.guildOf(channel)?.members.get(userId)?.timedOutUntil ?? 0;
    if (until > this.clock.now()) return false;
    if (channel.type === channelTypes.voice && !this.may(channel, userId, "Connect")) return false;
    return this.may(channel, userId, channel.thread ? "SendMessagesInThreads" : "SendMessages");
  }

  /** Where a message is, or undefined when it is gone. */
  message(channelId: string, messageId: string): Message | undefined {
    return this.channels.get(channelId)?.messages.get(messageId);
  }

  /** Whether a person sees a message: never somebody else's ephemeral one. */
  sees(userId: string, message: Message): boolean {
    const channel = this.channels.get(message.channelId);
    if (!channel || message.deleted || !this.may(channel, userId, "ViewChannel")) return false;
    return message.ephemeralFor === undefined || message.ephemeralFor === userId;
  }

  /** The direct-message channel of the bot with a user, opened if need be. */
  directChannel(user: User): Channel {
    for (const channel of this.channels.values()) if (channel.recipientId === user.id) return channel;
    const channel: Channel = {
      id: this.newId(),
      type: channelTypes.dm,
      guildId: undefined,
      name: user.username,
      parentId: undefined,
      recipientId: user.id,
      thread: undefined,
      overwrites: new Map(),
      messages: new Map(),
      createdAt: this.clock.now(),
    };
    this.channels.set(channel.id, channel);
    return channel;
  }
}

const directMessagePermissions =
  permissionBits.ViewChannel |
  permissionBits.SendMessages |
  permissionBits.EmbedLinks |
  permissionBits.AttachFiles |
  permissionBits.ReadMessageHistory |
  permissionBits.AddReactions |
  permissionBits.UseApplicationCommands;
