import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type StandIn, startStandIn } from "../../../discord-stand-in/stand-in.ts";
import { parseSettings } from "../../../src/config.ts";
import { registerCommands } from "../../../src/discord/registration/register.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const startTimeoutMs = 120_000;
const collectingMs = 500;

/** The program in a process of its own, in a Discord of its own. */
export interface BotProcess {
  readonly standIn: StandIn;
  /** What the bot has written, the last lines. */
  readonly log: readonly string[];
  /** Resident memory in bytes, after a forced collection of garbage. */
  memory(): Promise<number>;
  /** A figure from `/metrics`, its labels added up. */
  figure(name: string): Promise<number>;
  /** The same figure apart, as `code="busy" 3`. */
  figures(name: string): Promise<readonly string[]>;
  /** Where its pages are read. */
  readonly reader: string;
  /** Whether the process has ended by itself. */
  hasEnded(): boolean;
  close(): Promise<number | null>;
}

const keptLines = 2000;

/** @param env variables as in `.env`, beside what the process needs anyway */
export async function startBotProcess(env: Readonly<Record<string, string>> = {}): Promise<BotProcess> {
  const standIn = await startStandIn({ keep: 100_000, waitMs: startTimeoutMs });
  const settings = parseSettings({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.url });
  await registerCommands(settings.discord, { print: () => undefined });
  const indexFolder = await mkdtemp(join(tmpdir(), "fundstelle-load-"));
  const built = join(root, "dist", "main.js");
  const program = existsSync(built) ? [built] : ["--import", "tsx", join(root, "src", "main.ts")];
  const collecting = join(import.meta.dirname, "collect-on-signal.mjs");
  const { PATH } = process.env;
  const connected = standIn.next("identify");
  const child = spawn(process.execPath, ["--expose-gc", "--import", collecting, ...program, "start"], {
    cwd: root,
    env: {
      PATH,
      DISCORD_TOKEN: standIn.token,
      DISCORD_API_URL: standIn.url,
      INDEX_DIR: indexFolder,
      HEALTH_PORT: "0",
      READER_PORT: "0",
      READER_PUBLIC: "true",
      READER_REQUESTS_PER_MINUTE: "1000000",
      READER_KEY: "only-for-load-only-for-load-only-for-load",
      ...env,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const log: string[] = [];
  const ports = readLog(child, log);
  await connected;
  await standIn.delivered();
  const address = `http://127.0.0.1:${await ports.health}/metrics`;
  const reader = `http://127.0.0.1:${await ports.reader}`;

  const linesOf = async (name: string): Promise<string[]> => {
    const text = await (await fetch(address)).text();
    return text.split("\n").filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  };
  const figure = async (name: string): Promise<number> =>
    (await linesOf(name)).reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
  return {
    standIn,
    log,
    reader,
    figure,
    figures: async (name) => (await linesOf(name)).map((line) => line.slice(name.length).replace(/[{}]/gu, "")),
    async memory() {
      child.kill("SIGUSR2");
      await pause(collectingMs);
      return figure("process_resident_memory_bytes");
    },
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async close() {
      const ended = child.exitCode === null && child.signalCode === null ? once(child, "close") : Promise.resolve();
      child.kill("SIGTERM");
      await ended;
      await standIn.close();
      await rm(indexFolder, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}

/** @returns the ports of the health server and of the pages, from the log */
function readLog(child: ChildProcess, log: string[]): { health: Promise<number>; reader: Promise<number> } {
  let rest = "";
  const seen = (line: RegExp): Promise<number> =>
    new Promise((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`The bot ended with ${code}`)));
      waiting.push((written) => {
        const port = line.exec(written)?.[1];
        if (port !== undefined) resolve(Number(port));
      });
    });
  const waiting: ((line: string) => void)[] = [];
  child.stdout?.setEncoding("utf8").on("data", (piece: string) => {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      log.push(line);
      if (log.length > keptLines) log.shift();
      for (const see of waiting) see(line);
    }
  });
  return { health: seen(/"port":(\d+).*health can be looked at/), reader: seen(/"port":(\d+).*pages can be read/) };
}
