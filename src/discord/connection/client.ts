import { Client, GatewayIntentBits, Options, Partials } from "discord.js";
import type { DiscordSettings } from "../../config/discord-settings.ts";
import { defined } from "../../defined.ts";
import { noMentions } from "../render/parts/layout.ts";
import { createPatientShards, type PatientShardOptions } from "./patient-shards.ts";
import { createRequests, requestTimeoutMs } from "./requests.ts";

const hour = 3600;

/** A client that requests only what it needs and keeps nothing else. */
export function createClient(
  { messageContentIntent, apiUrl, shards }: Pick<DiscordSettings, "messageContentIntent" | "apiUrl" | "shards">,
  waiting: PatientShardOptions = {},
): Client {
  return new Client({
    ...(shards === "auto" ? { shards } : { shards: [...shards.ids], shardCount: shards.count }),
    ws: { buildStrategy: (manager) => createPatientShards(manager, waiting) },
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(messageContentIntent ? [GatewayIntentBits.MessageContent, GatewayIntentBits.GuildMessageReactions] : []),
    ],
    // Direct messages come from channels that are not cached, and deletions concern messages that are not cached.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [...noMentions.parse], repliedUser: noMentions.repliedUser },
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 100, keepOverLimit: (member) => member.id === member.client.user.id },
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 1000, keepOverLimit: (user) => user.id === user.client.user?.id },
      VoiceStateManager: 0,
    }),
    sweepers: {
      threads: { interval: hour, lifetime: 4 * hour },
      users: { interval: hour, filter: () => (user) => user.id !== user.client.user?.id },
      guildMembers: { interval: hour, filter: () => (member) => member.id !== member.client.user.id },
    },
    rest: {
      invalidRequestWarningInterval: 100,
      makeRequest: createRequests(),
      // Requests are retried by `createRequests`, since the library would retry even those that must not be sent twice.
      retries: 0,
      timeout: requestTimeoutMs,
      ...defined({ api: apiUrl }),
    },
  });
}
