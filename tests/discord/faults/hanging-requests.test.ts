import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import type { RestFault } from "../../../discord-stand-in/rest/rest-faults.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { answerPart, expectNothingThinking, expectNothingTwice, inScene, question } from "./fault-scene.ts";

/** A request that gets no answer, over a connection that stands. */

let app: Awaited<ReturnType<typeof openCollection>>;

beforeAll(async () => {
  app = await openCollection();
}, openingTimeoutMs);
afterAll(() => app.close());

const hangs: readonly [string, Partial<RestFault>][] = [
  ["before Discord has done anything", { hangs: true }],
  ["after Discord has done its work", { loseResponse: "hanging" }],
];

describe.concurrent("a request that hangs", () => {
  it.each(hangs)("%s: the answer to a command comes all the same, once", (_, fault) =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      standIn.faults.failRest({ match: /PATCH .*@original/, ...fault });
      const asked = anna.slash(channel, "ask", { question });
      expect(renderForPerson(await asked.message())).toContain(answerPart);
      expectNothingThinking(scene);
      expectNothingTwice(scene);
    }),
  );

  it.each(hangs)("%s: the answer to a mention comes all the same, once", (_, fault) =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      let posted = 0;
      const done = standIn.next(
        "request",
        ({ method, path }) => method === "POST" && /\/messages$/.test(path) && ++posted === (fault.hangs ? 1 : 2),
      );
      standIn.faults.failRest({ match: /POST .*\/messages$/, ...fault });
      anna.say(channel, question, { mention: true });
      await done;
      const answers = standIn.messages(channel).filter(({ author }) => author === standIn.bot);
      expect(answers.map(renderForPerson).filter((text) => text.includes(answerPart))).toHaveLength(1);
    }),
  );

  it("at the acknowledgement leaves nothing thinking", () =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      standIn.faults.failRest({ match: /\/callback$/, hangs: true });
      const asked = anna.slash(channel, "ask", { question });
      expect(renderForPerson(await asked.message())).toContain(answerPart);
      expectNothingThinking(scene);
    }));
});

describe("a share", () => {
  it.each<[string, Partial<RestFault>]>([
    ["is refused", { status: 500, times: 1 }],
    ["gets no answer", { hangs: true }],
  ])(
    "that %s can be tried again",
    (_, fault) =>
      inScene(app, {}, async (scene) => {
        const { anna, channel, standIn } = scene;
        const answer = await anna.slash(channel, "ask", { question, private: true }).message();
        standIn.faults.failRest({ match: /POST \/webhooks\/\d+\/[^/]+$/, ...fault });
        const failed = anna.select(answer, "Mehr …", ["Für alle sichtbar machen"]);
        await standIn.nextMessage(channel, ({ ephemeralFor }) => ephemeralFor === anna.id, { waitMs: 30_000 });
        await failed.acknowledged;
        const shared = standIn.nextMessage(channel, (message) => renderForPerson(message).includes("Geteilt von"));
        anna.select(answer, "Mehr …", ["Für alle sichtbar machen"]);
        expect(renderForPerson(await shared)).toContain(answerPart);
      }),
    30_000,
  );
});
