import { type Client, Events, GatewayIntentBits } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { createClient, logIn, openScene, type Scene } from "../../discord-stand-in/harness.ts";

let scene: Scene;
let client: Client;
let heard: string[];

async function begin(options: Parameters<typeof openScene>[0] = {}): Promise<void> {
  scene = await openScene(options);
  client = createClient(scene.standIn, {
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  });
  heard = [];
  client.on(Events.MessageCreate, (message) => heard.push(message.content));
}

const hears = (text: string) =>
  new Promise<void>((resolve) => client.on(Events.MessageCreate, (message) => message.content === text && resolve()));

afterEach(async () => {
  await client.destroy();
  await scene.standIn.close();
});

describe("logging in", () => {
  beforeEach(() => begin());

  it("brings the guilds with channels and members", async () => {
    const { standIn, guild, channel } = scene;
    await logIn(client, standIn);
    expect(client.user?.id).toBe(standIn.bot.id);
    expect(client.guilds.cache.get(guild.id)?.channels.cache.has(channel.id)).toBe(true);
    expect(client.guilds.cache.get(guild.id)?.preferredLocale).toBe("de");
    expect(standIn.connections).toBe(1);
    const later = standIn.addGuild("later");
    await standIn.delivered();
    expect(client.guilds.cache.has(later.id)).toBe(true);
  });

  it("fails with a wrong token over HTTP", async () => {
    await expect(client.login("wrong")).rejects.toMatchObject({ code: "TokenInvalid" });
  });
});

const frame = (op: number, d: unknown = null) => JSON.stringify({ op, d });
const identify = (more: object) =>
  frame(2, { token: "stand-in.token.of-the-bot", intents: 0, properties: {}, ...more });

const connect = (query = "v=10&encoding=json") =>
  new WebSocket(`${scene.standIn.url.replace("http", "ws").replace("/api", "/gateway")}?${query}`);

/** Resolves with the event that brings the message with this id. */
const eventWith = (socket: WebSocket, id: string) =>
  new Promise<{ s: number }>((resolve) => {
    socket.on("message", (data) => {
      const event: { s: number; d?: { id?: string } } = JSON.parse(String(data));
      if (event.d?.id === id) resolve(event);
    });
  });

it.each<[number, string, string, string]>([
  [4001, "an unknown opcode", "v=10&encoding=json", frame(99)],
  [4002, "what is no JSON", "v=10&encoding=json", "{"],
  [4002, "more than 4096 bytes", "v=10&encoding=json", frame(1, "x".repeat(4100))],
  [4003, "a presence before it identified", "v=10&encoding=json", frame(3)],
  [4004, "a wrong token", "v=10&encoding=json", identify({ token: "wrong" })],
  [4010, "a shard that there is not", "v=10&encoding=json", identify({ shard: [1, 1] })],
  [4012, "another version", "v=9&encoding=json", ""],
  [4013, "unknown intents", "v=10&encoding=json", identify({ intents: 2 ** 30 })],
])("closes with %i after %s", async (code, _, query, text) => {
  await begin();
  const socket = connect(query);
  const closed = new Promise((resolve) => socket.addEventListener("close", (event) => resolve(event.code)));
  socket.addEventListener("message", () => socket.send(text), { once: true });
  expect(await closed).toBe(code);
});

it("closes with 4008 after 120 events in a minute", async () => {
  await begin();
  const socket = connect();
  const closed = new Promise((resolve) => socket.addEventListener("close", (event) => resolve(event.code)));
  socket.addEventListener("open", () => Array.from({ length: 121 }, () => socket.send(frame(1))));
  expect(await closed).toBe(4008);
});

it("closes with 4014 when an intent is not allowed", async () => {
  await begin({ allowedIntents: [] });
  await expect(client.login(scene.standIn.token)).rejects.toThrow("Used disallowed intents");
});

