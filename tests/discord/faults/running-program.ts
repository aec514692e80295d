import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import type { StandInOptions } from "../../../discord-stand-in/options.ts";
import type { Person } from "../../../discord-stand-in/people/people.ts";
import { type StandIn, startStandIn } from "../../../discord-stand-in/stand-in.ts";
import type { Channel, Guild } from "../../../discord-stand-in/state/state.ts";
import { parseSettings } from "../../../src/config.ts";
import { registerCommands } from "../../../src/discord/registration/register.ts";
import { programCommand, root } from "../../support/program.ts";
import { lighthouse } from "../collection.ts";

/** A whole process starts, reads its lexicon and builds an index. */
export const processTimeoutMs = 90_000;

/** The program in a process of its own, as somebody runs it who has a bot. */
export interface RunningProgram {
  readonly child: ChildProcess;
  /** Log and errors, everything so far. */
  output(): string;
  /** Resolves when it has written this; rejects where it ends before. */
  written(text: string): Promise<void>;
  /** A page of its health server, once that is open. */
  page(path: string): Promise<{ readonly status: number; readonly text: string }>;
  /** Exit code and signal, once it has ended. */
  readonly ended: Promise<unknown[]>;
}

/** A Discord, and a folder of documents, for a program to run in. */
export interface ProgramScene {
  readonly standIn: StandIn;
  readonly folder: string;
  readonly guild: Guild;
  readonly channel: Channel;
  readonly anna: Person;
  /** Starts the program. @param preload a module that its process loads first */
  run(environment?: Readonly<Record<string, string>>, preload?: string): RunningProgram;
  /** Starts the program and waits until it is connected. */
  connect(environment?: Readonly<Record<string, string>>, preload?: string): Promise<RunningProgram>;
  /** What anna is answered to this question by command. */
  ask(question: string): Promise<string>;
  /** Ends what still runs. */
  stop(): void;
  close(): Promise<void>;
}

export async function openProgramScene(options: StandInOptions = {}): Promise<ProgramScene> {
  const folder = mkdtempSync(join(tmpdir(), "fundstelle-process-"));
  writeFileSync(join(folder, "leuchtturm.txt"), lighthouse);
  const standIn = await startStandIn({ waitMs: 20_000, heartbeatIntervalMs: 2000, ...options });
  const guild = standIn.addGuild("Lesesaal", { locale: "de" });
  const channel = standIn.addChannel(guild, "allgemein");
  const anna = standIn.addUser("anna", { locale: "de" });
  standIn.join(guild, anna);
  const { discord } = parseSettings({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.url });
  await registerCommands(discord, { print: () => undefined });
  let child: ChildProcess | undefined;

  const run: ProgramScene["run"] = (environment = {}, preload) => {
    const { PATH } = process.env;
    const [command, ...args] = programCommand(["start"], preload);
    child = spawn(command, args, {
      cwd: root,
      env: {
        PATH,
        DISCORD_TOKEN: standIn.token,
        DISCORD_API_URL: standIn.url,
        SEEDS_DIR: folder,
        INDEX_DIR: join(folder, ".index"),
        HEALTH_PORT: "0",
        DATA_DIR: join(folder, ".data"),
        ...environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    return running(child);
  };
  return {
    standIn,
    folder,
    guild,
    channel,
    anna,
    run,
    async connect(environment, preload) {
      const connected = standIn.next("identify", undefined, processTimeoutMs);
      const program = run(environment, preload);
      await connected;
      await standIn.delivered();
      return program;
    },
    ask: async (question) => renderForPerson(await anna.slash(channel, "ask", { question }).message()),
    stop: () => void child?.kill("SIGKILL"),
    async close() {
      await standIn.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function running(child: ChildProcess): RunningProgram {
  let output = "";
  const waiting = new Set<() => void>();
  const look = () => {
    for (const each of waiting) each();
  };
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (piece: string) => {
      output += piece;
      look();
    });
  const written = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = () => {
        if (output.includes(text)) resolve();
        else if (child.exitCode !== null || child.signalCode !== null) reject(new Error(`It ended: ${output}`));
        else return;
        waiting.delete(check);
      };
      waiting.add(check);
      check();
    });
  const ended = once(child, "close");
  void ended.then(look);
  return {
    child,
    output: () => output,
    written,
    async page(path) {
      await written("health can be looked at");
      const port = /"port":(\d+)[^\n]*health can be looked at/.exec(output)?.[1];
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: response.status, text: await response.text() };
    },
    ended,
  };
}
