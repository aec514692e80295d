import { type Client, DiscordAPIError } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startEchoBot } from "../../discord-stand-in/echo-bot.ts";
import { createClient, logIn, openScene, type Scene } from "../../discord-stand-in/harness.ts";

let scene: Scene;
let client: Client;
let errors: unknown[];

beforeEach(async () => {
  errors = [];
  scene = await openScene({ allowedIntents: [] });
  client = createClient(scene.standIn);
  await logIn(client, scene.standIn);
  if (!client.isReady()) throw new Error("The client is not ready");
  await startEchoBot(client, errors);
});

afterEach(async () => {
  await client.destroy();
  await scene.standIn.close();
});

const send = (channelId: string, body: object) => client.rest.post(`/channels/${channelId}/messages`, { body });

describe("texts without the message-content intent", () => {
  it("arrive when the bot is mentioned, in direct messages, and in replies that ping its regular messages", async () => {
    const { anna, channel, standIn } = scene;
    const seen: string[] = [];
    client.on("messageCreate", (message) => void (message.author.bot || seen.push(message.content)));
    const answered = standIn.nextMessage(channel);
    const question = anna.say(channel, "one", { mention: true });
    const answer = await answered;
    expect(answer).toMatchObject({ content: "echo: one", replyTo: question.id });
    const inDm = standIn.nextMessage(anna.dm);
    anna.say(anna.dm, "two");
    await inDm;
    anna.say(channel, "three", { replyTo: answer });
    anna.say(channel, "four", { replyTo: answer, ping: false });
    anna.say(channel, "five");
    await standIn.delivered();
    expect(seen).toEqual([`<@${standIn.bot.id}> one`, "two", "three", "", ""]);
  });

  it("do not arrive in replies to the answer of a command", async () => {
    const { anna, channel, standIn } = scene;
    const answer = await anna.slash(channel, "echo", { text: "x" }).message();
    const arrived = new Promise<string>((resolve) => {
      client.on("messageCreate", (message) => message.author.bot || resolve(message.content));
    });
    anna.say(channel, "and then", { replyTo: answer });
    expect(await arrived).toBe("");
    expect(standIn.violations).toEqual([]);
  });
});

it("opens a thread from a message, once", async () => {
  const { anna, channel, standIn } = scene;
  const opened = standIn.next("thread");
  const message = anna.say(channel, "thread", { mention: true });
  const thread = await opened;
  expect(standIn.threadOf(message)).toBe(thread);
  expect((await standIn.nextMessage(thread, undefined, { includeExisting: true })).content).toBe("in here");
  const again = client.rest.post(`/channels/${channel.id}/messages/${message.id}/threads`, { body: { name: "again" } });
  await expect(again).rejects.toMatchObject({ code: 160004 });
  const own = standIn.messages(thread)[0];
  standIn.archive(thread);
  const edit = client.rest.patch(`/channels/${thread.id}/messages/${own?.id}`, { body: { content: "x" } });
  await expect(edit).rejects.toMatchObject({ code: 50083 });
  standIn.archive(thread, { archived: true, locked: true });
  await expect(send(thread.id, { content: "x" })).rejects.toMatchObject({ code: 160005 });
});

