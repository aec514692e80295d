import { afterEach, beforeEach, expect, it } from "vitest";
import { openApiFile } from "../../../discord-stand-in/harness.ts";
import { type StandIn, startStandIn } from "../../../discord-stand-in/stand-in.ts";
import { parseSettings } from "../../../src/config.ts";
import { commands } from "../../../src/discord/commands/commands.ts";
import { inviteLink, registerCommands } from "../../../src/discord/registration/register.ts";

let standIn: StandIn;

beforeEach(async () => {
  standIn = await startStandIn({ openApiFile: openApiFile() });
});
afterEach(async () => {
  expect(standIn.violations).toEqual([]);
  await standIn.close();
});

async function register(guild?: string, { token = standIn.token, isRemoval = false, id = "" } = {}): Promise<string[]> {
  const lines: string[] = [];
  const { discord } = parseSettings({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: standIn.url,
    DISCORD_APPLICATION_ID: id,
  });
  await registerCommands(discord, { guild, isRemoval, print: (line) => lines.push(line) });
  return lines;
}

it("registers every command once, and prints what changed", async () => {
  const first = await register();
  expect(first.filter((line) => line.startsWith("+ "))).toHaveLength(commands.length);
  expect(standIn.commands.map((command) => command.body.name).sort()).toEqual(
    commands.map(({ data }) => data.name).sort(),
  );
  const puts = standIn.requests.filter((request) => request.method === "PUT").length;
  const second = await register();
  expect(second).toContain("Nothing changed.");
  expect(standIn.requests.filter((request) => request.method === "PUT").length).toBe(puts);
});

it("registers in one server", async () => {
  const guild = standIn.addGuild("Probe");
  expect((await register(guild.id)).some((line) => line.includes(guild.id))).toBe(true);
  expect(standIn.commands.every((command) => command.guildId === guild.id)).toBe(true);
  expect(await register(guild.id)).toContain(`Nothing changed in the server ${guild.id}.`);
});

it("tells that commands of one server stand beside those of all, and takes them away again", async () => {
  const guild = standIn.addGuild("Probe");
  await register();
  expect((await register(guild.id)).join("\n")).toContain(`--guild ${guild.id} --remove`);
  const lines = await register(guild.id, { isRemoval: true });
  expect(lines.filter((line) => line.startsWith("- "))).toHaveLength(commands.length);
  expect(standIn.commands.map((command) => command.guildId)).toEqual(commands.map(() => undefined));
  expect(lines.join("\n")).not.toContain("oauth2");
});

it("names everything in German as well, for servers and persons, everywhere", () => {
  for (const { data } of commands) {
    expect(data.name_localizations).toHaveProperty("de");
    // Posts of forums are in servers alone.
    const isForServers = data.default_member_permissions !== undefined || data.name === "Mark as answer";
    expect(data.contexts).toEqual(isForServers ? [0] : [0, 1, 2]);
    expect(data.integration_types).toEqual(isForServers ? [0] : [0, 1]);
  }
});

it("prints an invite with minimal permissions", async () => {
  const link = (await register()).find((line) => line.includes("oauth2/authorize")) ?? "";
  expect(link).toContain(inviteLink(standIn.applicationId));
  const permissions = BigInt(new URL(inviteLink("1")).searchParams.get("permissions") ?? "0");
  expect((await register()).find((line) => line.includes("integration_type=1"))).toContain(standIn.applicationId);
  expect(permissions).toBe((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 35n) | (1n << 38n));
});

it("names the fault and the remedy", async () => {
  await expect(register(undefined, { token: "wrong" })).rejects.toMatchObject({ code: "discord-token-invalid" });
  await expect(register("123456789012345678")).rejects.toMatchObject({
    code: "usage",
    message: expect.stringContaining("123456789012345678"),
  });
  for (const guild of [undefined, standIn.addGuild("Probe").id]) {
    await expect(register(guild, { id: "123456789012345678" })).rejects.toMatchObject({
      code: "settings-invalid",
      message: expect.stringContaining("DISCORD_APPLICATION_ID"),
    });
  }
});

it("says what it changed after it did, and nothing where Discord refused", async () => {
  const lines: string[] = [];
  const { discord } = parseSettings({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.url });
  standIn.faults.failRest({ match: /^PUT/, status: 400, code: 50035 });
  await expect(registerCommands(discord, { print: (line) => lines.push(line) })).rejects.toMatchObject({
    code: "discord-unreachable",
  });
  expect(lines).toEqual([]);
});
