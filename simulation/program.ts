import { join } from "node:path";
import * as z from "zod";
import type { StandIn } from "../discord-stand-in/stand-in.ts";
import type { CompiledLexicon } from "../src/analysis/lexicon/compiled.ts";
import { type App, createApp } from "../src/app.ts";
import { parseSettings } from "../src/config.ts";
import { defined } from "../src/defined.ts";
import { type Bot, startBot } from "../src/discord/bot.ts";
import { AppError } from "../src/errors.ts";
import { createLog, type Log } from "../src/observability/log.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { simulatedRoot } from "./disk/file-system.ts";
import { documentsFolder } from "./documents/library.ts";
import type { History } from "./history/record.ts";

/** Whoever runs it starts it again after so long. */
const restartMs = 5000;

interface Running {
  readonly app: App;
  readonly store: Store;
  readonly bot: Bot;
}

/** The program as somebody runs it who starts it again whenever it fails. */
export class Program {
  readonly settings: ReturnType<typeof parseSettings>;
  readonly #parts: ProgramParts;
  readonly #token: string;
  readonly #log: Log;
  #running: Running | undefined;

  constructor(standIn: StandIn, parts: ProgramParts) {
    this.#parts = parts;
    this.#token = standIn.token;
    this.settings = parseSettings({
      DISCORD_TOKEN: standIn.token,
      DISCORD_API_URL: standIn.url,
      SEEDS_DIR: documentsFolder,
      INDEX_DIR: join(simulatedRoot, "index"),
      DATA_DIR: join(simulatedRoot, "data"),
    });
    this.#log = createLog({
      level: "info",
      secrets: [standIn.token],
      isPretty: false,
      write: (line) => noteLog(line, parts.history),
    });
  }

  /** Starts it, with its index as it lies on the disk. */
  async start(): Promise<void> {
    for (;;) {
      try {
        this.#running = await this.#open();
        this.#parts.history.add({ kind: "program", what: `runs, its index ${this.#running.app.index}` });
        return;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        this.#parts.history.add({ kind: "program", what: `fails: ${error.message}` });
        await pause(restartMs);
      }
    }
  }

  /** Ends it as SIGTERM does: what is being answered is finished first. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    this.#parts.history.add({ kind: "program", what: "ends" });
    await running?.bot.close();
    await running?.app.close();
    await running?.store.close();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async #open(): Promise<Running> {
    const { lexicon, storeFolder } = this.#parts;
    const { settings } = this;
    const app = await createApp(settings, { lexicon });
    const store = await openStore({ ...settings, dataFolder: storeFolder });
    const log = this.#log;
    const bot = await startBot({ fundstelle: app.fundstelle, settings, log, store }, this.#token, {
      pause: async (ms) => {
        await pause(ms);
        return true;
      },
    });
    if (bot === undefined) throw new Error("Nobody has called off the start of the bot");
    return { app, store, bot };
  }
}

export interface ProgramParts {
  readonly history: History;
  readonly lexicon: CompiledLexicon;
  readonly storeFolder: string;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const errorsOfLog = z.object({ type: z.string(), message: z.string(), stack: z.string() }).partial();
const lineOfLog = z.looseObject({
  level: z.unknown(),
  msg: z.string(),
  time: z.unknown(),
  err: errorsOfLog.optional(),
});

function noteLog(line: string, history: History): void {
  const { level, msg, time: _time, err, ...rest } = lineOfLog.parse(JSON.parse(line));
  const reason = err === undefined ? rest : { ...rest, err: `${err.type}: ${err.message}` };
  const what = `${msg} ${JSON.stringify(reason)}`;
  history.add({ kind: "log", level: String(level), what, ...defined({ trace: err?.stack }) });
}
