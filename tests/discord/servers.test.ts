import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { renderForPerson } from "../../discord-stand-in/console/render.ts";
import { openCollection, openingTimeoutMs } from "./collection.ts";
import { type BotScene, openBotScene } from "./scene.ts";

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

function newServer(locale: string) {
  const { standIn } = scene;
  const guild = standIn.addGuild("Neue", { locale, withBot: false });
  const channel = standIn.addChannel(guild, "willkommen");
  guild.systemChannelId = channel.id;
  return { guild, channel };
}

it.each([
  ["de", "/fragen"],
  ["en-US", "/ask"],
])("a server that the bot joins is told once what to do next (%s)", async (locale, command) => {
  scene = await openBotScene(app);
  const { standIn } = scene;
  const { guild, channel } = newServer(locale);
  const said = standIn.nextMessage(channel);
  standIn.join(guild, "bot");
  const words = renderForPerson(await said);
  expect(words).toContain(command);
  expect(words).toMatch(/3 Dokumenten|3 documents/);
  expect(scene.logged.join("")).toContain("joined a server");
  // A reconnect is no joining.
  const back = standIn.next("identify", undefined, 20_000);
  standIn.faults.invalidateSession(false);
  await back;
  expect(await scene.answersIn(channel)).toHaveLength(1);
});

it("a server where the bot may not write, or that has no such channel, is left in peace", async () => {
  scene = await openBotScene(app);
  const { standIn } = scene;
  const { guild, channel } = newServer("de");
  standIn.deny(channel, "everyone", ["SendMessages"]);
  standIn.join(guild, "bot");
  const without = standIn.addGuild("Ohne", { withBot: false });
  standIn.join(without, "bot");
  expect(await scene.answersIn(channel)).toEqual([]);
  expect(scene.logged.filter((line) => line.includes("no channel to say hello in"))).toHaveLength(2);
});

it("the bot shows beside its name what it is asked with, and how many documents are open to everybody", async () => {
  const seen: string[] = [];
  scene = await openBotScene(app, {
    env: { LOCALE: "de" },
    prepare: ({ standIn }) => {
      standIn.on("presence", ({ text }) => seen.push(text));
      return undefined;
    },
  });
  await scene.answersIn(scene.anna.dm);
  expect(seen).toContain("/fragen · 3 Dokumente");
});
