/**
 * Soak: people ask for an hour while Discord fails at random, in every way that its stand-in knows.
 *
 *     npm run soak -- --minutes 60 --seed 1
 *
 * Every question without an answer is traced: what Discord never delivers, or delivers when it has given up itself, no bot
 * can answer; everything else counts as lost. Nothing may be lost, answered twice or left thinking.
 */
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { messageFlags } from "../../discord-stand-in/flags.ts";
import type { StandIn } from "../../discord-stand-in/stand-in.ts";
import { seededRandom } from "../../src/evaluation/perturb.ts";
import { explainUnanswered } from "../../tests/discord/load/explain-unanswered.ts";
import { letPeopleAsk, type Unanswered } from "../../tests/discord/load/people-asking.ts";
import { startBotProcess } from "./load/bot-process.ts";
import { growthOf, inMebibytes, type MemorySample } from "./load/memory-samples.ts";
import { judgedQuestions } from "./load/questions.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "60" },
    "per-minute": { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
  },
});
const minutes = Number(values.minutes);
const random = seededRandom(Number(values.seed));
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** People wait so long for an answer. */
const patienceMs = 60_000;
/** Faults this near to a question may have to do with it. */
const causeMs = 10_000;

type Fault = readonly [name: string, happen: (standIn: StandIn) => void];

const anything = /POST|PATCH/;
const faults: readonly Fault[] = [
  ["cut", ({ faults: f }) => f.dropConnections()],
  ["closed with 4000", ({ faults: f }) => f.dropConnections(4000)],
  ["reconnect ordered", ({ faults: f }) => f.orderReconnect()],
  ["session invalid, resumable", ({ faults: f }) => f.invalidateSession(true)],
  ["session invalid", ({ faults: f }) => f.invalidateSession(false)],
  [
    "resume refused",
    ({ faults: f }) => {
      f.refuseResume();
      f.dropConnections();
    },
  ],
  ["500", ({ faults: f }) => void f.failRest({ match: anything, status: 500, times: 3 })],
  ["502", ({ faults: f }) => void f.failRest({ match: anything, status: 502, times: 3 })],
  ["503", ({ faults: f }) => void f.failRest({ match: anything, status: 503, times: 3 })],
  ["429", ({ faults: f }) => void f.failRest({ match: anything, status: 429, retryAfter: 0.5 })],
  ["429, global", ({ faults: f }) => void f.failRest({ match: anything, status: 429, retryAfter: 0.5, global: true })],
  [
    "response lost by a reset",
    ({ faults: f }) => void f.failRest({ match: anything, loseResponse: "reset", times: 3 }),
  ],
  [
    "response lost by a close",
    ({ faults: f }) => void f.failRest({ match: anything, loseResponse: "closed", times: 3 }),
  ],
  ["slow", ({ faults: f }) => void f.failRest({ match: anything, delayMs: 800, times: 10 })],
  ["requests hang", ({ faults: f }) => void f.failRest({ match: anything, hangs: true, times: 3 })],
  [
    "no answer to a resume",
    ({ faults: f }) => {
      f.ignoreResume();
      f.dropConnections();
    },
  ],
  ...([520, "hanging", "unfriendly"] as const).map(
    (door): Fault => [`gateway ${door}`, (standIn) => closeDoor(standIn, door)],
  ),
  ["nothing to connect to", (standIn) => closeAll(standIn)],
  ["every event twice", ({ faults: f }) => f.duplicateEvents()],
  ["once again", ({ faults: f }) => f.duplicateEvents(0)],
  ["unknown event", ({ faults: f }) => f.sendRaw({ t: "SOMETHING_NEW", d: {} })],
  ["malformed message", ({ faults: f }) => f.sendRaw({ t: "MESSAGE_CREATE", d: { id: "1", author: null } })],
  ["no JSON", ({ faults: f }) => f.sendRawText("{")],
];

/** So long Discord's gateway stays closed. */
const closedMs = 30_000;

/** Cuts the connection, and lets nobody in again for a time. */
function closeDoor({ faults: f }: StandIn, door: 520 | "hanging" | "unfriendly"): void {
  f.setGatewayDoor(door);
  f.dropConnections();
  setTimeout(() => f.setGatewayDoor("open"), closedMs * random()).unref();
}

function closeAll({ faults: f }: StandIn): void {
  f.refuseConnections(true);
  f.dropConnections();
  setTimeout(() => f.refuseConnections(false), (closedMs * random()) / 3).unref();
}

