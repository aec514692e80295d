/**
 * A Discord of one's own: the stand-in of the tests with the real bot in it, and a console to use both as a person in
 * Discord would. No account and no network are needed: `npm run discord:local`, then `help`.
 */
import { createInterface } from "node:readline";
import { runConsole } from "../../discord-stand-in/console/console.ts";
import { startStandIn } from "../../discord-stand-in/stand-in.ts";
import { createApp } from "../../src/app.ts";
import { parseSettings, readSettings } from "../../src/config.ts";
import { defined } from "../../src/defined.ts";
import { startBot } from "../../src/discord/bot.ts";
import { registerCommands } from "../../src/discord/registration/register.ts";
import { createLog } from "../../src/observability/log.ts";
import { openStore } from "../../src/store/store.ts";

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const own = readSettings();
const standIn = await startStandIn();
const { discord } = parseSettings({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.url });
const settings = {
  ...own,
  discord: { ...own.discord, token: discord.token, apiUrl: discord.apiUrl, applicationId: standIn.applicationId },
};
const log = createLog({
  level: settings.logLevel === "info" ? "warn" : settings.logLevel,
  secrets: [standIn.token],
  isPretty: true,
  write: (line) => process.stderr.write(line),
});

const app = await createApp(settings);
await registerCommands(settings.discord, { print: () => undefined });
const store = await openStore(settings);
const { fundstelle, serverDocuments } = app;
const parts = { fundstelle, settings, log, store, ...defined({ serverDocuments }) };
const bot = await startBot(parts, standIn.token, { pause: async () => false });
if (bot === undefined) throw new Error("The bot could not connect to the stand-in");
const lines = createInterface({ input: process.stdin });
try {
  await runConsole(standIn, { lines, print });
} finally {
  lines.close();
  await bot.close();
  await standIn.close();
  await app.close();
  await store.close();
}
