import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import { type StandIn, startStandIn } from "../../../discord-stand-in/stand-in.ts";
import type { Channel } from "../../../discord-stand-in/state/state.ts";
import { parseSettings } from "../../../src/config.ts";
import { type Bot, startBot } from "../../../src/discord/bot.ts";
import { createLog } from "../../../src/observability/log.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";
import { answerPart, question } from "../faults/fault-scene.ts";

let app: Awaited<ReturnType<typeof openCollection>>;

beforeAll(async () => {
  app = await openCollection();
}, openingTimeoutMs);
afterAll(() => app.close());

/** A channel on each of so many shards, in their order, and somebody who is everywhere. */
function placesOn(standIn: StandIn, shards: number) {
  const anna = standIn.addUser("anna", { locale: "de" });
  const places = new Map<number, Channel>();
  while (places.size < shards) {
    const guild = standIn.addGuild("Lesesaal", { locale: "de" });
    standIn.join(guild, anna);
    places.set(Number((BigInt(guild.id) >> 22n) % BigInt(shards)), standIn.addChannel(guild, "allgemein"));
  }
  return { anna, places: [...places].sort(([a], [b]) => a - b).map(([, channel]) => channel) };
}

async function start(standIn: StandIn, environment: Record<string, string> = {}): Promise<Bot> {
  const settings = parseSettings({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.url, ...environment });
  const log = createLog({ level: "silent", secrets: [], isPretty: false, write: () => undefined });
  const waiting = { pause: async () => false };
  const bot = await startBot({ fundstelle: app.fundstelle, settings, log }, standIn.token, waiting);
  if (bot === undefined) throw new Error("The bot did not start");
  return bot;
}

/** Asks in every place, and returns how many answers each has in the end. */
async function askEverywhere(standIn: StandIn, { anna, places }: ReturnType<typeof placesOn>): Promise<number[]> {
  const all = [...places, anna.dm];
  const answers = all.map((channel) => standIn.nextMessage(channel));
  for (const channel of all) anna.say(channel, question, { mention: true });
  for (const answer of await Promise.all(answers)) expect(renderForPerson(answer)).toContain(answerPart);
  await standIn.delivered();
  return all.map((channel) => standIn.messages(channel).filter(({ author }) => author === standIn.bot).length);
}

describe("shards", () => {
  it("are as many as Discord recommends, without a setting", async () => {
    const standIn = await startStandIn({ recommendedShards: 3 });
    const scene = placesOn(standIn, 3);
    const bot = await start(standIn);
    expect(standIn.connections).toBe(3);
    expect(bot.shards).toEqual([0, 1, 2]);
    expect(await askEverywhere(standIn, scene)).toEqual([1, 1, 1, 1]);
    await bot.close();
    await standIn.close();
  });

  it("can be spread over processes, each of which answers its own servers", async () => {
    const standIn = await startStandIn({ recommendedShards: 4 });
    const scene = placesOn(standIn, 4);
    const bots = [
      await start(standIn, { SHARDS: "0,2", SHARD_COUNT: "4" }),
      await start(standIn, { SHARDS: "1, 3", SHARD_COUNT: "4" }),
    ];
    expect(bots.map(({ shards }) => shards)).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(standIn.connections).toBe(4);
    expect(await askEverywhere(standIn, scene)).toEqual([1, 1, 1, 1, 1]);
    for (const bot of bots) await bot.close();
    await standIn.close();
  });

  it("each have a sign of life of their own", async () => {
    const standIn = await startStandIn({ recommendedShards: 2, heartbeatIntervalMs: 200 });
    const bot = await start(standIn);
    standIn.faults.setGatewayDoor("hanging");
    const cut = standIn.next("disconnect");
    standIn.faults.dropConnections(undefined, 1);
    await cut;
    const [alive, deaf] = [bot.signOfLife(0), bot.signOfLife(1)];
    await standIn.next("heartbeat");
    await standIn.next("heartbeat");
    expect(bot.signOfLife(0)).not.toBe(alive);
    expect(bot.signOfLife(1)).toBe(deaf);
    expect(bot.isConnected()).toBe(false);
    await bot.close();
    await standIn.close();
  });

  it.each([
    [{ SHARDS: "0,1" }, /SHARD_COUNT/],
    [{ SHARDS: "0,4", SHARD_COUNT: "4" }, /SHARDS/],
    [{ SHARDS: "all" }, /SHARDS/],
    [{ SHARD_COUNT: "0" }, /SHARD_COUNT/],
  ])("must fit together: %o", (environment, message) => {
    expect(() => parseSettings(environment)).toThrow(message);
  });

  it("are all of so many where only their number is given", () => {
    expect(parseSettings({ SHARD_COUNT: "2" }).discord.shards).toEqual({ ids: [0, 1], count: 2 });
  });
});
