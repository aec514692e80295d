/** The process of one engine: builds and saves, or loads and answers what it is asked. */
import { setTimeout } from "node:timers/promises";
import type { EngineInput, Searcher } from "./engines/engine.ts";
import { engineOf } from "./engines/engines.ts";
import {
  type Built,
  jobSchema,
  type Memory,
  type Ready,
  type Round,
  type RoundRequest,
  roundRequestSchema,
} from "./messages.ts";
import { readPassages } from "./passages-file.ts";

const megabyte = 1 << 20;
const job = jobSchema.parse(JSON.parse(process.argv[2] ?? "null"));
const engine = await engineOf(job.engine);
const input: EngineInput = {
  documentsFolder: job.documentsFolder,
  passages: async function* () {
    for await (const { text } of readPassages(job.passages)) yield text;
  },
};

if (job.phase === "build") await build();
else await serve();

async function build(): Promise<void> {
  const from = performance.now();
  const cpuFrom = process.cpuUsage();
  const searcher = await engine.build(input, job.saved);
  const buildMs = performance.now() - from;
  const buildCpuMs = cpuMs(cpuFrom);
  const server = await searcher.server?.();
  const saveFrom = performance.now();
  const saveFailure = await saved(searcher);
  const built: Built = {
    kind: "built",
    version: engine.version(),
    buildMs,
    buildCpuMs,
    peakMb: process.resourceUsage().maxRSS / 1024,
    serverCpuMs: server?.cpuMs ?? null,
    saveMs: performance.now() - saveFrom,
    saveFailure,
  };
  send(built);
  process.disconnect();
}

/** @returns why it could not be saved, or null */
async function saved(searcher: Searcher): Promise<string | null> {
  try {
    await searcher.save(job.saved);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function serve(): Promise<void> {
  const from = performance.now();
  const searcher = job.rebuild ? await engine.build(input, job.saved) : await engine.load(job.saved, input);
  const loadMs = performance.now() - from;
  await searcher.search(job.firstQuestion);
  const ready: Ready = { kind: "ready", cpuMs: cpuMs(), loadMs };
  send(ready);
  send(await memory());
  process.on("message", (message) => {
    answer(searcher, roundRequestSchema.parse(message)).then(send, (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    });
  });
}

/** What stays after two collections. */
async function memory(): Promise<Memory> {
  for (let i = 0; i < 2; i++) {
    globalThis.gc?.();
    await setTimeout(50);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { kind: "memory", residentMb: rss / megabyte, heapMb: heapUsed / megabyte, otherMb: external / megabyte };
}

async function answer(
  searcher: Searcher,
  { questions, budgetMs, atOnce, withText, withIds, withStages }: RoundRequest,
): Promise<Round> {
  const latenciesMs: number[] = [];
  const ids: number[][] = [];
  const stages: Record<string, number> = {};
  const serverFrom = await searcher.server?.();
  const from = performance.now();
  const cpuFrom = process.cpuUsage();
  const waiting = questions.values();
  const answerInTurn = async (): Promise<void> => {
    for (const question of waiting) {
      const start = performance.now();
      if (withStages) addUp(stages, (await searcher.stages?.(question)) ?? {});
      else if (withText) await searcher.searchWithText?.(question);
      else {
        const found = await searcher.search(question);
        if (withIds) ids.push([...found]);
      }
      latenciesMs.push(performance.now() - start);
      if (performance.now() - from > budgetMs) break;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, answerInTurn));
  const wallMs = performance.now() - from;
  const ownCpuMs = cpuMs(cpuFrom);
  const server = await searcher.server?.();
  return {
    kind: "round",
    latenciesMs,
    wallMs,
    cpuMs: ownCpuMs,
    serverMb: server?.residentMb ?? null,
    serverCpuMs: server === undefined || serverFrom === undefined ? null : server.cpuMs - serverFrom.cpuMs,
    ids,
    stages,
  };
}

function addUp(sums: Record<string, number>, times: Readonly<Record<string, number>>): void {
  for (const [stage, ms] of Object.entries(times)) sums[stage] = (sums[stage] ?? 0) + ms;
}

function cpuMs(from?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

function send(message: Built | Ready | Memory | Round): void {
  process.send?.(message);
}
