/** Measures engines on one collection: each builds in a process, then all answer in turns. */
import { readdirSync, rmSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { freemem } from "node:os";
import { join } from "node:path";
import { EngineClient, GaveUp } from "./engine-client.ts";
import type { Engine } from "./engines/engine.ts";
import { type Built, builtSchema, type Job, type Round } from "./messages.ts";
import { type Entry, type Figures, questionsAtOnce } from "./results.ts";
import { acrossRounds, percentile } from "./statistics.ts";

export interface BenchCollection {
  readonly documentsFolder: string;
  /** File of passages. */
  readonly passages: string;
  /** For what engines save. */
  readonly work: string;
  /** Folder of the compiled benchmarks. */
  readonly program: string;
  /** How long an engine may take to build or to load. */
  readonly limitMs: number;
}

export interface Asking {
  readonly questions: readonly string[];
  /** Those that come several at once: others, for what was asked before may be known. */
  readonly together: readonly string[];
  readonly warmUp: readonly string[];
  readonly rounds: number;
  /** No engine's turn lasts much longer. */
  readonly budgetMs: number;
}

/** Engines that answer in turns stay below this together. */
const sharedMemoryMb = (freemem() / (1 << 20)) * 0.6;

export async function measure(
  engines: readonly Engine[],
  collection: BenchCollection,
  asking: Asking,
  report: (line: string) => void,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  let group: { engine: Engine; job: Job; built: Entry }[] = [];
  let groupMb = 0;
  const answerInTurns = async (): Promise<void> => {
    for (const entry of await measureAnswers(group, collection, asking, report)) entries.push(entry);
    for (const { job } of group) rmSync(job.saved, { recursive: true, force: true });
    group = [];
    groupMb = 0;
  };
  for (const engine of engines) {
    const { job, entry } = await measureBuild(engine, collection, asking.questions[0] ?? "");
    report(`${engine.name}: built in ${((entry.figures.buildMs ?? 0) / 1000).toFixed(1)} s ${entry.gaveUp ?? ""}`);
    if (entry.gaveUp !== null) {
      entries.push(entry);
      rmSync(job.saved, { recursive: true, force: true });
      continue;
    }
    const neededMb = entry.figures.peakMb ?? 0;
    if (group.length > 0 && groupMb + neededMb > sharedMemoryMb) await answerInTurns();
    group.push({ engine, job, built: entry });
    groupMb += neededMb;
  }
  await answerInTurns();
  return engines.flatMap(({ key }) => entries.filter(({ engine }) => engine === key));
}

export async function measureBuild(
  engine: Engine,
  collection: BenchCollection,
  firstQuestion: string,
): Promise<{ job: Job; entry: Entry }> {
  const saved = join(collection.work, engine.key);
  rmSync(saved, { recursive: true, force: true });
  await mkdir(saved, { recursive: true });
  const { documentsFolder, passages } = collection;
  const job: Job = {
    engine: engine.key,
    phase: "build",
    documentsFolder,
    passages,
    saved,
    rebuild: false,
    firstQuestion,
  };
  const { key, name, setup } = engine;
  const client = new EngineClient(collection.program, job, collection.limitMs);
  try {
    const { kind: _, version, serverCpuMs, ...built }: Built = await client.receive(builtSchema);
    const figures = {
      ...built,
      serverBuildCpuMs: serverCpuMs,
      diskMb: built.saveFailure === null ? bytesBelow(saved) / 1e6 : 0,
    };
    return {
      job: { ...job, phase: "serve", rebuild: built.saveFailure !== null },
      entry: { engine: key, name, setup, version, figures, gaveUp: null },
    };
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
    return { job, entry: { engine: key, name, setup, version: engine.version(), figures: {}, gaveUp: error.message } };
  } finally {
    await client.close();
  }
}

interface Serving {
  readonly built: Entry;
  readonly client: EngineClient;
  readonly start: Pick<Figures, "coldMs" | "coldCpuMs" | "loadMs" | "residentMb" | "heapMb" | "otherMb">;
  readonly rounds: Round[];
  readonly withText: Round[];
  readonly atOnce: Round[];
  stages: Readonly<Record<string, number>> | undefined;
  gaveUp: string | null;
}

async function measureAnswers(
  group: readonly { engine: Engine; job: Job; built: Entry }[],
  collection: BenchCollection,
  { questions, together, warmUp, rounds, budgetMs }: Asking,
  report: (line: string) => void,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  const serving: Serving[] = [];
  for (const { job, built } of group) {
    try {
      serving.push(await start(collection, job, built));
    } catch (error) {
      if (!(error instanceof GaveUp)) throw error;
      entries.push({ ...built, gaveUp: `loading: ${error.message}` });
    }
  }
  const ask = async (
    engine: Serving,
    asked: readonly string[],
    { withText = false, withStages = false, atOnce = 1 } = {},
  ): Promise<Round | undefined> => {
    try {
      return engine.gaveUp === null
        ? await engine.client.round({ questions: [...asked], budgetMs, atOnce, withText, withStages, withIds: false })
        : undefined;
    } catch (error) {
      if (!(error instanceof GaveUp)) throw error;
      engine.gaveUp = error.message;
      return undefined;
    }
  };
  for (const engine of serving) await ask(engine, warmUp);
  for (let round = 0; round < rounds; round++) {
    for (const engine of serving) {
      const result = await ask(engine, questions);
      if (result !== undefined) engine.rounds.push(result);
      const besides = await ask(engine, together, { atOnce: questionsAtOnce });
      if (besides !== undefined) engine.atOnce.push(besides);
      if (engine.built.engine !== "fundstelle") continue;
      const withText = await ask(engine, questions, { withText: true });
      if (withText !== undefined) engine.withText.push(withText);
    }
    report(`answered, round ${round + 1} of ${rounds}`);
  }
  for (const engine of serving) {
    if (engine.built.engine === "fundstelle") {
      engine.stages = meanStages(await ask(engine, questions, { withStages: true }));
    }
    await engine.client.close();
    entries.push({
      ...engine.built,
      figures: { ...engine.built.figures, ...engine.start, ...answering(engine) },
      gaveUp: engine.gaveUp,
      ...(engine.stages === undefined ? {} : { stages: engine.stages }),
    });
  }
  return entries;
}

/** A start is measured three times where it is short; the middle one counts. The last process goes on answering. */
async function start({ program, limitMs }: BenchCollection, job: Job, built: Entry): Promise<Serving> {
  const starts: Serving["start"][] = [];
  for (;;) {
    const from = performance.now();
    const client = new EngineClient(program, job, limitMs);
    try {
      const first = await client.ready();
      const { residentMb, heapMb, otherMb } = first.memory;
      starts.push({ coldMs: 0, coldCpuMs: first.ready.cpuMs, loadMs: first.ready.loadMs, residentMb, heapMb, otherMb });
    } catch (error) {
      await client.close();
      throw error;
    }
    const last = starts.at(-1);
    if (last === undefined) throw new Error("unreachable: a start was just measured");
    const coldMs = client.readyAtMs - from;
    starts[starts.length - 1] = { ...last, coldMs };
    if (starts.length === 3 || coldMs > 5_000) {
      const middle = [...starts].sort((a, b) => a.coldMs - b.coldMs)[Math.floor((starts.length - 1) / 2)] ?? last;
      return { built, client, start: middle, rounds: [], withText: [], atOnce: [], stages: undefined, gaveUp: null };
    }
    await client.close();
  }
}

function meanStages(round: Round | undefined): Serving["stages"] {
  if (round === undefined) return undefined;
  const answered = round.latenciesMs.length;
  return Object.fromEntries(Object.entries(round.stages).map(([stage, ms]) => [stage, ms / answered]));
}

function answering({ rounds, withText, atOnce }: Serving): Partial<Figures> {
  if (rounds.length === 0) return {};
  const latencies = acrossRounds(rounds.map(({ latenciesMs }) => latenciesMs));
  const answered = answeredIn(rounds);
  const serverCpuMs = rounds.map((round) => round.serverCpuMs).filter((ms) => ms !== null);
  const texts = acrossRounds(withText.map(({ latenciesMs }) => latenciesMs));
  return {
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    perSecond: perSecondIn(rounds),
    perSecondAtOnce: atOnce.length === 0 ? null : perSecondIn(atOnce),
    serverMb: rounds.at(-1)?.serverMb ?? null,
    serverCpuMsPerQuestion: serverCpuMs.length === 0 ? null : serverCpuMs.reduce((sum, ms) => sum + ms, 0) / answered,
    cpuMsPerQuestion: rounds.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / answered,
    withTextP50Ms: texts.length === 0 ? null : percentile(texts, 0.5),
    withTextP99Ms: texts.length === 0 ? null : percentile(texts, 0.99),
  };
}

function answeredIn(rounds: readonly Round[]): number {
  return rounds.reduce((sum, { latenciesMs }) => sum + latenciesMs.length, 0);
}

function perSecondIn(rounds: readonly Round[]): number {
  return (answeredIn(rounds) * 1000) / rounds.reduce((sum, { wallMs }) => sum + wallMs, 0);
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}
