import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { gated } from "../faults/fault-scene.ts";
import { type BotScene, openBotScene } from "../scene.ts";

let app: Awaited<ReturnType<typeof openCollection>>;
let scene: BotScene;

beforeAll(async () => {
  app = await openCollection();
}, openingTimeoutMs);
afterEach(() => scene.close());
afterAll(() => app.close());

const question = "Wie viele Gäste besuchen im August den Leuchtturm?";
const posting = /POST .*\/channels\/\d+\/messages$/;
const opening = /POST .*\/threads$/;

describe("where no thread can be opened", () => {
  it.each([
    [160006, "too many threads"],
    [200001, "its title blocked"],
    [50024, "not in such a channel"],
    [99999, "a code that nobody knows yet"],
  ])("(%i, %s) the answer goes to the channel", async (code) => {
    scene = await openBotScene(app, { env: { THREADS: "always" } });
    const { anna, channel, standIn } = scene;
    standIn.faults.failRest({ match: opening, status: 400, code });
    const asking = anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    expect(answer.replyTo).toBe(asking.id);
    expect(renderForPerson(answer)).toContain("9000 Gäste");
  });
});

describe("what Discord does not take", () => {
  it("is told in words of its own where AutoMod blocks it", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    standIn.faults.failRest({ match: posting, status: 400, code: 200000 });
    anna.say(channel, question, { mention: true });
    const told = renderForPerson(await standIn.nextMessage(channel));
    expect(told).toContain("AutoMod");
    expect(told).not.toContain("noch einmal");
    standIn.faults.failRest({ match: /PATCH .*@original/, status: 400, code: 200000 });
    expect(renderForPerson(await anna.slash(channel, "ask", { question }).message())).toContain("AutoMod");
  });

  it("is told by direct message where slow mode keeps us from writing", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    standIn.faults.failRest({ match: `POST /channels/${channel.id}/messages`, status: 400, code: 20016 });
    anna.say(channel, question, { mention: true });
    const told = renderForPerson(await standIn.nextMessage(anna.dm));
    expect(told).toContain("Langsam-Modus");
    expect(told).not.toContain("noch einmal");
  });

  it.each(["a mention", "a command", "an edit"])(
    "for reasons unknown goes out as plain text, and says what is missing (%s)",
    async (what) => {
      scene = await openBotScene(app);
      const { anna, channel, standIn } = scene;
      const fail = (match: RegExp) => standIn.faults.failRest({ match, status: 400, code: 77777 });
      const plain = async (): Promise<string> => {
        if (what === "a command") {
          fail(/PATCH .*@original/);
          return renderForPerson(await anna.slash(channel, "ask", { question }).message());
        }
        if (what === "a mention") fail(posting);
        const answer = standIn.nextMessage(channel);
        const asking = anna.say(channel, question, { mention: true });
        if (what === "a mention") return renderForPerson(await answer);
        const first = await answer;
        fail(/PATCH .*\/messages/);
        const changed = standIn.next("message-edited", (message) => message === first);
        anna.edit(asking, `<@${standIn.bot.id}> Wie viele Gäste besuchen im September den Leuchtturm?`);
        return renderForPerson(await changed);
      };
      const text = await plain();
      expect(text).toContain(what === "an edit" ? "4000 Gäste" : "9000 Gäste");
      expect(text).toContain("77777");
      expect(text).not.toMatch(/\[\d\]/);
      expect(standIn.violations).toEqual([]);
    },
  );
});

describe("what the bot lacks", () => {
  it("is told once a channel and day", async () => {
    scene = await openBotScene(app);
    const { anna, ben, channel, guild, standIn } = scene;
    const other = standIn.addChannel(guild, "andere");
    for (const each of [channel, other]) standIn.deny(each, "bot", ["SendMessages"]);
    await standIn.delivered();
    anna.say(channel, question, { mention: true });
    await standIn.nextMessage(anna.dm);
    anna.say(channel, question, { mention: true });
    ben.say(channel, question, { mention: true });
    anna.say(other, question, { mention: true });
    expect(renderForPerson(await standIn.nextMessage(anna.dm))).toContain(`<#${other.id}>`);
    expect(await scene.answersIn(channel)).toEqual([]);
    expect(standIn.messages(ben.dm)).toEqual([]);
  });

  it("is named as Connect in a voice channel", async () => {
    scene = await openBotScene(app);
    const { anna, guild, standIn } = scene;
    const voice = standIn.addChannel(guild, "Sprechzimmer", { type: "voice" });
    standIn.deny(voice, "bot", ["Connect"]);
    await standIn.delivered();
    anna.say(voice, question, { mention: true });
    const told = renderForPerson(await standIn.nextMessage(anna.dm));
    expect(told).toContain("Verbinden");
    expect(told).not.toContain("Nachrichten senden");
  });

  it("is named as a time-out where it has one", async () => {
    scene = await openBotScene(app);
    const { anna, channel, guild, standIn } = scene;
    standIn.timeOut(guild, "bot", 3_600_000);
    await standIn.delivered();
    anna.say(channel, question, { mention: true });
    expect(renderForPerson(await standIn.nextMessage(anna.dm))).toContain("Timeout");
    expect(standIn.invalidRequests).toBe(0);
  });
});

