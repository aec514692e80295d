import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DefaultRestOptions } from "discord.js";
import * as z from "zod";
import { type StandIn, startStandIn } from "../discord-stand-in/stand-in.ts";
import type { CompiledLexicon } from "../src/analysis/lexicon/compiled.ts";
import { createApp } from "../src/app.ts";
import { parseSettings } from "../src/config.ts";
import { defined } from "../src/defined.ts";
import { startBot } from "../src/discord/bot.ts";
import { registerCommands } from "../src/discord/registration/register.ts";
import { createLog } from "../src/observability/log.ts";
import { openStore } from "../src/store/store.ts";
import { FileSystem, simulatedRoot } from "./disk/file-system.ts";
import { MemoryDisk } from "./disk/memory-disk.ts";
import { documentsFolder, Library } from "./documents/library.ts";
import { faults } from "./faults/faults.ts";
import type { Happened } from "./history/event.ts";
import { History, observe, observeEnd } from "./history/record.ts";
import { VirtualNetwork } from "./network/network.ts";
import { createSend } from "./network/send-request.ts";
import { Crowd, type Place } from "./people/crowd.ts";
import { replaceMethods } from "./replaced.ts";
import { createRandom, type Random } from "./seeded-random.ts";
import { takeOverThreads } from "./threads/in-process-worker.ts";
import { takeOverTime } from "./time/virtual-time.ts";

/** How much happens for a seed. */
export interface Plan {
  readonly minutes: number;
  readonly lexicon: CompiledLexicon;
}

/** SQLite reads and writes by itself: where the system has a folder in memory, nothing waits for a real disk. */
const memoryFolder = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
/** After the last fault the bot has its longest pause to come back. */
const recoveryMs = 60_000;
const patienceMs = 90_000;
/** What the program keeps for a while, threads that read documents, is gone after so long. */
const idleMs = 60_000;

/** Runs the whole bot on a seed. @returns everything that happened */
export async function runSeed(seed: number, plan: Plan): Promise<readonly Happened[]> {
  const random = createRandom(seed);
  const storeFolder = mkdtempSync(join(memoryFolder, "fundstelle-simulation-"));
  const time = takeOverTime(random.named("time"));
  const history = new History(time.elapsedMs);
  const network = new VirtualNetwork(random.named("network"));
  const disk = new MemoryDisk();
  const files = new FileSystem(disk, random.named("disk"), (line) => history.add({ kind: "met", fault: "disk", line }));
  const giveBack = [
    network.takeOver(),
    files.takeOver(),
    await takeOverThreads(),
    replaceMethods(DefaultRestOptions, { makeRequest: createSend(network) }),
    noteStrays(history),
  ];
  try {
    await time.run(() => simulate({ ...plan, random, storeFolder, history, network, disk, files }), 24 * 3_600_000);
  } catch (error) {
    history.add({ kind: "broken", what: traceOf(error) });
  } finally {
    for (const give of giveBack.reverse()) give();
    time.end();
    rmSync(storeFolder, { recursive: true, force: true });
  }
  return history.events;
}

interface Parts extends Plan {
  readonly random: Random;
  readonly storeFolder: string;
  readonly history: History;
  readonly network: VirtualNetwork;
  readonly disk: MemoryDisk;
  readonly files: FileSystem;
}

async function simulate(parts: Parts): Promise<void> {
  const { random, history, network, disk, files, minutes } = parts;
  const standIn = await startStandIn({ keep: 100_000 }, async (server) => {
    network.serve(server);
    return { origin: "http://127.0.0.1:80", close: async () => undefined };
  });
  observe(standIn, history);
  const places = [settle(standIn, "Lesesaal"), settle(standIn, "Werkstatt")] as const;
  const library = new Library(disk, random.named("documents"), history, places[0].guild.id);
  const program = await startProgram(standIn, parts);
  const crowd = new Crowd(standIn, places, library, history, random.named("people"));
  const endsAt = Date.now() + minutes * 60_000;

  const acting = repeat(endsAt, random.named("pace of people"), [500, 12_000], async () => crowd.act());
  const changing = repeat(endsAt, random.named("pace of documents"), [5000, 60_000], () => library.change());
  const chance = random.named("faults");
  const failing = repeat(endsAt, random.named("pace of faults"), [2000, 40_000], async () => {
    const fault = chance.pick(faults);
    const lastsMs = Math.round(chance.between(...fault.lastsMs));
    history.add({ kind: "fault", name: fault.name, lastsMs });
    const onMet = (name: string, line: string) => history.add({ kind: "met", fault: name, line });
    const end = fault.begin({ standIn, network, files, random: chance, onMet });
    await pause(lastsMs);
    end?.();
  });
  await Promise.all([acting, changing, failing]);
  standIn.faults.clear();
  network.recover();
  await pause(recoveryMs);
  crowd.isCalm = true;
  for (const place of places) {
    const [person] = place.people;
    const [channel] = place.channels;
    if (person === undefined || channel === undefined) continue;
    crowd.ask(place, person, channel, library.question(random));
    crowd.mention(place, person, channel, library.question(random));
  }
  await pause(patienceMs);
  observeEnd(standIn, history);
  await program.close();
  await standIn.close();
  await pause(idleMs);
}

async function startProgram(standIn: StandIn, { history, storeFolder, lexicon }: Parts) {
  const settings = parseSettings({
    DISCORD_TOKEN: standIn.token,
    DISCORD_API_URL: standIn.url,
    SEEDS_DIR: documentsFolder,
    INDEX_DIR: join(simulatedRoot, "index"),
    DATA_DIR: join(simulatedRoot, "data"),
  });
  const log = createLog({
    level: "info",
    secrets: [standIn.token],
    isPretty: false,
    write: (line) => noteLog(line, history),
  });
  await registerCommands(settings.discord, { print: () => undefined });
  const app = await createApp(settings, { lexicon });
  const store = await openStore({ ...settings, dataFolder: storeFolder });
  const bot = await startBot({ fundstelle: app.fundstelle, settings, log, store }, standIn.token, {
    pause: async (ms) => {
      await pause(ms);
      return true;
    },
  });
  return {
    async close() {
      await bot?.close();
      await app.close();
      await store.close();
    },
  };
}

function settle(standIn: StandIn, name: string): Place {
  const guild = standIn.addGuild(name, { locale: "de" });
  const channels = ["allgemein", "fragen"].map((channel) => standIn.addChannel(guild, channel));
  const people = (["anna", "ben", "cleo"] as const).map((person, at) => {
    const added = standIn.addUser(`${person}-${name.toLowerCase()}`, { locale: at === 1 ? "en-US" : "de" });
    standIn.join(guild, added);
    return added;
  });
  return { guild, channels, people };
}

async function repeat(
  endsAt: number,
  random: Random,
  [least, most]: readonly [number, number],
  act: () => Promise<void>,
): Promise<void> {
  for (;;) {
    await pause(random.between(least, most));
    if (Date.now() >= endsAt) return;
    await act();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.round(ms)));
}

/** What the process would have ended with, or would have lost without a word. */
function noteStrays(history: History): () => void {
  const note = (error: unknown) => history.add({ kind: "broken", what: traceOf(error) });
  process.on("unhandledRejection", note);
  process.on("uncaughtException", note);
  return () => {
    process.off("unhandledRejection", note);
    process.off("uncaughtException", note);
  };
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

/** Where an error comes from, without what differs from run to run. */
function traceOf(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return trace.replace(/file:\/\/[^\s)]*\/simulation-[^\s):]*/gu, "simulation");
}
