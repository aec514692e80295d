import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { type StandIn, startStandIn } from "../../../discord-stand-in/stand-in.ts";
import { parseSettings } from "../../../src/config.ts";
import { startBot, type Waiting } from "../../../src/discord/bot.ts";
import { pauseAfter } from "../../../src/discord/connection/patient-shards.ts";
import { createLog } from "../../../src/observability/log.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { answerPart, expectSound, inScene, question } from "./fault-scene.ts";

/** A gateway that does not let the bot in, while REST works. */

let app: Awaited<ReturnType<typeof openCollection>>;

beforeAll(async () => {
  app = await openCollection();
}, openingTimeoutMs);
afterAll(() => app.close());

const impatient = {
  firstPauseMs: 10,
  longestPauseMs: 50,
  handshakeTimeoutMs: 300,
  greetingTimeoutMs: 300,
  resumeTimeoutMs: 300,
};

function start(standIn: StandIn, waiting: Partial<Waiting> = {}) {
  const settings = parseSettings({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.url });
  const logged: string[] = [];
  const log = createLog({ level: "debug", secrets: [], isPretty: false, write: (line) => logged.push(line) });
  const bot = startBot({ fundstelle: app.fundstelle, settings, log }, standIn.token, {
    pause: async () => false,
    ...impatient,
    ...waiting,
  });
  return { bot, logged };
}

/** Counts what the bot does at the gateway. */
function watch(standIn: StandIn) {
  const seen = { handshakes: 0, identifies: 0 };
  standIn.on("handshake", () => seen.handshakes++);
  standIn.on("identify", () => seen.identifies++);
  return seen;
}

describe.concurrent("a gateway that refuses while REST works", () => {
  it.each([520, 502, "hanging", "unfriendly"] as const)(
    "(%s) lets in one bot, which answers once, when it opens again",
    async (door) => {
      const standIn = await startStandIn({ waitMs: 15_000 });
      const guild = standIn.addGuild("Lesesaal", { locale: "de" });
      const channel = standIn.addChannel(guild, "allgemein");
      const anna = standIn.addUser("anna", { locale: "de" });
      standIn.join(guild, anna);
      standIn.faults.setGatewayDoor(door);
      const seen = watch(standIn);
      let attempts = 0;
      const thrice = standIn.next("handshake", () => ++attempts === 3, 15_000);
      const { bot } = start(standIn);
      await thrice;
      standIn.faults.setGatewayDoor("open");
      const connected = await bot;
      anna.say(channel, question, { mention: true });
      expect(renderForPerson(await standIn.nextMessage(channel))).toContain(answerPart);
      await standIn.delivered();
      expect(standIn.connections).toBe(1);
      expect(seen.identifies).toBe(1);
      expect(standIn.messages(channel).filter(({ author }) => author === standIn.bot)).toHaveLength(1);
      const gone = standIn.next("disconnect");
      await connected?.close();
      await gone;
      expect(standIn.connections).toBe(0);
      await standIn.close();
    },
  );

  it.each([520, "hanging", "unfriendly"] as const)(
    "(%s) does not keep a start from being called off, and hears no more of it",
    async (door) => {
      const standIn = await startStandIn({ waitMs: 15_000 });
      standIn.faults.setGatewayDoor(door);
      const calledOff = new AbortController();
      const attempted = standIn.next("handshake");
      const { bot } = start(standIn, { signal: calledOff.signal });
      await attempted;
      calledOff.abort();
      expect(await bot).toBeUndefined();
      standIn.faults.setGatewayDoor("open");
      const seen = watch(standIn);
      // Another bot comes and goes: by then one that was left behind would have tried again.
      const { bot: other } = start(standIn);
      await (await other)?.close();
      const { bot: third } = start(standIn);
      await (await third)?.close();
      expect(seen.identifies).toBe(2);
      expect(standIn.connections).toBe(0);
      await standIn.close();
    },
  );

  it.each([520, "hanging", "unfriendly"] as const)(
    "(%s) in the middle of the day is waited for, and what was asked meanwhile is answered once",
    (door) =>
      inScene(app, { waiting: impatient }, async (scene) => {
        const { anna, channel, standIn } = scene;
        let attempts = 0;
        const twice = standIn.next("handshake", () => ++attempts === 2);
        standIn.faults.setGatewayDoor(door);
        standIn.faults.dropConnections();
        anna.say(channel, question, { mention: true });
        await twice;
        const answer = standIn.nextMessage(channel);
        standIn.faults.setGatewayDoor("open");
        expect(renderForPerson(await answer)).toContain(answerPart);
        await expectSound(scene);
        expect(standIn.connections).toBe(1);
      }),
  );

  it("that leaves a resume unanswered is left for a new session", () =>
    inScene(app, { waiting: impatient, standIn: { heartbeatIntervalMs: 100 } }, async (scene) => {
      const { standIn } = scene;
      const anew = standIn.next("identify");
      standIn.faults.ignoreResume();
      standIn.faults.dropConnections();
      await anew;
      await expectSound(scene);
    }));

  it("is knocked at after growing pauses", () => {
    const times = { ...impatient, firstPauseMs: 1000, longestPauseMs: 15_000 };
    expect([0, 1, 2, 3, 4, 5, 6, 60].map((failures) => pauseAfter(failures, times))).toEqual([
      0, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000,
    ]);
  });
});

describe("a lost connection", () => {
  it.each([4000, 4009, 1006])("is told of with its close code (%i)", (code) =>
    inScene(app, { waiting: impatient }, async ({ standIn, logged }) => {
      const back = standIn.next("resume");
      standIn.faults.dropConnections(code === 1006 ? undefined : code);
      await back;
      const lines = logged.map((line): unknown => JSON.parse(line));
      expect(lines).toContainEqual(expect.objectContaining({ msg: "connection lost", code, shard: 0 }));
    }),
  );

  it.each([
    [4010, "discord-shards-wrong", /SHARD_COUNT/],
    [4011, "discord-shards-wrong", /SHARD_COUNT/],
    [4012, "discord-version-unknown", /Update/],
    [4013, "discord-version-unknown", /Update/],
    [4014, "discord-intents-disallowed", /Message Content Intent/],
  ])("with %i, at the start and later on, ends with what to do", async (closeCode, code, remedy) => {
    const standIn = await startStandIn();
    const running = await start(standIn).bot;
    standIn.faults.dropConnections(closeCode);
    expect(await running?.refused).toMatchObject({ code, remedy: expect.stringMatching(remedy) });
    await running?.close();
    standIn.faults.refuseIdentify(closeCode);
    await expect(start(standIn).bot).rejects.toMatchObject({ code, remedy: expect.stringMatching(remedy) });
    await standIn.close();
  });
});
