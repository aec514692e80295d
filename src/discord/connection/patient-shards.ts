import { setTimeout as pause } from "node:timers/promises";
import {
  type FetchingStrategyOptions,
  type IShardingStrategy,
  managerToFetchingStrategyOptions,
  SimpleContextFetchingStrategy,
  SimpleShardingStrategy,
  type WebSocketManager,
  WebSocketShard,
  type WebSocketShardDestroyOptions,
  WebSocketShardDestroyRecovery,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from "@discordjs/ws";

/** How often in a row a resume without a greeting is retried; after that, the resume address itself may be gone. */
const mostResumes = 8;
/** Close codes after which reconnecting with the same settings is pointless. */
const finalCodes: ReadonlySet<number> = new Set([4004, 4010, 4011, 4012, 4013, 4014]);

/** Thrown where Discord has closed a shard's connection for good. */
export class ShardRefused extends Error {
  readonly closeCode: number;

  constructor(closeCode: number) {
    super(`Discord closed the connection with ${closeCode}`);
    this.name = "ShardRefused";
    this.closeCode = closeCode;
  }
}

/** Time limits and pauses. The bot should be back soon after Discord is. */
export interface ShardTimes {
  /** Before the second attempt; each further pause is twice as long, up to the longest. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** For an answer to the handshake, for Discord's greeting after it, and for the rest of a session that is resumed. */
  readonly handshakeTimeoutMs: number;
  readonly greetingTimeoutMs: number;
  readonly resumeTimeoutMs: number;
}

const usualTimes: ShardTimes = {
  firstPauseMs: 1000,
  longestPauseMs: 15_000,
  handshakeTimeoutMs: 10_000,
  greetingTimeoutMs: 5000,
  resumeTimeoutMs: 20_000,
};

export interface PatientShardOptions extends Partial<ShardTimes> {
  /** Told of every connection that ends. @param closed `code`: 1006 where the connection was cut or refused */
  readonly onClosed?: (closed: { readonly code: number; readonly shard: number }) => void;
}

/** How long to wait before connecting when this many attempts in a row have failed. */
export function pauseAfter(failures: number, { firstPauseMs, longestPauseMs }: ShardTimes = usualTimes): number {
  return failures === 0 ? 0 : Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
}

/**
 * Shards that keep trying by themselves, with growing pauses, until they are connected or Discord refuses them for good.
 * The library's own strategy tries twice a second for ever; its `connect` fails at the first refused handshake while
 * the shard goes on behind it, and it cannot end a shard that is between two attempts.
 */
export function createPatientShards(manager: WebSocketManager, options: PatientShardOptions = {}): IShardingStrategy {
  const { onClosed, ...given } = options;
  const times = { ...usualTimes, ...given };
  let shards = new Map<number, PatientShard>();

  return {
    async spawn(shardIds) {
      const gateway = {
        ...(await managerToFetchingStrategyOptions(manager)),
        handshakeTimeout: times.handshakeTimeoutMs,
        // Measured from the start of the attempt. It must not interrupt a handshake, because the failed socket would
        // then have no error listener and take down the process.
        helloTimeout: times.handshakeTimeoutMs + times.greetingTimeoutMs,
      };
      shards = new Map(shardIds.map((id) => [id, createShard(manager, id, gateway, { ...times, onClosed })]));
    },

    async connect() {
      await Promise.all([...shards.values()].map(({ connect }) => connect()));
    },

    async destroy(how) {
      const all = [...shards.values()];
      shards = new Map();
      await Promise.all(all.map(({ end }) => end(how)));
    },

    async send(shardId, payload) {
      const found = shards.get(shardId);
      if (found === undefined) throw new RangeError(`There is no shard ${shardId}`);
      await found.shard.send(payload);
    },

    async fetchStatus() {
      // The library does not export this type of collection, so one is derived from an instance.
      const statuses = await new SimpleShardingStrategy(manager).fetchStatus();
      for (const [id, { shard }] of shards) statuses.set(id, shard.status);
      return statuses;
    },
  };
}

interface PatientShard {
  readonly shard: WebSocketShard;
  /** Resolves when the shard is connected, however many attempts it takes. @throws ShardRefused */
  connect(): Promise<void>;
  end(how: WebSocketShardDestroyOptions | undefined): Promise<void>;
}

function createShard(
  manager: WebSocketManager,
  id: number,
  options: FetchingStrategyOptions,
  { onClosed, ...times }: ShardTimes & { readonly onClosed: PatientShardOptions["onClosed"] | undefined },
): PatientShard {
  const context = new SimpleContextFetchingStrategy(manager, options);
  const ending = new AbortController();
  let failures = 0;
  /** Whether Discord has greeted us since the last attempt began, and whether that connection is still open. */
  let wasGreeted = false;
  let isOpen = false;
  let unanswered: NodeJS.Timeout | undefined;

  const beforeConnecting = async (): Promise<void> => {
    wasGreeted = false;
    const pauseMs = pauseAfter(failures++, times);
    if (!ending.signal.aborted) await pause(pauseMs, undefined, { signal: ending.signal }).catch(() => undefined);
    // A promise that never settles is dropped together with the shard. The library would continue if it resolved and
    // throw if it rejected.
    if (ending.signal.aborted) await new Promise<never>(() => undefined);
  };
  const shard: WebSocketShard = new WebSocketShard(
    {
      options,
      async retrieveSessionInfo(shardId) {
        // An idle shard calls this before it connects, which is the place to make it wait or end.
        if (shard.status === WebSocketShardStatus.Idle) await beforeConnecting();
        return context.retrieveSessionInfo(shardId);
      },
      async updateSessionInfo(shardId, session) {
        // Without a greeting the session is not lost: a resume may still deliver the events of the meantime.
        if (session === null && !wasGreeted && failures <= mostResumes) return;
        await context.updateSessionInfo(shardId, session);
      },
      waitForIdentify: (shardId, signal) => context.waitForIdentify(shardId, signal),
    },
    id,
  );
  const isConnected = (): void => {
    failures = 0;
    clearTimeout(unanswered);
  };
  shard.on(WebSocketShardEvents.Ready, isConnected);
  shard.on(WebSocketShardEvents.Resumed, isConnected);
  shard.on(WebSocketShardEvents.Closed, ({ code }) => {
    isOpen = false;
    clearTimeout(unanswered);
    if (!ending.signal.aborted) onClosed?.({ code, shard: id });
  });
  shard.on(WebSocketShardEvents.Hello, () => {
    wasGreeted = true;
    isOpen = true;
    if (ending.signal.aborted) void shard.destroy();
    // As long as heartbeats are acknowledged, the library waits for the answer to a resume forever.
    unanswered = setTimeout(() => void leaveUnanswered(shard), times.resumeTimeoutMs).unref();
  });
  relay(shard, manager);

  return {
    shard,
    connect: () =>
      new Promise((resolve, reject) => {
        shard.once(WebSocketShardEvents.Ready, () => resolve());
        shard.once(WebSocketShardEvents.Resumed, () => resolve());
        shard.on(WebSocketShardEvents.Closed, ({ code }) => {
          if (finalCodes.has(code)) reject(new ShardRefused(code));
        });
        // This only concerns the first attempt, which the events have reported; the shard continues on its own.
        shard.connect().catch(() => undefined);
      }),
    async end(how) {
      ending.abort();
      clearTimeout(unanswered);
      // In the middle of a handshake the library would drop the socket unwatched, and its failure would end the process.
      if (isOpen) await shard.destroy(how);
    },
  };
}

async function leaveUnanswered(shard: WebSocketShard): Promise<void> {
  if (shard.status !== WebSocketShardStatus.Resuming) return;
  await shard.destroy({ reason: "Resume unanswered", recover: WebSocketShardDestroyRecovery.Reconnect });
}

/** Hands the shard's events on to the manager, as the library's own strategy does. */
function relay(shard: WebSocketShard, manager: WebSocketManager): void {
  const shardId = shard.id;
  shard.on(WebSocketShardEvents.Closed, (payload) =>
    manager.emit(WebSocketShardEvents.Closed, { ...payload, shardId }),
  );
  shard.on(WebSocketShardEvents.Debug, (payload) => manager.emit(WebSocketShardEvents.Debug, { ...payload, shardId }));
  shard.on(WebSocketShardEvents.Dispatch, (payload) =>
    manager.emit(WebSocketShardEvents.Dispatch, { ...payload, shardId }),
  );
  shard.on(WebSocketShardEvents.Error, (payload) => manager.emit(WebSocketShardEvents.Error, { ...payload, shardId }));
  shard.on(WebSocketShardEvents.HeartbeatComplete, (payload) =>
    manager.emit(WebSocketShardEvents.HeartbeatComplete, { ...payload, shardId }),
  );
  shard.on(WebSocketShardEvents.Hello, () => manager.emit(WebSocketShardEvents.Hello, { shardId }));
  shard.on(WebSocketShardEvents.Ready, (payload) => manager.emit(WebSocketShardEvents.Ready, { ...payload, shardId }));
  shard.on(WebSocketShardEvents.Resumed, () => manager.emit(WebSocketShardEvents.Resumed, { shardId }));
}
