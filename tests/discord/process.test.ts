import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type StandIn, startStandIn } from "../../discord-stand-in/stand-in.ts";
import { programCommand, root, runFundstelle, type TemporaryFolder, temporaryFolder } from "../support/program.ts";

/** A whole process starts, reads its lexicon and builds an index. */
const processTimeoutMs = 90_000;

let folder: TemporaryFolder;
let standIn: StandIn;

beforeAll(async () => {
  folder = temporaryFolder();
  standIn = await startStandIn();
});
afterAll(async () => {
  await standIn.close();
  folder.remove();
});

function environment(token: string): Record<string, string> {
  return {
    DISCORD_TOKEN: token,
    DISCORD_API_URL: standIn.url,
    INDEX_DIR: folder.path,
    DATA_DIR: join(folder.path, "data"),
  };
}

function startProcess(): ChildProcess {
  const { PATH } = process.env;
  const [command, ...args] = programCommand(["start"]);
  return spawn(command, args, {
    cwd: root,
    env: { PATH, ...environment(standIn.token) },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

it(
  "runs until SIGTERM, and then ends well, its log free of the token",
  async () => {
    const identified = standIn.next("identify", undefined, processTimeoutMs);
    const child = startProcess();
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (piece: string) => {
      output += piece;
    });
    child.stderr?.setEncoding("utf8").on("data", (piece: string) => {
      output += piece;
    });
    await identified;
    await standIn.delivered();
    const ended = once(child, "close");
    child.kill("SIGTERM");
    const [exitCode] = await ended;
    expect(exitCode).toBe(0);
    expect(output).toContain('"msg":"closing"');
    expect(output).not.toContain(standIn.token);
    expect(standIn.connections).toBe(0);
  },
  processTimeoutMs,
);

it(
  "ends with one line that says where to click when the token is wrong",
  async () => {
    const { exitCode, stderr } = await runFundstelle(["start"], { environment: environment("wrong.token.here") });
    expect(exitCode).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain("Reset Token");
    expect(stderr).not.toContain("wrong.token.here");
  },
  processTimeoutMs,
);

it.each([
  ["a number that is none", { ANSWERS_AT_WORK: "many" }],
  ["a port that is none", { HEALTH_PORT: "70000" }],
])(
  "ends as set up wrongly, not to be started again: %s",
  async (_, wrong) => {
    const { exitCode, stderr } = await runFundstelle(["start"], {
      environment: { ...environment(standIn.token), ...wrong },
    });
    expect({ exitCode, lines: stderr.trim().split("\n").length }).toEqual({ exitCode: 2, lines: 1 });
    expect(stderr).not.toContain(standIn.token);
  },
  processTimeoutMs,
);

it(
  "registers its commands from the command line",
  async () => {
    const { exitCode, stdout } = await runFundstelle(["register"], { environment: environment(standIn.token) });
    expect(exitCode).toBe(0);
    expect(stdout).toContain("+ ask");
    expect(stdout).toContain("https://discord.com/oauth2/authorize?client_id=");
    expect(standIn.commands.length).toBeGreaterThan(0);
  },
  processTimeoutMs,
);
