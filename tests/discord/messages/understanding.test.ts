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
const withContent = { MESSAGE_CONTENT_INTENT: "true" };

describe("a question in a conversation", () => {
  it("follows on where it leans on the one before, never because it is short", async () => {
    scene = await openBotScene(app, { env: withContent });
    const { anna, channel, standIn } = scene;
    const thread = anna.openThread(channel, "Leuchtturm");
    for (const place of [anna.dm, thread]) {
      const say = async (text: string, mention = false): Promise<string> => {
        const answer = standIn.nextMessage(place);
        anna.say(place, text, { mention });
        return renderForPerson(await answer);
      };
      await say(question, place === thread);
      expect(await say("Preis Honig Bramley?")).not.toContain("Anschluss an");
      await say(question, place === thread);
      expect(await say("und im September?")).toContain(`Anschluss an: ${question}`);
      expect(await say("Wer hat ihn gebaut?")).toContain("Anschluss an:");
    }
  });
});

describe("what is no question", () => {
  it.each(["lol", "genau", "danke", "Das stimmt nicht."])("gets silence in reply to an answer: %s", async (text) => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    anna.say(channel, text, { replyTo: answer });
    expect(await scene.answersIn(channel)).toHaveLength(1);
  });

  it.each(["help", "hilfe", "was kannst du?", ""])("gets the overview with a mention: %s", async (text) => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    anna.say(channel, text, { mention: true });
    expect(renderForPerson(await standIn.nextMessage(channel))).toContain("## Fundstelle");
  });
});

describe("a bare mention", () => {
  it("in a thread asks what the thread is about", async () => {
    scene = await openBotScene(app, { env: withContent });
    const { anna, ben, channel, standIn } = scene;
    const starter = ben.say(channel, question);
    const thread = ben.openThread(channel, "Zum Leuchtturm", starter);
    anna.say(thread, "", { mention: true });
    expect(renderForPerson(await standIn.nextMessage(thread))).toContain("9000 Gäste");
  });

  it("in a thread whose first message is withheld asks what its title says", async () => {
    scene = await openBotScene(app, { standIn: { allowedIntents: [] } });
    const { anna, ben, channel, standIn } = scene;
    const thread = ben.openThread(channel, question, ben.say(channel, "siehe Titel"));
    anna.say(thread, "", { mention: true });
    expect(renderForPerson(await standIn.nextMessage(thread))).toContain("9000 Gäste");
  });
});

describe("forum posts", () => {
  it("are asked with their title and their text where they mention the bot", async () => {
    scene = await openBotScene(app);
    const { anna, guild, standIn } = scene;
    const forum = standIn.addChannel(guild, "fragen", { type: "forum" });
    await standIn.delivered();
    const { thread } = anna.post(forum, "Gäste am Leuchtturm", `<@${standIn.bot.id}> Wie viele kommen im August?`);
    const answer = await standIn.nextMessage(thread, undefined, { includeExisting: true });
    expect(renderForPerson(answer)).toContain("Frage: Gäste am Leuchtturm Wie viele kommen im August?");
    expect(renderForPerson(answer)).toContain("9000 Gäste");
  });

  it("get one answer each in a chosen forum, or silence where the documents do not have it", async () => {
    let forum: ReturnType<BotScene["standIn"]["addChannel"]> | undefined;
    scene = await openBotScene(app, {
      env: withContent,
      prepare: ({ standIn, guild }) => {
        forum = standIn.addChannel(guild, "fragen", { type: "forum" });
        return { FORUM_CHANNELS: forum.id };
      },
    });
    const { anna, ben, guild, standIn } = scene;
    const other = standIn.addChannel(guild, "anderes", { type: "forum" });
    await standIn.delivered();
    if (forum === undefined) throw new Error("There is no forum");
    const { thread } = anna.post(forum, "Gäste", question);
    expect(renderForPerson(await standIn.nextMessage(thread, undefined, { includeExisting: true }))).toContain("9000");
    ben.say(thread, "Das wüsste ich auch gern.");
    const silent = [
      anna.post(forum, "Quidditch", "Wer gewann den Quidditchpokal 2040?"),
      anna.post(other, "Gäste", question),
    ];
    expect(await scene.answersIn(thread)).toHaveLength(1);
    for (const each of silent) expect(await scene.answersIn(each.thread)).toEqual([]);
  });
});

