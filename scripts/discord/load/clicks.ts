import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { delayBeside, documentOf } from "../../../tests/discord/load/clicking.ts";
import { startBotProcess } from "./bot-process.ts";

/** Of some 3 MB together. */
const paragraphs = 14_000;
const rounds = 5;
/** What is promised: nobody waits longer for a sign of life because somebody else clicks. */
const promisedMs = 200;

/**
 * Has one person click through a document of 3 MB, so often at once, and another one ask meanwhile.
 * @returns whether others were kept waiting no longer than is promised
 */
export async function measureClicks(clicks: number, print: (line: string) => void): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), "fundstelle-clicks-"));
  const documents = join(folder, "documents");
  await mkdir(documents);
  await writeFile(join(documents, "lang.txt"), documentOf("lang", paragraphs));
  const bot = await startBotProcess({
    SEEDS_DIR: documents,
    COOLDOWN_PERSON_QUESTIONS: "1000000",
    COOLDOWN_CHANNEL_QUESTIONS: "1000000",
  });
  const { standIn } = bot;
  const guild = standIn.addGuild("Lesesaal", { locale: "de" });
  const channel = standIn.addChannel(guild, "allgemein");
  const [clicking, asking] = [standIn.addUser("anna", { locale: "de" }), standIn.addUser("ben", { locale: "de" })];
  for (const person of [clicking, asking]) standIn.join(guild, person);
  await standIn.delivered();
  const alone: number[] = [];
  const beside: number[] = [];
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    alone.push(await delayBeside({ standIn, channel, clicking, asking, clicks: 0 }, "lang"));
    const before = await bot.figure("process_cpu_seconds_total");
    beside.push(await delayBeside({ standIn, channel, clicking, asking, clicks }, "lang"));
    seconds.push((await bot.figure("process_cpu_seconds_total")) - before);
  }
  const exitCode = await bot.close();
  await rm(folder, { recursive: true, force: true });
  print(`acknowledged with nobody beside: ${alone.join(", ")} ms`);
  print(`acknowledged beside ${clicks} clicks in a document of 3 MB: ${beside.join(", ")} ms`);
  print(`processor time of the bot meanwhile: ${seconds.map((each) => each.toFixed(2)).join(", ")} s`);
  const longerMs = Math.max(...beside) - Math.min(...alone);
  print(`longer by ${longerMs} ms at most, exit code ${exitCode}`);
  return longerMs <= promisedMs && standIn.violations.length === 0;
}
