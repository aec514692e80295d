import { type Client, Events, GatewayIntentBits } from "discord.js";
import { afterEach, beforeEach, expect, it } from "vitest";
import { renderForPerson } from "../../discord-stand-in/console/render.ts";
import { startEchoBot } from "../../discord-stand-in/echo-bot.ts";
import { createClient, logIn, openScene, type Scene } from "../../discord-stand-in/harness.ts";

let scene: Scene;
let client: Client;

async function startBot(): Promise<void> {
  client = createClient(scene.standIn);
  await logIn(client, scene.standIn);
  if (client.isReady()) await startEchoBot(client, []);
}

beforeEach(async () => {
  scene = await openScene();
  await startBot();
});

afterEach(async () => {
  await client.destroy();
  await scene.standIn.close();
});

it("takes commands and buttons in direct messages and in threads", async () => {
  const { anna, channel, standIn } = scene;
  const thread = anna.openThread(channel, "aside", anna.say(channel, "start"));
  for (const place of [anna.dm, thread]) {
    const message = await anna.slash(place, "panel").message();
    expect(message.channelId).toBe(place.id);
    await anna.click(message, "Now").message();
    expect(renderForPerson(message)).toContain("pressed now");
  }
  expect(standIn.violations).toEqual([]);
});

it("keeps messages when the bot starts anew, so that their buttons still work", async () => {
  const { anna, channel, standIn } = scene;
  const message = await anna.slash(channel, "panel").message();
  await client.destroy();
  expect(standIn.connections).toBe(0);
  await startBot();
  await anna.click(message, 2).message();
  expect(renderForPerson(message)).toContain("pressed later");
});

it("lets a wrong person delete nothing, and a moderator everything", () => {
  const { anna, channel, standIn, guild } = scene;
  const [ben, mod] = [standIn.addUser("ben"), standIn.addUser("mod")];
  standIn.join(guild, ben);
  standIn.join(guild, mod, [standIn.addRole(guild, "mods", ["ManageMessages"])]);
  const message = anna.say(channel, "mine");
  expect(() => ben.delete(message)).toThrow(/may not delete/);
  mod.delete(message);
  expect(standIn.messages(channel)).toEqual([]);
});

it("sends a bot the members' events only with the intent for it", async () => {
  const joined: string[] = [];
  const other = createClient(scene.standIn, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers] });
  await logIn(other, scene.standIn);
  client.on(Events.GuildMemberAdd, () => joined.push("without"));
  other.on(Events.GuildMemberAdd, ({ user }) => joined.push(user.username));
  scene.standIn.join(scene.guild, scene.standIn.addUser("carla"));
  await scene.standIn.delivered();
  expect(joined).toEqual(["carla"]);
  await other.destroy();
});
