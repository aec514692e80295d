import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../discord-stand-in/console/render.ts";
import type { Person } from "../../discord-stand-in/people/people.ts";
import { type StandIn, startStandIn } from "../../discord-stand-in/stand-in.ts";
import type { Channel } from "../../discord-stand-in/state/state.ts";
import { parseSettings } from "../../src/config.ts";
import { registerCommands } from "../../src/discord/registration/register.ts";
import { type Postgres, postgresPrograms, startPostgres } from "../support/postgres.ts";
import { programCommand, temporaryFolder } from "../support/program.ts";

const servers = 10_000;
const processes = 4;
const shards = 8;
const question = "Wie hoch ist der Turm am Markt?";
const answerPart = "62 Meter";

describe.skipIf(postgresPrograms === undefined)(`a bot of ${processes} processes in ${servers} servers`, () => {
  const folder = temporaryFolder();
  let postgres: Postgres | undefined;
  let standIn: StandIn;
  let anna: Person;
  /** One on each shard. */
  let channels: readonly Channel[];
  let bot: ChildProcess;
  let output = "";
  let ended: Promise<number | null>;

  beforeAll(async () => {
    postgres = await startPostgres(postgresPrograms ?? "");
    const seeds = path.join(folder.path, "seeds");
    mkdirSync(seeds);
    writeFileSync(path.join(seeds, "tower.txt"), "Der Turm am Markt ist 62 Meter hoch.\n");
    standIn = await startStandIn({ recommendedShards: shards, waitMs: 20_000 });
    anna = standIn.addUser("anna", { locale: "de" });
    const byShard = new Map<number, Channel>();
    for (let number = 0; number < servers; number++) {
      const guild = standIn.addGuild(`Server ${number}`, { locale: "de" });
      const shard = Number((BigInt(guild.id) >> 22n) % BigInt(shards));
      if (byShard.has(shard)) continue;
      standIn.join(guild, anna);
      byShard.set(shard, standIn.addChannel(guild, "allgemein"));
    }
    channels = [...byShard.values()];
    const { PATH = "" } = process.env;
    const { discord } = parseSettings({
      DISCORD_TOKEN: standIn.token,
      DISCORD_APPLICATION_ID: standIn.applicationId,
      DISCORD_API_URL: standIn.url,
    });
    await registerCommands(discord, { guild: undefined, isRemoval: false, print: () => undefined });
    const args = ["start", "--shards", "auto", "--processes", `${processes}`, "--seeds", seeds];
    const [node, ...rest] = programCommand([...args, "--index", path.join(folder.path, "index")]);
    bot = spawn(node, rest, {
      env: {
        PATH,
        HOME: folder.path,
        DISCORD_TOKEN: standIn.token,
        DISCORD_API_URL: standIn.url,
        DATABASE_URL: postgres.newDatabase(),
        PERSON_KEY: "k".repeat(32),
        COOLDOWN_PERSON_QUESTIONS: "100000",
        COOLDOWN_CHANNEL_QUESTIONS: "100000",
        DATA_DIR: path.join(folder.path, "data"),
      },
    });
    bot.stdout?.on("data", (piece: Buffer) => {
      output += piece.toString();
    });
    bot.stderr?.on("data", (piece: Buffer) => {
      output += piece.toString();
    });
    ended = new Promise((resolve) => bot.once("exit", (code) => resolve(code)));
    await until(() => standIn.connections === shards && count('"msg":"connected"') === processes);
  }, 180_000);
  afterAll(async () => {
    bot.kill("SIGTERM");
    await ended;
    await standIn.close();
    await postgres?.stop();
    folder.remove();
  }, 60_000);

  const count = (part: string): number => output.split(part).length - 1;

  async function until(isSo: () => boolean): Promise<void> {
    for (const deadline = performance.now() + 120_000; !isSo(); ) {
      if (performance.now() > deadline) throw new Error(output.slice(-3_000));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Mentions the bot in a channel; says how often it has answered there by now. */
  async function mention(channel: Channel): Promise<void> {
    const answer = standIn.nextMessage(channel);
    anna.say(channel, question, { mention: true });
    expect(renderForPerson(await answer)).toContain(answerPart);
  }

  const answersIn = (channel: Channel): number =>
    standIn.messages(channel).filter(({ author }) => author === standIn.bot).length;

  it("answers once in the servers of every shard, and in direct messages", async () => {
    for (const channel of [...channels, anna.dm]) await mention(channel);
    expect([...channels, anna.dm].map(answersIn)).toEqual([...channels, anna.dm].map(() => 1));
  }, 60_000);

  it("starts a process again that is killed", async () => {
    const [pid] = pidsOf(bot);
    process.kill(pid ?? 0, "SIGKILL");
    await until(() => count("a process of the bot has ended") === 1);
    await until(() => standIn.connections === shards && count('"msg":"connected"') === processes + 1);
    for (const channel of channels) await mention(channel);
  }, 120_000);

  it("is replaced process by process without a lost or a doubled answer", async () => {
    const before = channels.map(answersIn);
    const replaced = count("has been replaced");
    bot.kill("SIGHUP");
    const asked = channels.map(() => 0);
    const slow: Promise<unknown>[] = [];
    for (let round = 0; count("has been replaced") < replaced + processes; round++) {
      const at = round % channels.length;
      const channel = channels[at];
      if (channel === undefined) continue;
      asked[at] = (asked[at] ?? 0) + 1;
      if (round % 2 === 0) await mention(channel);
      else {
        asked[at] -= 1;
        const interaction = anna.slash(channel, "ask", { question });
        slow.push(interaction.message().then((message) => expect(renderForPerson(message)).toContain(answerPart)));
        await interaction.acknowledged;
      }
    }
    await Promise.all(slow);
    await standIn.delivered();
    expect(slow.length).toBeGreaterThan(3);
    const messages = channels.map((channel, at) => answersIn(channel) - (before[at] ?? 0));
    const commands = channels.map(
      (channel) =>
        standIn.interactions.filter((one) => one.channel === channel && one.firstResponse !== undefined).length,
    );
    // What a command is answered with is a message in its channel as well.
    expect(messages).toEqual(asked.map((times, at) => times + (commands[at] ?? 0)));
    expect(standIn.violations).toEqual([]);
  }, 180_000);

  it("ends with all its processes", async () => {
    const pids = pidsOf(bot);
    expect(pids).toHaveLength(processes);
    bot.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(standIn.connections).toBe(0);
    expect(pids.filter(isRunning)).toEqual([]);
  }, 60_000);
});

/** The processes that another one has started for some shards. */
function pidsOf({ pid }: ChildProcess): number[] {
  const children = execFileSync("ps", ["-o", "pid=,args=", "--ppid", `${pid}`], { encoding: "utf8" });
  return children
    .trim()
    .split("\n")
    .filter((line) => line.includes("--shards"))
    .map((line) => Number.parseInt(line, 10));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
