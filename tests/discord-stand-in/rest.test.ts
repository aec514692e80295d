import { REST } from "discord.js";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openScene, type Scene } from "../../discord-stand-in/harness.ts";

let scene: Scene;
let rest: REST;

async function begin(options: Parameters<typeof openScene>[0] = {}): Promise<void> {
  scene = await openScene(options);
  rest = new REST({ api: scene.standIn.url, retries: 1 }).setToken(scene.standIn.token);
}

beforeEach(() => begin());

afterEach(async () => {
  await scene.standIn.close();
});

const send = (content: string) => rest.post(`/channels/${scene.channel.id}/messages`, { body: { content } });

it("says in headers how many requests are left", async () => {
  const response = await fetch(`${scene.standIn.url}/v10/users/@me`, {
    headers: { authorization: `Bot ${scene.standIn.token}`, "user-agent": "DiscordBot (test, 1)" },
  });
  expect(response.headers.get("x-ratelimit-limit")).toBe("1000");
  expect(response.headers.get("x-ratelimit-remaining")).toBe("999");
  expect(response.headers.get("x-ratelimit-bucket")).toMatch(/^[0-9a-f]{32}$/);
});

it("answers 429 when a route's limit is used up, and the client comes back in time", async () => {
  await scene.standIn.close();
  await begin({ messageLimit: { limit: 2, windowMs: 150 } });
  await Promise.all([1, 2, 3].map((n) => send(`n${n}`)));
  expect(scene.standIn.messages(scene.channel)).toHaveLength(3);
});

it("answers 429 when the limit over all routes is used up", async () => {
  await scene.standIn.close();
  await begin({ globalLimit: { limit: 1, windowMs: 100 } });
  const headers = { authorization: `Bot ${scene.standIn.token}`, "user-agent": "DiscordBot (test, 1)" };
  await fetch(`${scene.standIn.url}/v10/users/@me`, { headers });
  const late = await fetch(`${scene.standIn.url}/v10/gateway/bot`, { headers });
  expect(late.status).toBe(429);
  expect(await late.json()).toMatchObject({ global: true });
});

it.each([false, true])("fails with 429 on demand (global: %s)", async (global) => {
  const fault = scene.standIn.faults.failRest({ match: "POST /channels", status: 429, retryAfter: 0.05, global });
  await send("after all");
  expect(fault.hits).toBe(1);
  expect(scene.standIn.requests.map(({ status }) => status)).toEqual([429, 200]);
});

it("fails with a status as often as told", async () => {
  scene.standIn.faults.failRest({ match: /messages$/, status: 503 });
  await send("second try");
  scene.standIn.faults.failRest({ status: 500, times: 2 });
  await expect(send("x")).rejects.toMatchObject({ status: 500 });
  scene.standIn.faults.failRest({ status: 403, code: 50013, message: "Missing Permissions" });
  await expect(send("x")).rejects.toMatchObject({ code: 50013 });
  expect(scene.standIn.messages(scene.channel)).toHaveLength(1);
});

it("loses the response after the request was carried out", async () => {
  scene.standIn.faults.failRest({ loseResponse: "closed" });
  await expect(send("once")).rejects.toThrow();
  expect(scene.standIn.messages(scene.channel)).toHaveLength(1);
  scene.standIn.faults.failRest({ loseResponse: "reset" });
  await send("twice, as the client tries again");
  expect(scene.standIn.messages(scene.channel)).toHaveLength(3);
});

it("refuses connections on demand", async () => {
  await send("over a connection that stands");
  scene.standIn.faults.refuseConnections(true);
  await expect(send("x")).rejects.toThrow();
  scene.standIn.faults.refuseConnections(false);
  await send("y");
});

it("refuses whoever has no token, and a request without a name", async () => {
  const anonymous = await fetch(`${scene.standIn.url}/v10/users/@me`);
  expect(anonymous.status).toBe(401);
  const headers = { authorization: `Bot ${scene.standIn.token}`, "user-agent": "curl" };
  const nameless = await fetch(`${scene.standIn.url}/v10/users/@me`, { headers });
  expect(nameless.status).toBe(400);
  expect(scene.standIn.violations.map(({ rule }) => rule)).toEqual(["user-agent"]);
});

it("keeps a registered command's id and refuses broken ones", async () => {
  const path = `/applications/${scene.standIn.applicationId}/commands` as const;
  const ask = { name: "ask", description: "Ask" };
  await rest.put(path, { body: [ask] });
  const id = scene.standIn.commands[0]?.id;
  await rest.put(path, { body: [ask, { name: "cite", description: "Cite" }] });
  expect(scene.standIn.commands.map((command) => command.body.name)).toEqual(["ask", "cite"]);
  expect(scene.standIn.commands[0]?.id).toBe(id);
  await rest.patch(`${path}/${id}`, { body: { description: "Ask me" } });
  expect(scene.standIn.commands.find((command) => command.id === id)?.body.description).toBe("Ask me");
  await rest.delete(`${path}/${id}`);
  expect(await rest.get(path)).toHaveLength(1);
  await expect(rest.post(path, { body: { ...ask, name: "Ask" } })).rejects.toMatchObject({ code: 50035 });
  expect(scene.standIn.violations.map(({ rule }) => rule)).toEqual(["command-name"]);
  const inGuild = `/applications/${scene.standIn.applicationId}/guilds/${scene.guild.id}/commands` as const;
  await rest.put(inGuild, { body: [ask] });
  expect(await rest.get(inGuild)).toMatchObject([{ name: "ask", guild_id: scene.guild.id }]);
});
