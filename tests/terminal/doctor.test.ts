import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { startStandIn } from "../../discord-stand-in/stand-in.ts";
import { isOlder } from "../../src/app/examination/examine-node.ts";
import { runFundstelle, temporaryFolder } from "../support/program.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());
const documents = path.join(folder.path, "note.txt");
writeFileSync(documents, "Der Hafen fasst viele Schiffe.\n");

const doctor = (environment: Record<string, string> = {}, args: readonly string[] = []) =>
  runFundstelle(["doctor", ...args], {
    environment: { SEEDS_DIR: folder.path, INDEX_DIR: path.join(folder.path, ".index"), ...environment },
  });

describe("doctor", () => {
  it("finds nothing wrong where nothing is, and needs no Discord", async () => {
    const { stdout, stderr, exitCode } = await doctor();
    expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe(`✓ Node ${process.versions.node}`);
    expect(stdout).toContain(`Documents: 1 in ${folder.path}`);
    expect(stdout).toContain("is built at the next start");
    expect(stdout).toContain("DISCORD_TOKEN");
    expect(stdout).not.toContain("✗");
  });

  it("names every wrong setting and what to do, and no value", async () => {
    const wrong = { WATCH: "secret-one", LOG_LEVEL: "secret-two", DISCORD_TOKEN: "secret three" };
    const { stdout, exitCode } = await doctor(wrong);
    expect(exitCode).toBe(2);
    for (const name of Object.keys(wrong)) expect(stdout).toContain(`The setting ${name} is not valid.`);
    expect(stdout).toContain("✗ 3 settings are wrong");
    expect(stdout).not.toContain("secret");
    expect((await doctor({ ...wrong, LOCALE: "de" })).stdout).toContain("3 Einstellungen stimmen nicht");
  });

  it("says what is wrong with folders", async () => {
    const missing = await doctor({ SEEDS_DIR: path.join(folder.path, "nowhere") });
    expect(missing.exitCode).toBe(2);
    expect(missing.stdout).toMatch(/✗ .*nowhere does not exist/);
    const empty = temporaryFolder();
    const { stdout, exitCode } = await doctor({ SEEDS_DIR: empty.path });
    empty.remove();
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/✗ Documents: 0 in .*\n {2}→ Put \.txt/);
  });

  it("says which port is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const { stdout, exitCode } = await doctor({ HEALTH_PORT: port });
    server.close();
    expect({ stdout, exitCode }).toEqual({
      stdout: expect.stringContaining(`✗ HEALTH_PORT: ${port} cannot be listened on`),
      exitCode: 2,
    });
  });

  it("asks Discord whose the token is, and shows no part of it", async () => {
    const standIn = await startStandIn();
    const good = { DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.url };
    const { stdout, exitCode } = await doctor(good);
    expect({ stdout, exitCode }).toEqual({
      stdout: expect.stringContaining(`the token is that of ${standIn.bot.username}`),
      exitCode: 0,
    });
    expect(stdout).not.toContain(standIn.token);
    const wrong = await doctor({ ...good, DISCORD_TOKEN: "wrong.token.here" });
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stdout).toContain("Reset Token");
    expect(wrong.stdout).not.toContain("wrong.token.here");
    await standIn.close();
    const away = await doctor(good);
    expect(away.exitCode).toBe(2);
    expect(away.stdout).toMatch(/✗ Discord cannot be asked/);
  });
});

it.each([
  ["20.19.0", "20.19", false],
  ["20.18.3", "20.19", true],
  ["22.0.0", "20.19", false],
  ["8.19.0", "20.19", true],
] as const)("Node %s against %s", (version, than, isIt) => {
  expect(isOlder(version, than)).toBe(isIt);
});
