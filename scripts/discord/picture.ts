/**
 * The README's picture of an answer in Discord: the real bot answers in the stand-in, and Debian's Chromium takes a picture
 * of the page that lays messages out as Discord does.
 *
 *     npm run picture
 */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { messagePage } from "../../discord-stand-in/page/message-page.ts";
import { startStandIn } from "../../discord-stand-in/stand-in.ts";
import { createApp } from "../../src/app.ts";
import { parseSettings, readSettings } from "../../src/config.ts";
import { startBot } from "../../src/discord/bot.ts";
import { registerCommands } from "../../src/discord/registration/register.ts";
import { createLog } from "../../src/observability/log.ts";
import { hasBrowser, openBrowser } from "../../tests/support/browser.ts";

const file = join(import.meta.dirname, "..", "..", "docs", "answer.png");
/** An answer whose quote is short: the documents are others' texts. */
const question = "Wann startete Nordkorea seinen ersten Spionagesatelliten?";
const viewport = { width: 560, height: 600 };

if (!hasBrowser) {
  process.stderr.write("There is no /usr/bin/chromium: apt-get install chromium\n");
  process.exit(1);
}
const standIn = await startStandIn();
const guild = standIn.addGuild("Lesesaal", { locale: "de" });
const channel = standIn.addChannel(guild, "allgemein");
const anna = standIn.addUser("anna", { locale: "de" });
standIn.join(guild, anna);
const { discord } = parseSettings({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.url });
const settings = { ...readSettings(), discord };
const log = createLog({ level: "silent", secrets: [], isPretty: false, write: () => undefined });
const app = await createApp(settings);
await registerCommands(discord, { print: () => undefined });
const bot = await startBot({ fundstelle: app.fundstelle, settings, log }, standIn.token, { pause: async () => false });
const browser = await openBrowser();
try {
  const asked = process.argv[2] ?? question;
  const answer = standIn.nextMessage(channel);
  const asking = anna.say(channel, asked, { mention: true });
  const page = await browser.newPage({ viewport, deviceScaleFactor: 2 });
  await page.setContent(messagePage([asking, await answer]));
  mkdirSync(dirname(file), { recursive: true });
  await page.locator("body").screenshot({ path: file });
} finally {
  await browser.close();
  await bot?.close();
  await standIn.close();
  await app.close();
}
