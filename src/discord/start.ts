import { createQueue, type Queue } from "../answering/queue.ts";
import type { Fundstelle } from "../answering/service.ts";
import type { Settings } from "../config/settings.ts";
import { defined } from "../defined.ts";
import type { ServerDocuments } from "../documents/servers/server-documents.ts";
import { AppError } from "../errors.ts";
import { watchForHangs } from "../observability/hang-watch.ts";
import { type HealthServer, startHealthServer } from "../observability/health.ts";
import { createProcessLog, type Log } from "../observability/log.ts";
import { createMetrics, type Metrics, type ModelFigures } from "../observability/metrics.ts";
import { createWatchdog } from "../observability/watchdog.ts";
import type { Store } from "../store/store.ts";
import { type Bot, startBot } from "./bot.ts";
import { requireToken } from "./connection/token.ts";
import { connectedMessage } from "./processes/bot-process.ts";

const warmUpQuestion = "Warum dauert die erste Frage am längsten, and why is the first question slow?";

/** A collection that is ready to be asked. */
export interface OpenCollection {
  readonly fundstelle: Fundstelle;
  meaning(): { readonly documents: number; readonly model: "working" | "failing" } | undefined;
  judging(): "working" | "failing" | undefined;
  /** The documents that servers add themselves; undefined where they cannot. */
  readonly serverDocuments: ServerDocuments | undefined;
  /** A link to the page of what was asked in a server; absent where there is no such page. */
  insightsLink?(guild: string, days: number): string;
  close(): Promise<void>;
}

/** What the bot is given to work with. */
export interface DiscordServices {
  readonly settings: Settings;
  /**
   * Opens the collection, and logs what happens to its index.
   * @param queue in whose turns everybody is answered, beside the bot as well
   */
  readonly open: (log: Log, queue: Queue, store: Store | undefined) => Promise<OpenCollection>;
  /** Opens the store; undefined if there is none, which has been logged. @throws AppError if the one that is set cannot be used */
  readonly openStore: (log: Log) => Promise<Store | undefined>;
}

/**
 * Runs the Discord bot until SIGINT or SIGTERM; what is being answered then is finished first. Its health can be looked
 * at from the first moment, while the collection is still being opened.
 * @throws AppError `settings-invalid`, `discord-token-invalid`, `discord-intents-disallowed`, and whatever `open` throws
 */
export async function start({ open, openStore, settings }: DiscordServices): Promise<void> {
  const token = requireToken(settings.discord);
  const log = createProcessLog({ level: settings.logLevel, secrets: secretsOf(settings, token) });
  const metrics = createMetrics({ withProcess: settings.health.port !== undefined });
  logStrays(log, metrics);
  const hangs = watchForHangs({
    seconds: settings.hangSeconds,
    onFailure: (err) => log.error({ err }, "nobody watches whether the program hangs"),
  });
  let bot: Bot | undefined;
  const { port, host } = settings.health;
  const isReady = (): boolean => bot?.isConnected() ?? false;
  let health: HealthServer | undefined;
  let collection: OpenCollection | undefined;
  let stop: StopSignal | undefined;
  let store: Store | undefined;
  try {
    if (port !== undefined) health = await startHealthServer({ host, port, metrics, isReady });
    if (health !== undefined) log.info({ host, port: health.port }, "health can be looked at");
    await hangs.started;
    const queue = createQueue(settings.queue);
    store = await openStore(log);
    collection = await open(log, queue, store);
    const { fundstelle } = collection;
    metrics.observe({ index: () => fundstelle.statistics(), models: modelsOf(collection) });
    // Until here there is nothing to finish: a signal ends the process at once.
    stop = stopSignal();
    // The first question is the slowest one: nobody should have to wait for it.
    await fundstelle.ask(warmUpQuestion);
    bot = await startBot(
      {
        fundstelle,
        settings,
        log,
        metrics,
        queue,
        ...defined({ store, insightsLink: collection.insightsLink, serverDocuments: collection.serverDocuments }),
      },
      token,
      stop,
    );
    // One of several processes says that the next one may connect.
    if (bot !== undefined) process.send?.(connectedMessage);
    if (bot !== undefined) await runUntilStopped(bot, stop, log, settings.gatewaySilenceSeconds);
  } finally {
    stop?.forget();
    await health?.close();
    await collection?.close();
    await store?.close();
    await hangs.stop();
  }
}

