import { type Client, Events, Status } from "discord.js";
import { createQueue, type Queue } from "../answering/queue.ts";
import type { Fundstelle } from "../answering/service.ts";
import type { ServerDocuments } from "../documents/servers/server-documents.ts";
import type { AppError } from "../errors.ts";
import type { Log } from "../observability/log.ts";
import { createMetrics, type Metrics } from "../observability/metrics.ts";
import type { Store } from "../store/store.ts";
import { openCommunity } from "./community/community.ts";
import { postDigests, postDueDigests } from "./community/digest.ts";
import { createClient } from "./connection/client.ts";
import { connect, leave, refusalOfCloseCode, type Wait } from "./connection/connect.ts";
import type { PatientShardOptions } from "./connection/patient-shards.ts";
import type { BotContext, BotSettings } from "./context.ts";
import { createSolvedFollowing } from "./documents/follow-solved.ts";
import { listen, type QueuedContext } from "./events.ts";
import { createCooldowns } from "./load/cooldown.ts";
import { createInFlight } from "./load/in-flight.ts";
import { createRecentEvents } from "./load/recent-events.ts";
import { createDeletions } from "./messages/deletions.ts";
import { attendServers } from "./servers.ts";

const closingTimeoutMs = 10_000;

export interface BotParts {
  readonly fundstelle: Fundstelle;
  readonly settings: BotSettings;
  readonly log: Log;
  readonly metrics?: Metrics;
  /** Absent: one of the bot's own. */
  readonly queue?: Queue;
  /** Absent: nothing is stored. */
  readonly store?: Store;
  /** The documents that servers add themselves; absent: they cannot. */
  readonly serverDocuments?: ServerDocuments;
  /** A link to the page of what was asked in a server; absent: there is no such page. */
  readonly insightsLink?: BotContext["insightsLink"];
}

/** A connected bot. */
export interface Bot {
  /** Accepts no new questions, finishes those in progress, and disconnects. */
  close(): Promise<void>;
  /** Resolves when Discord has refused the bot for good while it ran. */
  readonly refused: Promise<AppError>;
  /** Whether the bot is connected. */
  isConnected(): boolean;
  /** Posts the summaries of the week that are due at a time, which it also does by itself. */
  postDigests(now: Date): Promise<void>;
  /** The numbers of the shards that it has. */
  readonly shards: readonly number[];
  /** A value that changes whenever anything arrives over a shard's connection, including heartbeat acknowledgements. */
  signOfLife(shard: number): string;
}

/** How to keep trying while Discord cannot be reached. */
export interface Waiting extends PatientShardOptions {
  /** How to wait between two attempts. */
  readonly pause: Wait;
  /** Aborts the start. */
  readonly signal?: AbortSignal;
}

/**
 * Connects the bot, which answers from then on. @returns undefined if the start was aborted
 * @throws AppError `discord-token-invalid`, `discord-intents-disallowed`, `discord-shards-wrong`,
 * `discord-version-unknown`
 */
export async function startBot(parts: BotParts, token: string, waiting: Waiting): Promise<Bot | undefined> {
  const { settings, log, metrics = createMetrics(), queue = createQueue(parts.settings.queue) } = parts;
  const { pause, signal = new AbortController().signal, ...times } = waiting;
  const cooldowns = createCooldowns(settings.cooldown, parts.store);
  const community = await openCommunity(parts.store, settings.servers, log);
  const shared = parts.store?.shared;
  const recentEvents = createRecentEvents(shared?.claims, (err) =>
    log.warn({ err }, "other processes cannot be asked"),
  );
  const context: QueuedContext = {
    ...parts,
    metrics,
    cooldowns,
    recentEvents,
    queue,
    community,
    isShared: shared !== undefined,
  };
  const inFlight = createInFlight();
  const deletions = createDeletions(context);
  const solved = createSolvedFollowing(context);
  const heard = new Map<number, number>();
  let refuse: (error: AppError) => void = () => undefined;
  const refused = new Promise<AppError>((resolve) => {
    refuse = resolve;
  });
  const create = (): Client => {
    const client = createClient(settings.discord, {
      ...times,
      onClosed: ({ code, shard }) => log.warn({ code, shard }, "connection lost"),
    });
    listen(client, context, { inFlight, deletions });
    attendServers(client, context);
    solved.follow(client);
    postDigests(client, context);
    client.on(Events.Raw, (_packet: unknown, shard: number) => heard.set(shard, (heard.get(shard) ?? 0) + 1));
    client.on(Events.ShardDisconnect, ({ code }) => {
      const error = refusalOfCloseCode(code);
      if (error !== undefined) refuse(error);
    });
    return client;
  };
  const client = await connect(create, token, { log, pause, signal });
  if (client === undefined) {
    await community.close();
    return undefined;
  }
  const isConnected = () => client.isReady() && client.ws.shards.every((shard) => shard.status === Status.Ready);
  metrics.observe({ isConnected, waiting: () => queue.waiting });
  return {
    refused,
    isConnected,
    postDigests: async (now) => {
      if (client.isReady()) await postDueDigests(client, context, now);
    },
    shards: [...client.ws.shards.keys()],
    signOfLife: (shard) => `${heard.get(shard)} ${client.ws.shards.get(shard)?.lastPingTimestamp}`,
    async close() {
      await Promise.all([
        inFlight.close(closingTimeoutMs),
        deletions.close(closingTimeoutMs),
        solved.close(closingTimeoutMs),
      ]);
      await leave(client);
      await community.close();
    },
  };
}
