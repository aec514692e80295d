import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { type BotScene, openBotScene } from "../scene.ts";

let app: Awaited<ReturnType<typeof openCollection>>;
let scene: BotScene;

beforeAll(async () => {
  app = await openCollection();
}, openingTimeoutMs);
afterEach(async () => {
  expect(scene.standIn.violations).toEqual([]);
  await scene.close();
});
afterAll(() => app.close());

const question = "Wie viele Gäste besuchen im August den Leuchtturm?";

describe("without the message-content intent", () => {
  it("answers a mention by a reply, in the language of the question, without pinging anybody", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    expect(answer.replyTo).toBe(asking.id);
    expect(answer.mentions.userIds).toEqual([]);
    expect(renderForPerson(answer)).toContain("9000 Gäste");
    anna.say(channel, "What does a jar of honey cost?", { mention: true });
    const english = await standIn.nextMessage(channel);
    expect(renderForPerson(english)).toContain("six pounds");
    expect(renderForPerson(english)).toContain("More ▶");
  });

  it("answers nothing that does not ask it anything", async () => {
    scene = await openBotScene(app);
    const { anna, ben, channel, guild, standIn } = scene;
    const bot = standIn.addUser("other-bot", { bot: true });
    standIn.join(guild, bot);
    anna.say(channel, `@everyone ${question}`);
    anna.say(channel, question);
    anna.say(channel, "danke!", { mention: true });
    anna.say(channel, question, { mention: ben });
    bot.say(channel, question, { mention: true });
    expect(await scene.answersIn(channel)).toEqual([]);
  });

  it("explains that its role is not itself", async () => {
    scene = await openBotScene(app, { standIn: { allowedIntents: [] } });
    const { ben, channel, guild, standIn } = scene;
    const role = standIn.addBotRole(guild);
    await standIn.delivered();
    const asking = ben.say(channel, `<@&${role.id}> ${question}`);
    const answer = await standIn.nextMessage(channel);
    expect(answer.replyTo).toBe(asking.id);
    expect(renderForPerson(answer)).toContain("/fragen");
  });

  it("answers direct messages, and a greeting with what can be asked", async () => {
    scene = await openBotScene(app);
    const { anna, standIn } = scene;
    anna.say(anna.dm, question);
    expect(renderForPerson(await standIn.nextMessage(anna.dm))).toContain("9000 Gäste");
    anna.say(anna.dm, "und im September?");
    expect(renderForPerson(await standIn.nextMessage(anna.dm))).toContain(`Anschluss an: ${question}`);
    anna.say(anna.dm, "Hallo!");
    expect(renderForPerson(await standIn.nextMessage(anna.dm))).toContain("## Fundstelle");
  });

  it("answers a question that is forwarded to it", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    anna.forward(anna.dm, anna.say(channel, question));
    expect(renderForPerson(await standIn.nextMessage(anna.dm))).toContain("9000 Gäste");
  });

  it("takes a reply that pings its answer as a follow-up, after a restart as well", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    await scene.restart();
    anna.say(channel, "und im September?", { replyTo: answer });
    expect(renderForPerson(await standIn.nextMessage(channel))).toContain(`Anschluss an: ${question}`);
  });

  it("ignores a reply whose text it does not get", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    anna.say(channel, "und im September?", { replyTo: answer, ping: false });
    expect(await scene.answersIn(channel)).toHaveLength(1);
  });

  it("explains that a question is too long", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    anna.say(channel, "Leuchtturm? ".repeat(160), { mention: true });
    expect(renderForPerson(await standIn.nextMessage(channel))).toContain("Die Frage ist zu lang");
  });
});

describe("with the message-content intent", () => {
  it("takes a mention of its role for one of itself", async () => {
    scene = await openBotScene(app, { env: { MESSAGE_CONTENT_INTENT: "true" } });
    const { anna, channel, guild, standIn } = scene;
    const role = standIn.addBotRole(guild);
    await standIn.delivered();
    anna.say(channel, `<@&${role.id}> ${question}`);
    expect(renderForPerson(await standIn.nextMessage(channel))).toContain("9000 Gäste");
  });
});

