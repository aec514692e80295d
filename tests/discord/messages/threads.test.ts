import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
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
  vi.useRealTimers();
});
afterAll(() => app.close());

const question = "Wie viele Gäste besuchen im August den Leuchtturm?";
const other = "Wer ist der Vorsitzende des Vereins?";
const day = 24 * 3600_000;

function mention(text: string): string {
  return `<@${scene.standIn.bot.id}> ${text}`;
}

describe("a thread for each mention", () => {
  it("is opened in an announcement channel, and not in the chat of a voice channel", async () => {
    scene = await openBotScene(app, { env: { THREADS: "always" } });
    const { anna, guild, standIn } = scene;
    const [news, voice] = [
      standIn.addChannel(guild, "neues", { type: "announcement" }),
      standIn.addChannel(guild, "plausch", { type: "voice" }),
    ];
    const asking = anna.say(news, question, { mention: true });
    const answer = await standIn.next("message", ({ author }) => author === standIn.bot);
    expect(answer.channelId).toBe(standIn.threadOf(asking)?.id);
    anna.say(voice, question, { mention: true });
    expect(renderForPerson(await standIn.nextMessage(voice))).toContain("9000 Gäste");
  });

  it("is the one that the message has already", async () => {
    scene = await openBotScene(app, { env: { THREADS: "always" } });
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, question);
    const thread = anna.openThread(channel, "Leuchtturm", asking);
    anna.edit(asking, mention(question));
    expect(renderForPerson(await standIn.nextMessage(thread))).toContain("9000 Gäste");
    expect(await scene.answersIn(channel)).toEqual([]);
  });

  it("is opened again where the answer in it changes with its question", async () => {
    scene = await openBotScene(app, { env: { THREADS: "always" } });
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, question, { mention: true });
    const answer = await standIn.next("message", ({ author }) => author === standIn.bot);
    const thread = standIn.threadOf(asking);
    if (thread === undefined) throw new Error("No thread was opened");
    standIn.archive(thread);
    anna.edit(asking, mention(other));
    await vi.waitFor(() => expect(renderForPerson(answer)).toContain("Onno Brahms"), 5000);
    expect(await scene.answersIn(channel)).toEqual([]);
  });

  it("keeps its answer where it is locked", async () => {
    scene = await openBotScene(app, { env: { THREADS: "always" } });
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, question, { mention: true });
    await standIn.next("message", ({ author }) => author === standIn.bot);
    const thread = standIn.threadOf(asking);
    if (thread === undefined) throw new Error("No thread was opened");
    standIn.archive(thread, { archived: true, locked: true });
    anna.edit(asking, mention(other));
    expect(await scene.answersIn(channel)).toEqual([]);
    expect(scene.logged.join("")).not.toContain("failed to answer");
  });
});

describe("a thread", () => {
  it("is gone on in once a command was answered there, whatever was said before", async () => {
    scene = await openBotScene(app, { env: { MESSAGE_CONTENT_INTENT: "true" } });
    const { anna, channel, standIn } = scene;
    const thread = anna.openThread(channel, "Leuchtturm");
    anna.say(thread, "Wer hat die Brötchen bestellt?");
    expect(await scene.answersIn(thread)).toEqual([]);
    await anna.slash(thread, "ask", { question }).message();
    anna.say(thread, "und im September?");
    expect(renderForPerson(await standIn.nextMessage(thread))).toContain("4000 Gäste");
  });
});

describe("an old message that Discord tells of again", () => {
  it("gets no second answer", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, "Hallo zusammen");
    anna.edit(asking, mention(question));
    await standIn.nextMessage(channel);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 20 * day });
    await scene.restart();
    anna.openThread(channel, "Nachgehakt", asking);
    expect(await scene.answersIn(channel)).toHaveLength(1);
  });
});
