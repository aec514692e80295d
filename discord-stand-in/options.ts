import type { PrivilegedIntent } from "./flags.ts";

export interface RateLimit {
  readonly limit: number;
  readonly windowMs: number;
}

export interface StandInOptions {
  /** The only token that is let in. */
  readonly token?: string;
  /** The port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** Where Discord's OpenAPI description lies; without it that one check is skipped, and `schemaCheck` says so. */
  readonly openApiFile?: string | undefined;
  /** The privileged intents that are switched on in the developer portal; all by default. */
  readonly allowedIntents?: readonly PrivilegedIntent[];
  /** Within which time an interaction needs its first response. 3,000 by default. */
  readonly interactionTimeoutMs?: number;
  /** How long an interaction's token is good. 900,000 by default. */
  readonly tokenLifeMs?: number;
  /** 41,250 by default. A session that beats slower than half as much again is closed with 4009. */
  readonly heartbeatIntervalMs?: number;
  /** For every route of its own (and channel, webhook or guild): 1,000 requests a second by default. */
  readonly routeLimit?: RateLimit;
  /** For messages created in one channel; as `routeLimit` by default. Discord's own is 5 in 5,000 ms. */
  readonly messageLimit?: RateLimit;
  /** Over all routes but interactions; none by default. Discord's own is 50 in 1,000 ms. */
  readonly globalLimit?: RateLimit;
  /** Whether a message that would ping somebody without `allowed_mentions` counts as a violation. True by default. */
  readonly closedMentions?: boolean;
  /** How long a wait helper waits before it fails. 5,000 by default. */
  readonly waitMs?: number;
  /** How many requests, interactions and events a session are remembered. 10,000 by default. */
  readonly keep?: number;
  /** How many shards a bot is told to take, which may then identify at the same time; 1 by default. */
  readonly recommendedShards?: number;
  /** The bot's name. "Fundstelle" by default. */
  readonly botName?: string;
}

export type Settings = Required<Omit<StandInOptions, "openApiFile" | "messageLimit" | "globalLimit">> & {
  readonly openApiFile: string | undefined;
  readonly messageLimit: RateLimit;
  readonly globalLimit: RateLimit | undefined;
};

export function withDefaults(options: StandInOptions): Settings {
  const routeLimit = options.routeLimit ?? { limit: 1000, windowMs: 1000 };
  return {
    token: options.token ?? "stand-in.token.of-the-bot",
    port: options.port ?? 0,
    openApiFile: options.openApiFile,
    allowedIntents: options.allowedIntents ?? ["guildMembers", "guildPresences", "messageContent"],
    interactionTimeoutMs: options.interactionTimeoutMs ?? 3000,
    tokenLifeMs: options.tokenLifeMs ?? 15 * 60_000,
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    routeLimit,
    messageLimit: options.messageLimit ?? routeLimit,
    globalLimit: options.globalLimit,
    closedMentions: options.closedMentions ?? true,
    waitMs: options.waitMs ?? 5000,
    keep: options.keep ?? 10_000,
    recommendedShards: options.recommendedShards ?? 1,
    botName: options.botName ?? "Fundstelle",
  };
}