describe("the question's own Markdown", () => {
  it("keeps spoilers, reads marks as marks, and puts none into thread names", async () => {
    scene = await openBotScene(app, { env: { THREADS: "always" } });
    const { anna, channel, standIn } = scene;
    const opened = standIn.next("thread");
    anna.say(channel, "Wie viele **Gäste** besuchen im ||August|| den `Leuchtturm`?", { mention: true });
    const thread = await opened;
    expect(thread.name).toBe("Wie viele Gäste besuchen im ▮▮▮ den Leuchtturm?");
    const answer = await standIn.nextMessage(thread, undefined, { includeExisting: true });
    expect(renderForPerson(answer)).toContain("Frage: Wie viele Gäste besuchen im ||August|| den Leuchtturm?");
    expect(renderForPerson(answer)).toContain("9000 Gäste");
    const next = await anna.click(answer, "Weitere ▶").message();
    expect(renderForPerson(next)).toContain("||August||");
  });
});

describe("text that is not the message's own", () => {
  const embed = { title: "Zum Leuchtturm", description: question };
  const file = {
    id: "1",
    filename: "message.txt",
    size: question.length,
    contentType: "text/plain",
    description: undefined,
    data: Buffer.from(question),
  };

  it.each(["an embed", "a poll", "a file"])(
    "is read in direct messages and where somebody points to it: %s",
    async (what) => {
      scene = await openBotScene(app, { env: withContent });
      const { anna, ben, channel, standIn } = scene;
      const url = `${standIn.url.replace("/api", "")}/attachments/1/message.txt`;
      const said =
        what === "an embed"
          ? { embeds: [embed] }
          : what === "a poll"
            ? { poll: { question, answers: ["viele", "wenige"] } }
            : { attachments: [{ ...file, url }] };
      const direct = standIn.nextMessage(anna.dm);
      anna.send(anna.dm, said);
      expect(renderForPerson(await direct)).toContain("9000 Gäste");
      const pointed = standIn.nextMessage(channel);
      anna.say(channel, "", { mention: true, replyTo: ben.send(channel, said) });
      expect(renderForPerson(await pointed)).toContain("9000 Gäste");
    },
  );
});

describe("webhooks that post messages again", () => {
  it.each(["posted first", "deleted first"] as const)("leave one answer where that is set (%s)", async (order) => {
    scene = await openBotScene(app, { env: { WEBHOOK_PROXIES: "true" } });
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, question, { mention: true });
    await standIn.nextMessage(channel);
    const { answersIn } = scene;
    anna.proxy(asking, order);
    // Where the deletion came first, the message that was posted again is answered anew.
    await expect.poll(() => answersIn(channel), { timeout: 5000 }).toEqual([expect.stringContaining("9000 Gäste")]);
  });

  it("are bots without the setting", async () => {
    scene = await openBotScene(app);
    const { anna, channel, standIn } = scene;
    const asking = anna.say(channel, question, { mention: true });
    const answer = await standIn.nextMessage(channel);
    const gone = standIn.next("message-deleted", (message) => message === answer);
    anna.proxy(asking);
    await gone;
    expect(await scene.answersIn(channel)).toEqual([]);
  });
});

describe("German people in direct messages", () => {
  it.each(["hallo", "hilfe"])("get German from the first word on, and it stays: %s", async (word) => {
    scene = await openBotScene(app);
    const { ben, standIn } = scene;
    const first = standIn.nextMessage(ben.dm);
    ben.say(ben.dm, word);
    expect(renderForPerson(await first)).toContain("Ich antworte mit Stellen");
    const second = standIn.nextMessage(ben.dm);
    ben.say(ben.dm, "Wiebke Harms");
    expect(renderForPerson(await second)).toContain("Weiterfragen");
  });

  it("get German after a restart as well", async () => {
    scene = await openBotScene(app);
    const { ben, standIn } = scene;
    const first = standIn.nextMessage(ben.dm);
    ben.say(ben.dm, "hallo");
    await first;
    await scene.restart();
    const second = standIn.nextMessage(ben.dm);
    ben.say(ben.dm, "Wiebke Harms");
    expect(renderForPerson(await second)).toContain("Weiterfragen");
  });
});
