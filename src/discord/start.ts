import type { Fundstelle } from "../answering/service.ts";
import type { Settings } from "../config.ts";
import { AppError } from "../errors.ts";
import { createProcessLog, type Log } from "../observability/log.ts";
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
  try {
    // The first question is the slowest one: nobody should have to wait for it.
    await app.fundstelle.ask(warmUpQuestion);
    const bot = await startBot({ fundstelle: app.fundstelle, settings, log }, token, stop.pause);
    if (bot !== undefined) await runUntilStopped(bot, stop, log);
  } finally {
    stop.forget();
    await app.close();
  }
}

async function runUntilStopped(bot: Bot, stop: StopSignal, log: Log): Promise<void> {
  const refusal = await Promise.race([bot.refused, stop.received]);
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
