import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import type { StandInOptions } from "../../../discord-stand-in/options.ts";
import { type StandIn, startStandIn } from "../../../discord-stand-in/stand-in.ts";
import { parseSettings } from "../../../src/config.ts";
import { startBot, type Waiting } from "../../../src/discord/bot.ts";
import { createLog } from "../../../src/observability/log.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import type { BotScene } from "../scene.ts";
import {
  answerPart,
  expectNothingThinking,
  expectNothingTwice,
  expectSound,
  inScene,
  question,
} from "./fault-scene.ts";

let app: Awaited<ReturnType<typeof openCollection>>;

beforeAll(async () => {
  app = await openCollection();
}, openingTimeoutMs);
afterAll(() => app.close());

interface Break {
  readonly name: string;
  readonly comesBack: "resume" | "identify";
  readonly options?: StandInOptions;
  readonly happen: (standIn: StandIn) => void;
}

const breaks: readonly Break[] = [
  { name: "cut by the peer", comesBack: "resume", happen: ({ faults }) => faults.dropConnections() },
  { name: "closed with 4000", comesBack: "resume", happen: ({ faults }) => faults.dropConnections(4000) },
  { name: "to be made anew", comesBack: "resume", happen: ({ faults }) => faults.orderReconnect() },
  { name: "invalid, but resumable", comesBack: "resume", happen: ({ faults }) => faults.invalidateSession(true) },
  {
    name: "half open: heartbeats unanswered, nothing sent",
    comesBack: "resume",
    options: { heartbeatIntervalMs: 500 },
    happen: ({ faults }) => faults.stopHeartbeatAcks({ silent: true }),
  },
  {
    name: "without answers to heartbeats",
    comesBack: "resume",
    options: { heartbeatIntervalMs: 500 },
    happen: ({ faults }) => faults.stopHeartbeatAcks(),
  },
  { name: "invalid for good", comesBack: "identify", happen: ({ faults }) => faults.invalidateSession(false) },
  {
    name: "cut, and its resume refused",
    comesBack: "identify",
    happen: ({ faults }) => {
      faults.refuseResume();
      faults.dropConnections();
    },
  },
  { name: "closed with 4009", comesBack: "resume", happen: ({ faults }) => faults.dropConnections(4009) },
];

// The client waits up to five seconds before it identifies again: these wait at the same time.
describe.concurrent("a connection", () => {
  for (const { name, comesBack, options, happen } of breaks) {
    it(`${name} comes back, and what was asked meanwhile is answered once`, () =>
      inScene(app, { ...(options === undefined ? {} : { standIn: options }) }, async (scene) => {
        const { anna, channel, standIn } = scene;
        const back = standIn.next(comesBack);
        happen(standIn);
        if (comesBack === "resume") {
          const answer = standIn.nextMessage(channel);
          anna.say(channel, question, { mention: true });
          await back;
          expect(renderForPerson(await answer)).toContain(answerPart);
        } else await back;
        await expectSound(scene);
        expect(standIn.connections).toBe(1);
      }));
  }

  it("cut ten times in a row comes back", () =>
    inScene(app, {}, async (scene) => {
      for (let time = 0; time < 10; time++) {
        const back = scene.standIn.next("resume");
        scene.standIn.faults.dropConnections();
        await back;
      }
      await expectSound(scene);
    }));
});

/** Starts the bot against what may refuse it. */
function start(
  standIn: StandIn,
  pause: () => Promise<boolean>,
  environment: Record<string, string> = {},
  times: Partial<Waiting> = {},
) {
  const settings = parseSettings({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.url, ...environment });
  const logged: string[] = [];
  const log = createLog({
    level: "debug",
    secrets: [standIn.token],
    isPretty: false,
    write: (line) => logged.push(line),
  });
  return { logged, bot: startBot({ fundstelle: app.fundstelle, settings, log }, standIn.token, { pause, ...times }) };
}

