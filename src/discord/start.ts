import type { Fundstelle } from "../answering/service.ts";
import type { Settings } from "../config.ts";
import { AppError } from "../errors.ts";
import { type HealthServer, startHealthServer } from "../observability/health.ts";
import { createProcessLog, type Log } from "../observability/log.ts";
import { createMetrics, type Metrics } from "../observability/metrics.ts";
import { createWatchdog } from "../observability/watchdog.ts";
import { type Bot, startBot } from "./bot.ts";

const warmUpQuestion = "Warum dauert die erste Frage am längsten, and why is the first question slow?";

/** What the bot is given to work with. */
export interface DiscordServices {
  readonly app: { readonly fundstelle: Fundstelle; close(): Promise<void> };
  readonly settings: Settings;
}

/**
 * Runs the Discord bot until SIGINT or SIGTERM; what is being answered then is finished first.
 * @throws AppError `discord-token-invalid`, `discord-intents-disallowed`
 */
export async function start({ app, settings }: DiscordServices): Promise<void> {
  const { token } = settings.discord;
  if (token === undefined) {
    throw new AppError("settings-invalid", "The setting DISCORD_TOKEN is missing.", ".env.example explains it.");
  }
  const log = createProcessLog({ level: settings.logLevel, secrets: [token] });
  const stop = stopSignal();
  const metrics = createMetrics({ withProcess: settings.health.port !== undefined });
  metrics.observe({ index: () => app.fundstelle.statistics() });
  logStrays(log, metrics);
  let bot: Bot | undefined;
  const { port, host } = settings.health;
  const isReady = (): boolean => bot?.isConnected() ?? false;
  let health: HealthServer | undefined;
  try {
    if (port !== undefined) health = await startHealthServer({ host, port, metrics, isReady });
    if (health !== undefined) log.info({ host, port: health.port }, "health can be looked at");
    // The first question is the slowest one: nobody should have to wait for it.
    await app.fundstelle.ask(warmUpQuestion);
    bot = await startBot({ fundstelle: app.fundstelle, settings, log, metrics }, token, stop.pause);
    if (bot !== undefined) await runUntilStopped(bot, stop, log, settings.gatewaySilenceSeconds);
  } finally {
    stop.forget();
    await health?.close();
    await app.close();
  }
}

async function runUntilStopped(bot: Bot, stop: StopSignal, log: Log, silenceSeconds: number): Promise<void> {
  const watchdog = createWatchdog({ silentMs: silenceSeconds * 1000, sign: bot.signOfLife });
  const refusal = await Promise.race([bot.refused, watchdog.silent, stop.received]);
  watchdog.stop();
  if (refusal instanceof AppError) log.error({ code: refusal.code, reason: refusal.message }, "cannot go on");
  log.info("closing");
  await bot.close();
  if (refusal instanceof AppError) throw refusal;
}

interface StopSignal {
  readonly received: Promise<void>;
  /** Waits; resolves to false at once when the signal comes. */
  pause(ms: number): Promise<boolean>;
  forget(): void;
}

function stopSignal(): StopSignal {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  process.once("SIGINT", abort);
  process.once("SIGTERM", abort);
  const received = new Promise<void>((resolve) => controller.signal.addEventListener("abort", () => resolve()));
  return {
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