/** What no line of the log may hold. */
export function secretsOf(
  { cluster, embeddings, judge, reader, databaseUrl, personKey }: Settings,
  token: string,
): readonly string[] {
  const addresses = [...(cluster?.url.split(",") ?? []), databaseUrl].filter((address) => address !== undefined);
  return [
    token,
    ...addresses.flatMap((address) => [address, ...passwordOf(address)]),
    embeddings?.key,
    judge?.key,
    reader.key,
    personKey,
  ].filter((secret) => secret !== undefined);
}

/** An address's password, as it is written there and as it is meant. */
function passwordOf(address: string): string[] {
  const written = URL.canParse(address.trim()) ? new URL(address.trim()).password : "";
  try {
    return [written, decodeURIComponent(written)];
  } catch {
    return [written];
  }
}

function modelsOf({ meaning, judging }: OpenCollection): () => ModelFigures {
  return () => {
    const [found, judged] = [meaning(), judging()];
    return {
      finding: found === undefined ? undefined : { isWorking: found.model === "working", documents: found.documents },
      judging: judged === undefined ? undefined : { isWorking: judged === "working" },
    };
  };
}

async function runUntilStopped(bot: Bot, stop: StopSignal, log: Log, silenceSeconds: number): Promise<void> {
  // One for each shard: what comes over the others does not make up for one that is deaf.
  const watchdogs = bot.shards.map((shard) => {
    const watchdog = createWatchdog({ silentMs: silenceSeconds * 1000, sign: () => bot.signOfLife(shard) });
    return { stop: watchdog.stop, silent: watchdog.silent.then(() => gatewaySilent(shard, silenceSeconds)) };
  });
  const refusal = await Promise.race([bot.refused, stop.received, ...watchdogs.map(({ silent }) => silent)]);
  for (const watchdog of watchdogs) watchdog.stop();
  if (refusal instanceof AppError) log.error({ code: refusal.code, reason: refusal.message }, "cannot go on");
  log.info("closing");
  await bot.close();
  if (refusal instanceof AppError) throw refusal;
}

function gatewaySilent(shard: number, seconds: number): AppError {
  return new AppError(
    "gateway-silent",
    `Nothing has come from Discord for ${seconds} seconds (shard ${shard}).`,
    "The program ends with exit code 3 so that it is started again; check the network if it goes on.",
  );
}

export interface StopSignal {
  readonly signal: AbortSignal;
  /** As if the signal had come. */
  abort(): void;
  readonly received: Promise<void>;
  /** Waits; resolves to false at once when the signal comes. */
  pause(ms: number): Promise<boolean>;
  forget(): void;
}

/** SIGINT and SIGTERM, or the end of the process that started this one. */
export function stopSignal(): StopSignal {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  process.once("SIGINT", abort);
  process.once("SIGTERM", abort);
  process.once("disconnect", abort);
  const received = new Promise<void>((resolve) => controller.signal.addEventListener("abort", () => resolve()));
  return {
    signal: controller.signal,
    abort,
    received,
    async pause(ms) {
      let timer: NodeJS.Timeout | undefined;
      const elapsed = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(true), ms);
      });
      const goOn = await Promise.race([elapsed, received.then(() => false)]);
      clearTimeout(timer);
      return goOn;
    },
    forget() {
      process.off("SIGINT", abort);
      process.off("SIGTERM", abort);
      process.off("disconnect", abort);
    },
  };
}

/**
 * The library handles events in promises that nobody waits for: one that Discord sends malformed would end the process,
 * and with it the answers to everybody else. To the very end: a connection that is left fails last of all, and would
 * put another exit code in the place of the right one.
 */
function logStrays(log: Log, metrics: Metrics): void {
  process.on("unhandledRejection", (err: unknown) => {
    metrics.error("stray");
    log.error({ err }, "error outside of any answer");
  });
}
