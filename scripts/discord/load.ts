/**
 * Load: 1,000 questions a minute from 200 people in 50 channels, through the Discord of the tests, to the program in a
 * process of its own, with the seeds and the default limits.
 *
 *     npm run load -- --minutes 10
 *
 * With `--readers 20` twenty people read the pages of the same process all the while, two pages a second each.
 * `--clicks 30` measures something else: how long others wait while one person clicks so often, at once, through a
 * document of 3 MB.
 */
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { letPeopleAsk } from "../../tests/discord/load/people-asking.ts";
import { type BotProcess, startBotProcess } from "./load/bot-process.ts";
import { measureClicks } from "./load/clicks.ts";
import { growthOf, inMebibytes, type MemorySample } from "./load/memory-samples.ts";
import { readPages } from "./load/people-reading.ts";
import { judgedQuestions } from "./load/questions.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    "per-minute": { type: "string", default: "1000" },
    readers: { type: "string", default: "0" },
    clicks: { type: "string", default: "0" },
  },
});
const minutes = Number(values.minutes);
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const clicks = Number(values.clicks);
const isGood = clicks > 0 ? await measureClicks(clicks, print) : await letCrowdAsk();
process.exitCode = isGood ? 0 : 1;

/** @returns whether every question was answered, in time and memory that do not grow */
async function letCrowdAsk(): Promise<boolean> {
  const bot = await startBotProcess();
  const samples: MemorySample[] = [];
  const stopped = new AbortController();
  const sampling = sampleMemory(bot, samples, stopped.signal);
  const reading = readPages(bot.reader, Number(values.readers), stopped.signal);
  const figures = await letPeopleAsk(bot.standIn, {
    people: 200,
    channels: 50,
    perMinute: Number(values["per-minute"]),
    seconds: minutes * 60,
    questions: judgedQuestions(),
    patienceMs: 30_000,
  });
  stopped.abort();
  await sampling;
  const pages = await reading;
  const errors = await bot.figure("fundstelle_errors_total");
  const violations = bot.standIn.violations.length;
  const exitCode = await bot.close();

  const { acknowledgedMs, answeredMs } = figures;
  const growth = growthOf(samples, 5 * 60_000);
  const { asked, answered, refused, failed, unanswered } = figures;
  print(`asked ${asked}, answered ${answered}, refused ${refused}, failed ${failed}, lost ${unanswered.length}`);
  print(`acknowledged: p50 ${acknowledgedMs.p50} ms, p99 ${acknowledgedMs.p99} ms, most ${acknowledgedMs.most} ms`);
  print(`answered: p50 ${answeredMs.p50} ms, p99 ${answeredMs.p99} ms, most ${answeredMs.most} ms`);
  if (pages.read > 0)
    print(`pages: ${pages.read} read, p50 ${pages.p50} ms, p99 ${pages.p99} ms, failed ${pages.failed}`);
  print(`memory: ${samples.map(({ bytes }) => inMebibytes(bytes)).join(", ")}`);
  print(`memory over the last stretch: ${(growth * 100).toFixed(1)} %`);
  print(`errors ${errors}, broken rules of Discord ${violations}, exit code ${exitCode}`);
  return answered === asked && acknowledgedMs.p99 < 1000 && growth < 0.05 && violations === 0;
}

async function sampleMemory(bot: BotProcess, samples: MemorySample[], signal: AbortSignal): Promise<void> {
  const startedAt = performance.now();
  const everyMs = Math.max(5000, (minutes * 60_000) / 40);
  while (!signal.aborted) {
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) samples.push({ atMs: performance.now() - startedAt, bytes: await bot.memory() });
  }
}
