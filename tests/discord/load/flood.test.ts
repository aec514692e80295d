import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { answerPart, expectSound, gated, inScene, question } from "../faults/fault-scene.ts";

let app: Awaited<ReturnType<typeof openCollection>>;

beforeAll(async () => {
  app = await openCollection();
}, openingTimeoutMs);
afterAll(() => app.close());

describe("a flood", () => {
  it("of questions of many is answered as far as may wait, and the rest is told that there is too much to do", () => {
    const { open, fundstelle } = gated(app);
    const env = { ANSWERS_AT_WORK: "2", ANSWERS_WAITING: "3" };
    return inScene(app, { fundstelle, env }, async (scene) => {
      const { standIn, guild, channel } = scene;
      const people = Array.from({ length: 9 }, (_, number) => standIn.addUser(`person-${number}`, { locale: "en-US" }));
      for (const person of people) standIn.join(guild, person);
      const asked = people.map((person) => person.slash(channel, "ask", { question }));
      const busy = await Promise.all(asked.slice(5).map((each) => each.message()));
      expect(busy.map(renderForPerson).filter((text) => text.includes("too much to do"))).toHaveLength(4);
      open();
      const answered = await Promise.all(asked.slice(0, 5).map((each) => each.message()));
      expect(answered.map(renderForPerson).filter((text) => text.includes(answerPart))).toHaveLength(5);
      await expectSound(scene);
      expect(scene.logged.join("")).not.toContain("failed to answer");
    });
  });

  it("of one person slows nobody else: their own questions wait behind one of each other", () =>
    inScene(app, { env: { ANSWERS_AT_WORK: "1", COOLDOWN_PERSON_QUESTIONS: "30" } }, async (scene) => {
      const { anna, ben, guild, standIn } = scene;
      const flooded = standIn.addChannel(guild, "flut");
      const quiet = standIn.addChannel(guild, "ruhig");
      await standIn.delivered();
      const order: string[] = [];
      const watched = (name: string, asked: ReturnType<typeof anna.slash>) =>
        asked.message().then((message) => {
          order.push(name);
          return renderForPerson(message);
        });
      const flood = Array.from({ length: 30 }, () => watched("anna", anna.slash(flooded, "ask", { question })));
      const answer = await watched("ben", ben.slash(quiet, "ask", { question }));
      expect(answer).toContain(answerPart);
      await Promise.all(flood);
      expect(order.indexOf("ben")).toBeLessThan(20);
      await expectSound(scene);
    }));

  it("of clicks and forged custom ids is only ever explained", () =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      const asked = anna.slash(channel, "ask", { question });
      const { id } = await asked.message();
      const forged = [
        "",
        "f1",
        "f1|",
        "f1|p",
        "f1|d|zzzzzzzzzzzzz",
        "f1|p|1|de|999999999|0|||",
        "f1|x|../../etc/passwd:1",
        "f0|p|a|b",
        "\u0000",
        "f1|__proto__|x",
        "x".repeat(100),
      ];
      const base = BigInt(asked.id);
      for (const [number, customId] of forged.entries()) {
        const message = { id, channel_id: channel.id, author: { id: standIn.bot.id, username: "x" }, components: [] };
        const data = { component_type: 2, custom_id: customId };
        const event = { ...asked.payload, id: String(base + BigInt(number) + 1n), token: `forged-${number}`, type: 3 };
        standIn.faults.sendRaw({ t: "INTERACTION_CREATE", d: { ...event, message, data } });
      }
      await standIn.delivered();
      await expectSound(scene);
    }));
});