describe("threads", () => {
  it("opens one for each mention where that is wanted, and goes on in it", async () => {
    scene = await openBotScene(app, { env: { THREADS: "always", MESSAGE_CONTENT_INTENT: "true" } });
    const { anna, channel, standIn } = scene;
    const opened = standIn.next("thread");
    const asking = anna.say(channel, question, { mention: true });
    const thread = await opened;
    expect(thread.name).toBe(question);
    const answer = await standIn.nextMessage(thread, undefined, { includeExisting: true });
    expect(renderForPerson(answer)).toContain("9000 Gäste");
    expect(standIn.threadOf(asking)).toBe(thread);
    anna.say(thread, "Das ist ja interessant.");
    anna.say(thread, "und im September?");
    expect(renderForPerson(await standIn.nextMessage(thread))).toContain(`Anschluss an: ${question}`);
    expect(standIn.messages(channel).filter((message) => message.author.bot)).toEqual([]);
  });

  it("answers in place where it may not open one", async () => {
    scene = await openBotScene(app, { env: { THREADS: "always" } });
    const { anna, channel, standIn } = scene;
    standIn.deny(channel, "bot", ["CreatePublicThreads"]);
    await standIn.delivered();
    const asking = anna.say(channel, question, { mention: true });
    expect((await standIn.nextMessage(channel)).replyTo).toBe(asking.id);
  });

  it("needs the mention in a thread where text is withheld, and not where it is given", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    const thread = anna.openThread(channel, "Leuchtturm");
    anna.say(thread, question, { mention: true });
    await standIn.nextMessage(thread);
    anna.say(thread, "und im September?");
    anna.say(thread, "und im September?", { mention: true });
    expect(renderForPerson(await standIn.nextMessage(thread))).toContain(`Anschluss an: ${question}`);
    expect((await scene.answersIn(thread)).length).toBe(2);
  });

  it("goes on without a mention in a thread where it was asked, after a restart as well", async () => {
    scene = await openBotScene(app, { env: { MESSAGE_CONTENT_INTENT: "true" } });
    const { anna, channel, standIn } = scene;
    const thread = anna.openThread(channel, "Leuchtturm");
    anna.say(thread, "Wie viele kommen im Mai?");
    anna.say(thread, question, { mention: true });
    await standIn.nextMessage(thread);
    await scene.restart();
    anna.say(thread, "und im September?");
    expect(renderForPerson(await standIn.nextMessage(thread))).toContain(`Anschluss an: ${question}`);
    expect((await scene.answersIn(thread)).length).toBe(2);
  });
});

describe("channels where every question is answered", () => {
  it("answers questions, ignores statements, and keeps abstentions to itself", async () => {
    scene = await openBotScene(app, {
      env: { MESSAGE_CONTENT_INTENT: "true" },
      prepare: ({ channel }) => ({ ASK_CHANNELS: channel.id }),
    });
    const { anna, ben, channel, guild, standIn } = scene;
    const other = standIn.addChannel(guild, "andere");
    anna.say(channel, "Gestern war ich am Leuchtturm.");
    anna.say(channel, "Wer gewann den Quidditchpokal?");
    anna.say(channel, question, { mention: ben });
    anna.say(other, question);
    anna.say(channel, question);
    expect(renderForPerson(await standIn.nextMessage(channel, undefined, { includeExisting: true }))).toContain(
      "9000 Gäste",
    );
    expect(await scene.answersIn(channel)).toHaveLength(1);
    expect(await scene.answersIn(other)).toEqual([]);
  });
});

