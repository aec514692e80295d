import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import type { RestFault } from "../../../discord-stand-in/rest/rest-faults.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { answerPart, expectNextAnswers, expectSound, gated, inScene, passingFaults, question } from "./fault-scene.ts";

let app: Awaited<ReturnType<typeof openCollection>>;

beforeAll(async () => {
  app = await openCollection();
}, openingTimeoutMs);
afterAll(() => app.close());

const deferral = /POST \/interactions\/\d+\/[^/]+\/callback/;
const edit = /PATCH \/webhooks\/\d+\/[^/]+\/messages\/@original/;
const posting = /POST \/channels\/\d+\/messages/;
const opening = /POST \/channels\/\d+\/messages\/\d+\/threads/;

describe.concurrent("a request of a command that meets", () => {
  it.each(
    passingFaults.flatMap(([name, fault]) => [
      [name, "acknowledges", fault, deferral] as const,
      [name, "answers", fault, edit] as const,
    ]),
  )("%s, where it %s, is answered all the same", (_, __, fault, match) =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      const handle = standIn.faults.failRest({ match, ...fault });
      const asked = anna.slash(channel, "ask", { question });
      expect(renderForPerson(await asked.message())).toContain(answerPart);
      expect(handle.hits).toBeGreaterThan(0);
      await expectSound(scene);
    }),
  );
});

describe.concurrent("an answer to a mention that meets", () => {
  it.each(passingFaults)("%s comes once", (_, fault) =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      const handle = standIn.faults.failRest({ match: posting, ...fault });
      const answer = standIn.nextMessage(channel);
      anna.say(channel, question, { mention: true });
      expect(renderForPerson(await answer)).toContain(answerPart);
      await handle.spent;
      await expectSound(scene);
      expect(standIn.messages(channel).filter((message) => message.author === standIn.bot)).toHaveLength(1);
    }),
  );

  it.each(passingFaults)("%s while its thread is opened comes once", (_, fault) =>
    inScene(app, { env: { THREADS: "always" } }, async (scene) => {
      const { anna, channel, standIn } = scene;
      const handle = standIn.faults.failRest({ match: opening, ...fault });
      const asking = anna.say(channel, question, { mention: true });
      await standIn.next("message", (message) => message.author === standIn.bot);
      await handle.spent;
      const thread = standIn.threadOf(asking);
      const answers =
        thread === undefined ? [] : standIn.messages(thread).filter(({ author }) => author === standIn.bot);
      expect(answers.map(renderForPerson).filter((text) => text.includes(answerPart))).toHaveLength(1);
    }),
  );
});

describe.concurrent("a request that fails for good", () => {
  it.each<[string, Partial<RestFault>]>([
    ["unknown message", { status: 404, code: 10008 }],
    ["unknown channel", { status: 404, code: 10003 }],
    ["missing access", { status: 403, code: 50001 }],
    ["missing permission", { status: 403, code: 50013 }],
    ["a message that is gone", { status: 400, code: 50035 }],
    ["an archived thread", { status: 400, code: 50083 }],
    ["failures without end", { status: 500, times: 5 }],
  ])("%s: the bot goes on after a mention", (_, fault) =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      const handle = standIn.faults.failRest({ match: posting, ...fault });
      anna.say(channel, question, { mention: true });
      await handle.spent;
      await expectSound(scene);
    }),
  );

  it.each<[string, RegExp]>([
    ["where it acknowledges", deferral],
    ["where it answers", edit],
  ])("%s: the bot goes on after an unknown interaction", (_, match) =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      const handle = standIn.faults.failRest({ match, status: 404, code: 10062 });
      anna.slash(channel, "ask", { question });
      await handle.spent;
      await expectNextAnswers(scene);
      expect(scene.logged.join("")).toContain("nothing left to answer");
    }),
  );

  it("an answer that Discord does not take five times becomes an explanation", () =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      standIn.faults.failRest({ match: edit, status: 500, times: 5 });
      const asked = anna.slash(channel, "ask", { question });
      expect(renderForPerson(await asked.message())).toContain(asked.id);
      await expectSound(scene);
    }));

  it("an interaction whose token has run out is given up", () => {
    const { open, asked, fundstelle } = gated(app);
    return inScene(app, { fundstelle }, async (scene) => {
      const { anna, channel, standIn } = scene;
      const late = anna.slash(channel, "ask", { question });
      await late.acknowledged;
      await asked;
      const refused = standIn.next("request", ({ path, status }) => path.includes("@original") && status === 401);
      standIn.advance(16 * 60_000);
      open();
      await refused;
      await expectNextAnswers(scene);
      expect(scene.logged.join("")).toContain("nothing left to answer");
    });
  });
});

describe.concurrent("what changes while it is being answered", () => {
  it("an edited question is answered once", () => {
    const { open, asked, fundstelle } = gated(app);
    return inScene(app, { fundstelle }, async (scene) => {
      const { anna, channel, standIn } = scene;
      const message = anna.say(channel, question, { mention: true });
      await asked;
      anna.edit(message, `<@${standIn.bot.id}> ${question} Bitte!`);
      await standIn.delivered();
      const answer = standIn.nextMessage(channel);
      open();
      expect(renderForPerson(await answer)).toContain(answerPart);
      await expectSound(scene);
    });
  });

  it("a deleted question gets no answer", () => {
    const { open, asked, fundstelle } = gated(app);
    return inScene(app, { fundstelle }, async (scene) => {
      const { anna, channel, standIn } = scene;
      const message = anna.say(channel, question, { mention: true });
      await asked;
      anna.delete(message);
      await standIn.delivered();
      open();
      await expectSound(scene);
      expect(standIn.messages(channel).filter(({ author, deleted }) => author === standIn.bot && !deleted)).toEqual([]);
    });
  });

  it.each([false, true])("a thread archived meanwhile (locked: %s) does no harm", (locked) => {
    const { open, asked, fundstelle } = gated(app);
    return inScene(app, { fundstelle }, async (scene) => {
      const { anna, channel, standIn } = scene;
      const thread = anna.openThread(channel, "Leuchtturm");
      await standIn.delivered();
      anna.say(thread, question, { mention: true });
      await asked;
      standIn.archive(thread, { archived: true, locked });
      await standIn.delivered();
      const tried = standIn.next("request", ({ method, path }) => method === "POST" && path.includes(thread.id));
      open();
      await tried;
      await expectSound(scene);
    });
  });

  it("a channel deleted meanwhile does no harm", () => {
    const { open, asked, fundstelle } = gated(app);
    return inScene(app, { fundstelle }, async (scene) => {
      const { anna, guild, standIn } = scene;
      const doomed = standIn.addChannel(guild, "vergänglich");
      await standIn.delivered();
      anna.say(doomed, question, { mention: true });
      await asked;
      standIn.deleteChannel(doomed);
      await standIn.delivered();
      open();
      await expectSound(scene);
    });
  });
});