describe("a server that removes the bot", () => {
  it("in the middle of an answer hears nothing more of it, and nor does the person", async () => {
    const { open, asked, fundstelle } = gated(app);
    scene = await openBotScene(app, { fundstelle });
    const { anna, ben, channel, guild, standIn } = scene;
    ben.say(channel, question, { mention: true });
    await asked;
    standIn.leave(guild, "bot");
    await standIn.delivered();
    open();
    await scene.answersIn(anna.dm);
    expect(standIn.messages(ben.dm)).toEqual([]);
    expect(scene.logged.filter((line) => /"level":(?:50|"error")/.test(line))).toEqual([]);
  });
});

describe("an update without an author", () => {
  it("is left alone", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    const message = anna.say(channel, "Guten Tag zusammen");
    const d = {
      id: message.id,
      channel_id: channel.id,
      guild_id: channel.guildId ?? "",
      edited_timestamp: new Date().toISOString(),
    };
    standIn.faults.sendRaw({
      t: "MESSAGE_UPDATE",
      d: { ...d, content: `<@${standIn.bot.id}> ${question}`, embeds: [] },
    });
    standIn.faults.sendRaw({ t: "MESSAGE_UPDATE", d: { ...d, embeds: [] } });
    expect(await scene.answersIn(channel)).toEqual([]);
    expect(scene.logged.join("")).not.toContain("failed to answer");
  });
});

describe("an event that comes twice", () => {
  // What Discord itself does not do twice (a nonce, a second acknowledgement) would hide that the bot tries to.
  const countRequests = (pattern: RegExp): number =>
    scene.standIn.requests.filter(({ method, path }) => pattern.test(`${method} ${path}`)).length;

  it("is one interaction", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    standIn.faults.duplicateEvents(2);
    await anna.slash(channel, "ask", { question }).message();
    standIn.faults.duplicateEvents(0);
    await scene.answersIn(channel);
    expect(countRequests(/\/callback$/)).toBe(1);
    expect(scene.logged.filter((line) => line.includes('"trigger":"command"'))).toHaveLength(1);
  });

  it("is one message", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    standIn.faults.duplicateEvents(2);
    anna.say(channel, question, { mention: true });
    await standIn.nextMessage(channel);
    standIn.faults.duplicateEvents(0);
    await scene.answersIn(channel);
    expect(countRequests(new RegExp(`POST /channels/${channel.id}/messages`))).toBe(1);
    expect(scene.logged.filter((line) => line.includes('"trigger":"mention"'))).toHaveLength(1);
  });

  it("is one edit", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    const changed = standIn.next("message-edited", (message) => message === answer);
    standIn.faults.duplicateEvents(2);
    anna.edit(asking, `<@${standIn.bot.id}> Wie viele Gäste besuchen im September den Leuchtturm?`);
    await changed;
    standIn.faults.duplicateEvents(0);
    await scene.answersIn(channel);
    expect(countRequests(new RegExp(`GET /channels/${channel.id}/messages/${answer.id}`))).toBe(1);
    expect(countRequests(new RegExp(`PATCH /channels/${channel.id}/messages/${answer.id}`))).toBe(1);
  });
});

describe("errors of /cite", () => {
  it.each([
    ["no citation at all", { reference: "irgendwas" }],
    ["an unknown one", { reference: "leuchtturm:9999" }],
    ["an unknown one in a style", { reference: "leuchtturm:9999", style: "bibtex" }],
  ])("are private: %s", async (_, values) => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    const told = standIn.nextMessage(channel);
    anna.slash(channel, "cite", values);
    const message = await told;
    expect(message.ephemeralFor).toBe(anna.id);
    expect(renderForPerson(message)).toContain("Fundstelle");
    await standIn.delivered();
    expect(standIn.messages(channel).filter(({ ephemeralFor }) => ephemeralFor === undefined)).toEqual([]);
    expect(standIn.violations).toEqual([]);
  });
});