describe("permissions", () => {
  it("are asked for writing, in threads by a name of their own, and for threads", async () => {
    const { anna, channel, standIn } = scene;
    const message = anna.say(channel, "hi");
    const thread = anna.openThread(channel, "t", message);
    standIn.deny(channel, "bot", ["SendMessages"]);
    await expect(send(channel.id, { content: "x" })).rejects.toMatchObject({ code: 50013, status: 403 });
    await expect(send(thread.id, { content: "x" })).resolves.toBeTruthy();
    standIn.deny(channel, "bot", ["SendMessagesInThreads", "CreatePublicThreads"]);
    await expect(send(thread.id, { content: "x" })).rejects.toMatchObject({ code: 50013 });
    const other = anna.say(channel, "other");
    const threads = client.rest.post(`/channels/${channel.id}/messages/${other.id}/threads`, { body: { name: "n" } });
    await expect(threads).rejects.toMatchObject({ code: 50013 });
    expect(standIn.invalidRequests).toBe(3);
  });

  it("hide a channel and what is said in it", async () => {
    const { anna, channel, standIn } = scene;
    standIn.deny(channel, "everyone", ["ViewChannel"]);
    standIn.allow(channel, anna, ["ViewChannel"]);
    anna.say(channel, "secret", { mention: true });
    await standIn.delivered();
    expect(standIn.messages(channel)).toHaveLength(1);
    await expect(send(channel.id, { content: "x" })).rejects.toMatchObject({ code: 50001 });
  });

  it("are asked for deleting what others wrote", async () => {
    const { anna, channel, standIn, guild } = scene;
    const message = anna.say(channel, "hi");
    const path = `/channels/${channel.id}/messages/${message.id}` as const;
    await expect(client.rest.delete(path)).rejects.toMatchObject({ code: 50013 });
    await expect(client.rest.patch(path, { body: { content: "x" } })).rejects.toMatchObject({ code: 50005 });
    const moderators = standIn.addRole(guild, "moderators", ["ManageMessages"]);
    standIn.join(guild, "bot", [moderators]);
    await client.rest.delete(path);
    await expect(client.rest.delete(path)).rejects.toMatchObject({ code: 10008 });
  });
});

it("refuses unknown channels, closed direct messages, and replies to what is gone", async () => {
  const { anna, channel, standIn } = scene;
  await expect(send("1", { content: "x" })).rejects.toMatchObject({ code: 10003 });
  anna.dms = "closed";
  await expect(send(anna.dm.id, { content: "x" })).rejects.toMatchObject({ code: 50007 });
  const gone = anna.say(channel, "gone");
  anna.delete(gone);
  const reply = { content: "x", message_reference: { message_id: gone.id } };
  await expect(send(channel.id, reply)).rejects.toMatchObject({ code: 50035 });
  const soft = { content: "x", message_reference: { message_id: gone.id, fail_if_not_exists: false } };
  await expect(send(channel.id, soft)).resolves.toBeTruthy();
  expect(standIn.violations).toEqual([]);
});

it("takes attachments and gives them back", async () => {
  const { channel, standIn } = scene;
  const target = await client.channels.fetch(channel.id);
  if (!target?.isSendable()) throw new Error("No channel to send to");
  await target.send({ content: "file", files: [{ attachment: Buffer.from("inside"), name: "a.txt" }] });
  const attachment = standIn.messages(channel)[0]?.attachments[0];
  expect(attachment).toMatchObject({ filename: "a.txt", size: 6 });
  const response = await fetch(attachment?.url ?? "");
  expect(await response.text()).toBe("inside");
  expect(standIn.violations).toEqual([]);
});

it("sends a message with an enforced nonce once", async () => {
  const { channel, standIn } = scene;
  const body = { content: "once", nonce: "n1", enforce_nonce: true };
  await Promise.all([send(channel.id, body), send(channel.id, body)]);
  expect(standIn.messages(channel)).toHaveLength(1);
});

it("refuses and remembers what breaks a rule", async () => {
  const { channel, standIn } = scene;
  const error = await send(channel.id, { content: "x".repeat(2001) }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DiscordAPIError);
  expect(error).toMatchObject({ code: 50035, status: 400 });
  expect(standIn.violations).toMatchObject([{ rule: "content-length", path: `/channels/${channel.id}/messages` }]);
  await expect(client.rest.get("/nowhere")).rejects.toMatchObject({ status: 404 });
  expect(standIn.violations.at(-1)?.rule).toBe("unknown-route");
});

it("sees edits and deletions of people", async () => {
  const { anna, channel } = scene;
  const message = anna.say(channel, "one", { mention: true });
  await scene.standIn.nextMessage(channel, undefined, { includeExisting: true });
  const edited = new Promise<string | null>((resolve) =>
    client.once("messageUpdate", (_, now) => resolve(now.content)),
  );
  anna.edit(message, `<@${scene.standIn.bot.id}> two`);
  expect(await edited).toBe(`<@${scene.standIn.bot.id}> two`);
  const deleted = new Promise<string>((resolve) => client.once("messageDelete", ({ id }) => resolve(id)));
  anna.delete(message);
  expect(await deleted).toBe(message.id);
});
