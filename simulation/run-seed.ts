import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DefaultRestOptions } from "discord.js";
import { type StandIn, startStandIn } from "../discord-stand-in/stand-in.ts";
import type { CompiledLexicon } from "../src/analysis/lexicon/compiled.ts";
import { registerCommands } from "../src/discord/registration/register.ts";
import { FileSystem } from "./disk/file-system.ts";
import { MemoryDisk } from "./disk/memory-disk.ts";
import { Library } from "./documents/library.ts";
import { faults } from "./faults/faults.ts";
import type { Happened } from "./history/event.ts";
import { History, observe, observeEnd } from "./history/record.ts";
import { VirtualNetwork } from "./network/network.ts";
import { createSend } from "./network/send-request.ts";
import { Crowd, type Place } from "./people/crowd.ts";
import { Program } from "./program.ts";
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
  const program = new Program(standIn, parts);
  await registerCommands(program.settings.discord, { print: () => undefined });
  await program.start();
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
    const end = fault.begin({ standIn, network, files, random: chance, lastsMs, onMet });
    // Whoever asks just then has to do with it.
    for (const _ of ["first", "second"]) setTimeout(() => crowd.askSomething(), chance.between(0, lastsMs + 1500));
    await pause(lastsMs);
    end?.();
  });
  const updating = repeat(endsAt, random.named("pace of restarts"), [60_000, 300_000], () => program.restart());
  await Promise.all([acting, changing, failing, updating]);
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
  await program.stop();
  await standIn.close();
  await pause(idleMs);
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

/** Where an error comes from, without what differs from run to run. */
function traceOf(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return trace.replace(/file:\/\/[^\s)]*\/simulation-[^\s):]*/gu, "simulation");
}
