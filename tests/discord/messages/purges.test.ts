import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import type { Message } from "../../../discord-stand-in/state/state.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { answerPart, question } from "../faults/fault-scene.ts";
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

const oldMessages = 1000;

/** A channel with much in it from before the bot's start, among it three questions that were answered. */
async function withHistory(): Promise<{ old: Message[]; answers: Message[] }> {
  const { anna, channel, standIn } = scene;
  const old: Message[] = [];
  const answers: Message[] = [];
  for (let number = 0; number < oldMessages; number++) {
    const isQuestion = number % 400 === 100;
    const answer = isQuestion ? standIn.nextMessage(channel) : undefined;
    old.push(anna.say(channel, isQuestion ? question : `Nachricht ${number}`, { mention: isQuestion }));
    if (answer !== undefined) answers.push(await answer);
  }
  await scene.restart();
  await standIn.delivered();
  return { old, answers };
}

function lookUps(): number {
  return scene.standIn.requests.filter(({ method, path }) => method === "GET" && /\/messages$/.test(path)).length;
}

describe("a purge of a thousand old messages", () => {
  it.each(["in bulk", "one by one"])(
    "%s takes the answers along, with few look-ups, and keeps nobody waiting",
    async (how) => {
      scene = await openBotScene(app);
      const { anna, ben, channel, guild, standIn } = scene;
      const { old, answers } = await withHistory();
      const elsewhere = standIn.addChannel(guild, "nebenan");
      await standIn.delivered();
      const gone = answers.map((answer) => standIn.next("message-deleted", (message) => message === answer));
      standIn.faults.failRest({ match: /GET .*\/messages$/, delayMs: 300, times: 100 });
      if (how === "in bulk") standIn.purge(channel, old);
      else for (const message of old) anna.delete(message);
      const answer = standIn.nextMessage(elsewhere);
      ben.say(elsewhere, question, { mention: true });
      expect(renderForPerson(await answer)).toContain(answerPart);
      await Promise.all(gone);
      expect(lookUps()).toBeLessThan(10);
      expect(scene.logged.join("")).not.toContain("too much to do");
    },
  );

  it("is answered in bulk where the bot may delete so", async () => {
    scene = await openBotScene(app);
    const { channel, standIn } = scene;
    standIn.allow(channel, "bot", ["ManageMessages"]);
    await standIn.delivered();
    const { old, answers } = await withHistory();
    const gone = answers.map((answer) => standIn.next("message-deleted", (message) => message === answer));
    standIn.purge(channel, old);
    await Promise.all(gone);
    const deletions = standIn.requests.filter(({ method, path }) => method === "DELETE" || /bulk-delete$/.test(path));
    expect(deletions.map(({ path }) => path)).toEqual([`/channels/${channel.id}/messages/bulk-delete`]);
  });
});