describe.concurrent("a start", () => {
  it("waits and tries again, with a line in the log, while nothing can be connected to", async () => {
    const standIn = await startStandIn();
    standIn.faults.refuseConnections(true);
    let pauses = 0;
    const { bot, logged } = start(standIn, async () => {
      if (++pauses === 2) standIn.faults.refuseConnections(false);
      return true;
    });
    const connected = await bot;
    expect(pauses).toBe(2);
    expect(logged.filter((line) => line.includes("cannot reach Discord, trying again"))).toHaveLength(2);
    expect(standIn.connections).toBe(1);
    await connected?.close();
    await standIn.close();
  });

  it("waits and tries again while the name cannot be found", async () => {
    const standIn = await startStandIn();
    const { bot, logged } = start(standIn, async () => false, { DISCORD_API_URL: "http://discord.invalid/api" });
    expect(await bot).toBeUndefined();
    expect(logged.join("")).toContain("cannot reach Discord");
    await standIn.close();
  });

  it.each([500, 502, 503])("waits and tries again while Discord answers %i", async (status) => {
    const standIn = await startStandIn();
    const fault = standIn.faults.failRest({ match: "/gateway/bot", status, times: 1000 });
    const { bot, logged } = start(standIn, async () => {
      fault.remove();
      return true;
    });
    const connected = await bot;
    expect(logged.join("")).toContain("cannot reach Discord");
    await connected?.close();
    await standIn.close();
  });

  it("ends with 4014 where the intents are not allowed", async () => {
    const standIn = await startStandIn({ allowedIntents: [] });
    const { bot } = start(standIn, async () => true, { MESSAGE_CONTENT_INTENT: "true" });
    await expect(bot).rejects.toMatchObject({ code: "discord-intents-disallowed" });
    await standIn.close();
  });

  it("ends where the token is wrong", async () => {
    const standIn = await startStandIn();
    const settings = parseSettings({ DISCORD_TOKEN: "wrong", DISCORD_API_URL: standIn.url });
    const log = createLog({ level: "silent", secrets: [], isPretty: false, write: () => undefined });
    const bot = startBot({ fundstelle: app.fundstelle, settings, log }, "wrong", { pause: async () => true });
    await expect(bot).rejects.toMatchObject({ code: "discord-token-invalid" });
    await standIn.close();
  });

  it.each([
    [4004, "discord-token-invalid"],
    [4014, "discord-intents-disallowed"],
  ])("is over when Discord closes with %i later on", async (code, reason) => {
    const standIn = await startStandIn();
    const bot = await start(standIn, async () => true).bot;
    standIn.faults.dropConnections(code);
    expect(await bot?.refused).toMatchObject({ code: reason });
    await bot?.close();
    await standIn.close();
  });
});

describe("events", () => {
  it("that come twice and in reverse are answered once", () =>
    inScene(app, {}, async (scene) => {
      const { anna, ben, channel, standIn } = scene;
      standIn.faults.duplicateEvents(2);
      standIn.faults.holdEvents();
      const messages = [anna, ben].map((person) => person.say(channel, question, { mention: true }));
      const asked = anna.slash(channel, "ask", { question });
      const replies = messages.map(({ id }) => standIn.nextMessage(channel, (message) => message.replyTo === id));
      standIn.faults.releaseEvents("reversed");
      await Promise.all([...replies, asked.message()]);
      await standIn.delivered();
      standIn.faults.duplicateEvents(0);
      await expectSound(scene);
      expect(standIn.violations).toEqual([]);
    }));

  it("a deletion that comes before its message leaves no answer", () =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      standIn.faults.holdEvents();
      anna.delete(anna.say(channel, question, { mention: true }));
      standIn.faults.releaseEvents("reversed");
      await expectSound(scene);
      expect(standIn.messages(channel).filter(({ author, deleted }) => author === standIn.bot && !deleted)).toEqual([]);
    }));

  it("of unknown kinds, of unknown components and with missing fields do no harm", () =>
    inScene(app, {}, async (scene) => {
      const { anna, channel, standIn } = scene;
      const asked = anna.slash(channel, "ask", { question });
      const answer = await asked.message();
      const clicked = { ...asked.payload, type: 3, message: { id: answer.id, channel_id: channel.id } };
      const fresh = () => String(BigInt(asked.id) + BigInt(Math.floor(Math.random() * 1e6)) + 1n);
      const said = { id: fresh(), channel_id: channel.id, guild_id: channel.guildId };
      for (const t of [
        "SOMETHING_NEW",
        "INTERACTION_CREATE",
        "MESSAGE_CREATE",
        "MESSAGE_DELETE",
        "MESSAGE_DELETE_BULK",
        "GUILD_CREATE",
        "CHANNEL_UPDATE",
        "THREAD_CREATE",
        "THREAD_UPDATE",
      ])
        standIn.faults.sendRaw({ t, d: {} });
      standIn.faults.sendRaw({ t: "MESSAGE_CREATE", d: said });
      standIn.faults.sendRaw({ t: "INTERACTION_CREATE", d: { ...asked.payload, id: fresh(), type: 77 } });
      standIn.faults.sendRaw({ t: "INTERACTION_CREATE", d: { ...asked.payload, id: fresh(), data: {} } });
      standIn.faults.sendRaw({
        t: "INTERACTION_CREATE",
        d: { ...clicked, id: fresh(), data: { component_type: 99, custom_id: "f1|p" } },
      });
      standIn.faults.sendRaw({ t: "INTERACTION_CREATE", d: { ...clicked, id: fresh(), data: { component_type: 2 } } });
      standIn.faults.sendRaw({
        t: "INTERACTION_CREATE",
        d: { ...clicked, id: fresh(), message: {}, data: { component_type: 2, custom_id: "f1|p" } },
      });
      standIn.faults.sendRawText("no JSON {");
      standIn.faults.sendRawText('{"op":99,"d":null}');
      await standIn.delivered();
      await expectNextAnswersOnly(scene);
    }));
});

async function expectNextAnswersOnly(scene: BotScene): Promise<void> {
  await expectSound(scene);
  expectNothingTwice(scene);
  expectNothingThinking(scene);
}