describe("a connection that breaks", () => {
  beforeEach(async () => {
    await begin();
    await logIn(client, scene.standIn);
  });

  it.each<[string, () => void]>([
    ["is cut", () => scene.standIn.faults.dropConnections()],
    ["is closed with 4000", () => scene.standIn.faults.dropConnections(4000)],
    ["is to be made anew", () => scene.standIn.faults.orderReconnect()],
    ["has an invalid session that can be resumed", () => scene.standIn.faults.invalidateSession(true)],
  ])("%s is resumed, and nothing is missed", async (_, breakIt) => {
    const { standIn, anna, channel } = scene;
    const resumed = standIn.next("resume");
    const heardIt = hears("meanwhile");
    breakIt();
    anna.say(channel, "meanwhile");
    await resumed;
    await heardIt;
    expect(heard.filter((text) => text === "meanwhile")).toHaveLength(1);
  });

  it("is identified anew when the resume is refused", async () => {
    const { standIn, anna, channel } = scene;
    standIn.faults.refuseResume();
    const identified = standIn.next("identify");
    standIn.faults.dropConnections();
    await identified;
    await standIn.delivered();
    const heardIt = hears("after");
    anna.say(channel, "after");
    await heardIt;
  });

  it("delivers nothing from the moment on that it is being closed", () => {
    const { standIn, anna, channel } = scene;
    standIn.faults.dropConnections(4000);
    expect(standIn.deliveryOf(anna.say(channel, "meanwhile"))?.sentAt).toBeUndefined();
  });

  it("is identified anew when the session is invalid", async () => {
    const { standIn } = scene;
    const identified = standIn.next("identify");
    standIn.faults.invalidateSession(false);
    expect((await identified).intents).toBe(client.options.intents.bitfield);
    await standIn.delivered();
  });
});

it("takes for delivered what the bot has seen, or is sent again, where a resume stays unanswered", async () => {
  await begin();
  const { standIn, anna, channel } = scene;
  const { token } = standIn;
  const first = connect();
  const identified = standIn.next("identify");
  first.once("message", () => first.send(identify({ intents: GatewayIntentBits.GuildMessages })));
  const { sessionId: session_id } = await identified;
  const seen = anna.say(channel, "seen");
  const { s: seq } = await eventWith(first, seen.id);
  const lost = anna.say(channel, "lost");
  await eventWith(first, lost.id);
  const gone = standIn.next("disconnect");
  first.terminate();
  await gone;
  standIn.faults.ignoreResume();
  const unanswered = standIn.next("resume-unanswered");
  const second = connect();
  second.once("message", () => second.send(frame(6, { token, session_id, seq })));
  await unanswered;
  expect(standIn.deliveryOf(seen)?.sentAt).toBeDefined();
  expect(standIn.deliveryOf(lost)?.sentAt).toBeUndefined();
  const resumed = standIn.next("resume");
  second.send(frame(6, { token, session_id, seq }));
  await resumed;
  expect(standIn.deliveryOf(lost)?.sentAt).toBeDefined();
});

it("is left by the client when heartbeats are not acknowledged, and resumed", async () => {
  await begin({ heartbeatIntervalMs: 60 });
  await logIn(client, scene.standIn);
  const resumed = scene.standIn.next("resume");
  const heardIt = hears("unheard");
  scene.standIn.faults.stopHeartbeatAcks({ silent: true });
  scene.anna.say(scene.channel, "unheard");
  expect((await resumed).replayed).toBeGreaterThan(0);
  await heardIt;
});

it("closes with 4009 when heartbeats stop", async () => {
  await begin();
  await logIn(client, scene.standIn);
  const closed = scene.standIn.next("disconnect");
  scene.standIn.advance(41_250 * 1.5);
  expect(await closed).toEqual({ code: 4009 });
  await scene.standIn.next("resume");
});

describe("events on demand", () => {
  beforeEach(async () => {
    await begin();
    await logIn(client, scene.standIn);
  });

  it("come twice, out of order, and in shapes that nobody knows", async () => {
    const { standIn, anna, channel } = scene;
    const raw: string[] = [];
    client.on(Events.Raw, (packet: { t: string }) => raw.push(packet.t));
    standIn.faults.duplicateEvents();
    anna.say(channel, "double");
    standIn.faults.duplicateEvents(0);
    standIn.faults.holdEvents();
    anna.say(channel, "one");
    anna.say(channel, "two");
    standIn.faults.releaseEvents("reversed");
    standIn.faults.sendRaw({ t: "SOMETHING_NEW", d: {} });
    standIn.faults.sendRawText("no JSON {");
    await standIn.delivered();
    expect(raw).toEqual([...Array(4).fill("MESSAGE_CREATE"), "SOMETHING_NEW"]);
    expect(heard).toEqual(["double", "two", "one"]);
  });
});