const bot = await startBotProcess();
const { standIn } = bot;
const samples: MemorySample[] = [];
/** What failed when, in milliseconds since the epoch. */
const happened: { readonly name: string; readonly at: number }[] = [];
const stopped = new AbortController();
const failing = failAtRandom(stopped.signal);
const plan = { people: 200, channels: 50, perMinute: Number(values["per-minute"]), questions: judgedQuestions() };
const figures = await letPeopleAsk(standIn, { ...plan, seconds: minutes * 60, patienceMs });
stopped.abort();
await failing;
standIn.faults.clear();
// Discord is well again: the bot has its longest pause and what it is in the middle of to notice.
await pause(45_000);
const afterwards = await letPeopleAsk(standIn, { ...plan, seconds: 15, patienceMs: 30_000 });
const reconnects = await bot.figure("fundstelle_gateway_reconnects_total");
const errors = await bot.figures("fundstelle_errors_total");
const hasEnded = bot.hasEnded();
const thinking = countThinking();
const unanswered = figures.unanswered.map(trace);
const twice = countTwice();
const exitCode = await bot.close();

print(`faults: ${faults.map(([name]) => `${name} ${timesOf(name)}`).join(", ")}`);
const lost = unanswered.filter(({ isLost }) => isLost).length;
print(
  `asked ${figures.asked}, answered ${figures.answered}, refused ${figures.refused}, failed ${figures.failed}, ` +
    `without an answer ${unanswered.length}, of these lost ${lost}`,
);
for (const each of unanswered) print(`  ${each.line}`);
print(`afterwards: asked ${afterwards.asked}, answered ${afterwards.answered}, p99 ${afterwards.answeredMs.p99} ms`);
print(
  `answered twice ${twice}, left thinking ${thinking}, reconnects ${reconnects}, errors told ${errors.join(", ") || "none"}`,
);
for (const line of bot.log.filter((each) => each.includes('"level":"error"')).slice(-20))
  print(`  ${line.slice(0, 600)}`);
print(`answered: p50 ${figures.answeredMs.p50} ms, p99 ${figures.answeredMs.p99} ms`);
print(`memory: ${samples.map(({ bytes }) => inMebibytes(bytes)).join(", ")}`);
print(`memory over the last stretch: ${(growthOf(samples, 5 * 60_000) * 100).toFixed(1)} %`);
print(`ended by itself: ${hasEnded}, exit code ${exitCode}`);
const isSound = lost + twice + thinking === 0 && afterwards.answered === afterwards.asked;
process.exitCode = isSound && !hasEnded && exitCode === 0 ? 0 : 1;

function timesOf(fault: string): number {
  return happened.filter(({ name }) => name === fault).length;
}

function trace(question: Unanswered): { readonly isLost: boolean; readonly line: string } {
  const delivery = standIn.deliveryOf(question);
  const isReplied = standIn.channels
    .flatMap((channel) => standIn.messages(channel))
    .some(({ author, replyTo }) => author === standIn.bot && replyTo === question.id);
  const { isLost, reason } = explainUnanswered(question, delivery, { patienceMs, isReplied });
  const at = delivery?.publishedAt ?? 0;
  const failing = happened
    .filter((fault) => fault.at > at - causeMs && fault.at < at + causeMs)
    .map((fault) => `${fault.name} ${fault.at - at > 0 ? "+" : ""}${fault.at - at} ms`);
  const requests = standIn.requests
    .filter(({ path }) => path.includes(question.id))
    .map((request) => `${request.method} ${request.status} after ${request.at - at} ms`);
  const parts = [isLost ? "LOST" : "not to be answered", question.trigger, reason, `faults: ${failing.join(", ")}`];
  return { isLost, line: [...parts, `requests: ${requests.join(", ") || "none"}`].join("; ") };
}

async function failAtRandom(signal: AbortSignal): Promise<void> {
  const startedAt = performance.now();
  while (!signal.aborted) {
    await pause(2000 + random() * 8000, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const fault = faults[Math.floor(random() * faults.length)];
    if (fault === undefined) return;
    const [name, happen] = fault;
    happened.push({ name, at: Date.now() });
    happen(standIn);
    samples.push({ atMs: performance.now() - startedAt, bytes: await bot.memory() });
  }
}

function countThinking(): number {
  return standIn.channels
    .flatMap((channel) => standIn.messages(channel))
    .filter(({ flags, deleted }) => (flags & messageFlags.loading) !== 0 && !deleted).length;
}

function countTwice(): number {
  const answered = standIn.channels
    .flatMap((channel) => standIn.messages(channel))
    .filter(({ author, deleted }) => author === standIn.bot && !deleted)
    .flatMap(({ interaction, replyTo }) => interaction?.id ?? replyTo ?? []);
  return answered.length - new Set(answered).size;
}
