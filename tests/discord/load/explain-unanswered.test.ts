import { afterEach, beforeEach, expect, it } from "vitest";
import { createClient, logIn, openScene, type Scene } from "../../../discord-stand-in/harness.ts";
import { parseSettings } from "../../../src/config.ts";
import { registerCommands } from "../../../src/discord/registration/register.ts";
import { explainUnanswered } from "./explain-unanswered.ts";

let scene: Scene;
let client: ReturnType<typeof createClient>;

beforeEach(async () => {
  scene = await openScene();
  const { standIn } = scene;
  const { discord } = parseSettings({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.url });
  await registerCommands(discord, { print: () => undefined });
  client = createClient(standIn);
  await logIn(client, standIn);
});
afterEach(async () => {
  await client.destroy();
  await scene.standIn.close();
});

function ask(): { command: { id: string }; mention: { id: string } } {
  const { anna, channel } = scene;
  return {
    command: anna.slash(channel, "ask", { question: "Wann?" }),
    mention: anna.say(channel, "Wann?", { mention: true }),
  };
}

const explained = (trigger: "command" | "mention", asked: { id: string }) =>
  explainUnanswered({ trigger }, scene.standIn.deliveryOf(asked), { patienceMs: 60_000, isReplied: false });

it("does not blame it for an answer to what came when people were about to leave", () => {
  const [publishedAt, sessions] = [1000, 1];
  const answeredAfter = (lateMs: number) =>
    explainUnanswered(
      { trigger: "mention" },
      { publishedAt, sentAt: publishedAt + lateMs, sessions },
      { patienceMs: 60_000, isReplied: true },
    );
  expect(answeredAfter(58_000)).toMatchObject({ isLost: false });
  expect(answeredAfter(2000)).toMatchObject({ isLost: true });
});

it("blames the bot for what it was given and did not answer", () => {
  const { command, mention } = ask();
  expect(explained("command", command)).toMatchObject({ isLost: true });
  expect(explained("mention", mention)).toMatchObject({ isLost: true });
});

it("blames it for a question that nobody knows of", () => {
  expect(explained("mention", { id: "1" })).toMatchObject({ isLost: true });
});

it("blames nobody for what was asked while there was no session", async () => {
  const identified = scene.standIn.next("identify");
  scene.standIn.faults.invalidateSession(false);
  const { command, mention } = ask();
  await identified;
  await scene.standIn.delivered();
  expect(explained("command", command).reason).toContain("no session");
  expect(explained("mention", mention)).toMatchObject({ isLost: false });
});

it("blames nobody for what was asked in a session whose resume was refused", async () => {
  const { standIn } = scene;
  const before = ask();
  await standIn.delivered();
  const identified = standIn.next("identify");
  standIn.faults.refuseResume();
  standIn.faults.dropConnections();
  await standIn.next("disconnect");
  const { command, mention } = ask();
  await identified;
  await scene.standIn.delivered();
  expect(explained("command", command).reason).toContain("session that ended");
  expect(explained("mention", mention)).toMatchObject({ isLost: false });
  expect(explained("mention", before.mention)).toMatchObject({ isLost: true });
});

it("blames it for a mention that a resume brought, however late; not for a command that came too late", async () => {
  const { standIn } = scene;
  const resumed = standIn.next("resume");
  standIn.faults.dropConnections();
  await standIn.next("disconnect");
  const { command, mention } = ask();
  standIn.advance(2500);
  await resumed;
  await standIn.delivered();
  expect(explained("command", command).reason).toContain("Discord gives up");
  expect(explained("mention", mention)).toMatchObject({ isLost: true });
});