describe("deletion", () => {
  it("takes the answer along when the question is deleted", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    const gone = standIn.next("message-deleted", (message) => message === answer);
    anna.delete(asking);
    await gone;
    expect(standIn.messages(channel)).toEqual([]);
  });

  it("finds the answer after a restart, by what it replies to", async () => {
    scene = await openBotScene(app);
    const { anna, ben, channel, standIn } = scene;
    // The stand-in's clock runs ahead of a bot that starts later.
    const asking = anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    ben.say(channel, question, { mention: true });
    const other = await standIn.nextMessage(channel);
    await scene.restart();
    const gone = standIn.next("message-deleted", (message) => message === answer);
    anna.delete(asking);
    await gone;
    expect(standIn.messages(channel)).toContain(other);
  });

  it("takes the answer in a thread along", async () => {
    scene = await openBotScene(app, { env: { THREADS: "always" } });
    const { anna, channel, standIn } = scene;
    const opened = standIn.next("thread");
    const asking = anna.say(channel, question, { mention: true });
    const thread = await opened;
    const answer = await standIn.nextMessage(thread, undefined, { includeExisting: true });
    await scene.restart();
    const gone = standIn.next("message-deleted", (message) => message === answer);
    anna.delete(asking);
    await gone;
    expect(standIn.messages(thread)).toEqual([]);
  });
});

describe("permissions", () => {
  it("explains by direct message what is missing, and sends nothing elsewhere", async () => {
    scene = await openBotScene(app);
    const { anna, ben, channel, standIn } = scene;
    standIn.deny(channel, "bot", ["SendMessages"]);
    await standIn.delivered();
    anna.say(channel, question, { mention: true });
    const told = renderForPerson(await standIn.nextMessage(anna.dm));
    expect(told).toContain("Nachrichten senden");
    expect(told).toContain(`<#${channel.id}>`);
    expect(await scene.answersIn(channel)).toEqual([]);
    expect(standIn.messages(ben.dm)).toEqual([]);
    expect(standIn.invalidRequests).toBe(0);
  });

  it("goes on where direct messages are closed", async () => {
    scene = await openBotScene(app);
    const { ben, channel, standIn } = scene;
    standIn.deny(channel, "bot", ["SendMessages"]);
    ben.dms = "closed";
    await standIn.delivered();
    ben.say(channel, question, { mention: true });
    expect(await scene.answersIn(channel)).toEqual([]);
    expect(scene.logged.join("")).toContain("direct messages closed");
  });

  it("answers without a reply where it may not read the history", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    standIn.deny(channel, "bot", ["ReadMessageHistory"]);
    await standIn.delivered();
    anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    expect(answer.replyTo).toBeUndefined();
    expect(renderForPerson(answer)).toContain("9000 Gäste");
  });
});

describe("cooldown", () => {
  it("tells the time left, once in a channel and each time to who uses a command, and spares others", async () => {
    scene = await openBotScene(app, { env: { COOLDOWN_PERSON_QUESTIONS: "2", COOLDOWN_PERSON_SECONDS: "600" } });
    const { anna, ben, channel, standIn } = scene;
    for (let i = 0; i < 2; i++) {
      anna.say(channel, question, { mention: true });
      await standIn.nextMessage(channel);
    }
    anna.say(channel, question, { mention: true });
    expect(renderForPerson(await standIn.nextMessage(channel))).toMatch(/Bitte in \d+ Sekunden noch einmal/);
    anna.say(channel, question, { mention: true });
    const reply = await anna.slash(channel, "ask", { question }).message();
    expect(reply.ephemeralFor).toBe(anna.id);
    expect(renderForPerson(reply)).toMatch(/Bitte in \d+ Sekunden/);
    ben.say(channel, question, { mention: true });
    expect(renderForPerson(await standIn.nextMessage(channel))).toContain("9000");
    expect(
      standIn.messages(channel).filter((message) => message.author.bot && message.ephemeralFor === undefined),
    ).toHaveLength(4);
  });
});
