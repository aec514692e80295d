import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import type { Message } from "../../../discord-stand-in/state/state.ts";
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
const other = "Wer ist der Vorsitzende des Vereins?";

function edited(answer: Message): Promise<Message> {
  return scene.standIn.next("message-edited", (message) => message === answer);
}

function mention(text: string): string {
  return `<@${scene.standIn.bot.id}> ${text}`;
}

describe("an edited question", () => {
  it("is answered anew in the same message", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    const changed = edited(answer);
    anna.edit(asking, mention(other));
    expect(renderForPerson(await changed)).toContain("Onno Brahms");
    expect(answer.mentions.userIds).toEqual([]);
    expect(await scene.answersIn(channel)).toHaveLength(1);
  });

  it("is answered anew after a restart", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    await scene.restart();
    const changed = edited(answer);
    anna.edit(asking, mention(other));
    expect(renderForPerson(await changed)).toContain("Onno Brahms");
    expect(await scene.answersIn(channel)).toHaveLength(1);
  });

  it("gets one answer, that to the last wording, however fast it is edited", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, question, { mention: true });
    anna.edit(asking, mention("Wann wurde der Leuchtturm gebaut?"));
    anna.edit(asking, mention(other));
    const answer = await standIn.nextMessage(channel);
    await vi.waitFor(() => expect(renderForPerson(answer)).toContain("Onno Brahms"), 10_000);
    expect(await scene.answersIn(channel)).toHaveLength(1);
  });

  it("keeps its answer where the question stays the same, or is none any more", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    anna.edit(asking, mention(`  ${question}`));
    anna.edit(asking, mention("danke!"));
    anna.edit(asking, "Hat sich erledigt.");
    expect(await scene.answersIn(channel)).toEqual([expect.stringContaining("9000 Gäste")]);
    expect(answer.editedAt).toBeUndefined();
  });

  it("gets its first answer when the edit mentions the bot", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, question);
    anna.edit(asking, mention(question));
    expect((await standIn.nextMessage(channel)).replyTo).toBe(asking.id);
    expect(await scene.answersIn(channel)).toHaveLength(1);
  });

  it("gets no second answer after the first was deleted", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    await anna.select(answer, "Mehr …", ["Antwort löschen"]).response;
    anna.edit(asking, mention(other));
    expect(await scene.answersIn(channel)).toEqual([]);
  });
});

describe("a mention in reply to somebody's message", () => {
  it("asks what that message says, where Discord gives its text", async () => {
    scene = await openBotScene(app, { env: { MESSAGE_CONTENT_INTENT: "true" } });
    const { anna, ben, channel, standIn } = scene;
    const said = ben.say(channel, question);
    const asking = anna.say(channel, "", { mention: true, replyTo: said });
    const answer = await standIn.nextMessage(channel);
    expect(answer.replyTo).toBe(asking.id);
    expect(renderForPerson(answer)).toContain(question);
    expect(renderForPerson(answer)).toContain("9000 Gäste");
  });

  it("explains that it does not get the text, and what does", async () => {
    scene = await openBotScene(app, { standIn: { allowedIntents: [] } });
    const { anna, ben, channel, standIn } = scene;
    const said = ben.say(channel, question);
    anna.say(channel, "", { mention: true, replyTo: said });
    expect(renderForPerson(await standIn.nextMessage(channel))).toContain("Belege suchen");
  });
});

describe("a thread below a channel where every question is answered", () => {
  it("is such a channel as well", async () => {
    scene = await openBotScene(app, {
      env: { MESSAGE_CONTENT_INTENT: "true" },
      prepare: ({ channel }) => ({ ASK_CHANNELS: channel.id }),
    });
    const { anna, channel, standIn } = scene;
    const thread = anna.openThread(channel, "Leuchtturm");
    anna.say(thread, "Gestern war ich am Leuchtturm.");
    anna.say(thread, question);
    expect(renderForPerson(await standIn.nextMessage(thread))).toContain("9000 Gäste");
    expect(await scene.answersIn(thread)).toHaveLength(1);
  });
});
