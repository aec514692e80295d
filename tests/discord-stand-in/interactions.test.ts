import type { Client } from "discord.js";
import { DiscordAPIError } from "discord.js";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../discord-stand-in/console/render.ts";
import { startEchoBot } from "../../discord-stand-in/echo-bot.ts";
import { createClient, logIn, openScene, type Scene } from "../../discord-stand-in/harness.ts";

let scene: Scene;
let client: Client;
const errors: unknown[] = [];

beforeAll(async () => {
  scene = await openScene();
  client = createClient(scene.standIn);
  await logIn(client, scene.standIn);
  if (!client.isReady()) throw new Error("The client is not ready");
  await startEchoBot(client, errors);
});

afterEach(() => {
  errors.length = 0;
  scene.standIn.violations.length = 0;
});

afterAll(async () => {
  await client.destroy();
  await scene.standIn.close();
});

const codes = () => errors.map((error) => (error instanceof DiscordAPIError ? error.code : String(error)));

describe("a slash command", () => {
  it("is answered in the languages of the person and the server", async () => {
    const { anna, channel, standIn } = scene;
    const message = await anna.slash(channel, "echo", { text: "hallo" }).message();
    expect(message.content).toBe("de/de: hallo");
    const other = anna.slash(channel, "echo", { text: "hi" }, { locale: "en-GB", guildLocale: "fr" });
    expect((await other.message()).content).toBe("en-GB/fr: hi");
    expect(standIn.violations).toEqual([]);
  });

  it("can be answered for one person only", async () => {
    const { anna, channel, standIn, guild } = scene;
    const ben = standIn.addUser("ben");
    standIn.join(guild, ben);
    const message = await anna.slash(channel, "echo", { text: "psst", private: true }).message();
    expect(anna.view(channel)).toContain(message);
    expect(ben.view(channel)).not.toContain(message);
    expect(renderForPerson(message)).toBe("de/de: psst\n(Only you can see this)");
    expect(() => ben.click(message, 1)).toThrow();
    expect(() => anna.say(channel, "why", { replyTo: message })).toThrow(/ephemeral/);
  });

  it("can be deferred, edited and followed up; the deferral decides who sees the answer", async () => {
    const { anna, channel } = scene;
    const interaction = anna.slash(channel, "slow");
    expect(await interaction.acknowledged).toBe(5);
    const message = await interaction.message();
    expect(message).toMatchObject({ content: "done", ephemeralFor: anna.id });
    const more = await scene.standIn.nextMessage(channel, ({ content }) => content === "and more", {
      includeExisting: true,
    });
    expect(more.ephemeralFor).toBeUndefined();
  });

  it("refuses a second first response with 40060", async () => {
    const { anna, channel, standIn } = scene;
    const refused = standIn.next("request", ({ code }) => code === 40060);
    const interaction = anna.slash(channel, "twice");
    expect((await interaction.message()).content).toBe("first");
    expect((await refused).status).toBe(400);
    await standIn.delivered();
    expect(codes()).toEqual([40060]);
  });

  it("is only there when it is registered, and only for whom it is allowed", () => {
    const { anna, channel, standIn } = scene;
    expect(() => anna.slash(channel, "nothing")).toThrow(/No command nothing/);
    expect(() => anna.slash(channel, "echo", {})).toThrow(/text is required/);
    const closed = standIn.addChannel(scene.guild, "closed");
    standIn.deny(closed, anna, ["UseApplicationCommands"]);
    expect(() => anna.slash(closed, "slow")).toThrow(/may not use commands/);
  });
});

it("suggests while a person types", async () => {
  const { anna, channel } = scene;
  const choices = await anna.autocomplete(channel, "echo", "text", "ab").choices();
  expect(choices.map(({ value }) => value)).toEqual(["ab1", "ab2", "ab3"]);
});

it("opens a form and takes it back", async () => {
  const { anna, channel } = scene;
  const modal = await anna.slash(channel, "form").modal();
  expect(() => anna.submitModal(modal, {})).toThrow(/required/);
  const answer = await anna.submitModal(modal, { "Your text": "words" }).message();
  expect(answer.content).toBe("form: words");
});

it("updates the message whose button was pressed, at once and later, and answers a select", async () => {
  const { anna, channel, standIn } = scene;
  const message = await anna.slash(channel, "panel").message();
  expect(renderForPerson(message)).toBe("┃ a panel\n┃ [1] Now  [2] Later\n┃ <1> Pick one\n┃     1 One\n┃     2 Two");
  const now = await standIn.settled(anna.click(message, 1));
  expect(now).toEqual({ kind: "update", message });
  expect(renderForPerson(message)).toContain("pressed now");
  await anna.click(message, "Later").message();
  expect(renderForPerson(message)).toContain("pressed later");
  const chosen = await anna.select(message, 1, ["Two"]).message();
  expect(chosen.content).toBe("chose 2");
  expect(standIn.violations).toEqual([]);
});

it("gives a message command the text whatever the intents, under its localised name", async () => {
  const { anna, channel } = scene;
  const message = anna.say(channel, "not for the bot");
  const answer = await anna.contextMenu(message, "Wiederholen").message();
  expect(answer.content).toBe("echo: not for the bot");
});

describe("time", () => {
  it("tells the person after 3 s that nobody answered, and refuses the late answer with 10062", async () => {
    const { anna, channel, standIn } = scene;
    const interaction = anna.slash(channel, "silent");
    await standIn.delivered();
    standIn.advance(3001);
    expect(await standIn.settled(interaction)).toEqual({ kind: "no-response" });
    const late = client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
      body: { type: 4, data: { content: "late" } },
      auth: false,
    });
    await expect(late).rejects.toMatchObject({ code: 10062, status: 404 });
  });

  it("refuses an edit before any response with 404", async () => {
    const interaction = scene.anna.slash(scene.channel, "silent");
    const edit = client.rest.patch(`/webhooks/${scene.standIn.applicationId}/${interaction.token}/messages/@original`, {
      body: { content: "too early" },
      auth: false,
    });
    await expect(edit).rejects.toMatchObject({ code: 10015, status: 404 });
  });

  it("refuses a token of more than 15 minutes with 401", async () => {
    const interaction = scene.anna.slash(scene.channel, "echo", { text: "x" });
    await interaction.message();
    scene.standIn.advance(15 * 60_000 + 1);
    const edit = client.rest.patch(`/webhooks/${scene.standIn.applicationId}/${interaction.token}/messages/@original`, {
      body: { content: "too late" },
      auth: false,
    });
    await expect(edit).rejects.toMatchObject({ code: 50027, status: 401 });
  });
});
