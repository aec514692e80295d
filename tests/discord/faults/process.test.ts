import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { parseSettings } from "../../../src/config.ts";
import { registerCommands } from "../../../src/discord/register.ts";
import type { Person } from "../../discord-stand-in/people.ts";
import { renderForPerson } from "../../discord-stand-in/render.ts";
import { type StandIn, startStandIn } from "../../discord-stand-in/stand-in.ts";
import type { Channel } from "../../discord-stand-in/state.ts";
import { root } from "../../support/program.ts";
import { lighthouse } from "../collection.ts";
import { answerPart, question } from "./fault-scene.ts";

/** A whole process starts, reads its lexicon and builds an index. */
const processTimeoutMs = 90_000;

let folder: string;
let standIn: StandIn;
let anna: Person;
let channel: Channel;
let child: ChildProcess;
let output: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fundstelle-process-"));
  writeFileSync(join(folder, "leuchtturm.txt"), lighthouse);
  standIn = await startStandIn({ waitMs: 20_000, heartbeatIntervalMs: 2000 });
  const guild = standIn.addGuild("Lesesaal", { locale: "de" });
  channel = standIn.addChannel(guild, "allgemein");
  anna = standIn.addUser("anna", { locale: "de" });
  standIn.join(guild, anna);
  const { discord } = parseSettings({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.url });
  await registerCommands(discord, { print: () => undefined });
});
afterEach(() => child.kill("SIGKILL"));
afterAll(async () => {
  await standIn.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The program, connected; @returns the address of its health server */
async function start(environment: Record<string, string> = {}): Promise<string> {
  const connected = standIn.next("identify", undefined, processTimeoutMs);
  output = "";
  const { PATH } = process.env;
  const entry = ["--import", "tsx", join(root, "src", "main.ts"), "start"];
  child = spawn(process.execPath, entry, {
    cwd: root,
    env: {
      PATH,
      DISCORD_TOKEN: standIn.token,
      DISCORD_API_URL: standIn.url,
      SEEDS_DIR: folder,
      INDEX_DIR: join(folder, ".index"),
      HEALTH_PORT: "0",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (piece: string) => {
      output += piece;
    });
  await connected;
  await standIn.delivered();
  return `http://127.0.0.1:${/"port":(\d+)/.exec(output)?.[1]}`;
}

const ask = async () => renderForPerson(await anna.slash(channel, "ask", { question }).message());

it(
  "outlives what would break it, shows its health, and keeps its token to itself",
  async () => {
    const address = await start();
    expect(await ask()).toContain(answerPart);
    // The library throws where nobody catches.
    standIn.faults.sendRaw({ t: "MESSAGE_CREATE", d: { id: "1", channel_id: channel.id, author: null } });
    standIn.faults.sendRaw({ t: "GUILD_CREATE", d: {} });
    standIn.faults.sendRawText("{");
    await standIn.delivered();
    expect(await ask()).toContain(answerPart);
    expect(output).toContain("error outside of any answer");

    const page = async (path: string) =>
      fetch(address + path).then(async (it) => ({ status: it.status, text: await it.text() }));
    expect(await page("/healthz")).toMatchObject({ status: 200 });
    expect(await page("/readyz")).toMatchObject({ status: 200 });
    const { text } = await page("/metrics");
    expect(text).toContain('fundstelle_questions_total{trigger="command"} 2');
    expect(text).toContain("fundstelle_index_documents 1");
    expect(text).toContain("process_resident_memory_bytes");

    const shown = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" });
    expect(shown + text + output).not.toContain(standIn.token);

    const asked = anna.slash(channel, "ask", { question });
    await asked.acknowledged;
    const ended = once(child, "close");
    child.kill("SIGTERM");
    expect(renderForPerson(await asked.message())).toContain(answerPart);
    expect(await ended).toEqual([0, null]);
  },
  processTimeoutMs,
);

it(
  "ends with exit code 3 when nothing comes from Discord any more, and answers after the next start",
  async () => {
    await start({ GATEWAY_SILENCE_SECONDS: "1" });
    const ended = once(child, "close");
    standIn.faults.refuseConnections(true);
    standIn.faults.dropConnections();
    const exit = await ended;
    expect(exit, output).toEqual([3, null]);
    expect(output).toContain('"code":"gateway-silent"');
    standIn.faults.refuseConnections(false);
    await start();
    expect(await ask()).toContain(answerPart);
  },
  processTimeoutMs,
);

it(
  "answers again after SIGKILL in the middle of answers",
  async () => {
    await start();
    for (let number = 0; number < 5; number++) anna.slash(channel, "ask", { question });
    const ended = once(child, "close");
    child.kill("SIGKILL");
    await ended;
    await start();
    expect(await ask()).toContain(answerPart);
  },
  processTimeoutMs,
);
