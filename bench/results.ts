import { z } from "zod";

/** Where questions come together, so many are under way. */
export const questionsAtOnce = 8;

const figures = z.object({
  buildMs: z.number(),
  buildCpuMs: z.number(),
  peakMb: z.number(),
  saveMs: z.number(),
  saveFailure: z.string().nullable(),
  diskMb: z.number(),
  coldMs: z.number(),
  coldCpuMs: z.number(),
  /** The built program, from its start to its first answer, the best of its starts; `coldMs` is of the engine in the benchmark's own process. */
  programColdMs: z.number(),
  loadMs: z.number(),
  residentMb: z.number(),
  heapMb: z.number(),
  otherMb: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  perSecond: z.number(),
  cpuMsPerQuestion: z.number(),
  withTextP50Ms: z.number().nullable(),
  withTextP99Ms: z.number().nullable(),
  /** With several questions under way together. */
  perSecondAtOnce: z.number().nullable(),
  /** Of an engine's server, which is a process of its own: while building, and while answering. */
  serverBuildCpuMs: z.number().nullable(),
  serverMb: z.number().nullable(),
  serverCpuMsPerQuestion: z.number().nullable(),
});
export type Figures = z.infer<typeof figures>;

const entry = z.object({
  engine: z.string(),
  name: z.string(),
  setup: z.string(),
  version: z.string(),
  /** What was measured before the engine gave up, if it did. */
  figures: figures.partial(),
  gaveUp: z.string().nullable(),
  /** Mean milliseconds of a question, by what they are spent on, where the engine knows. */
  stages: z.record(z.string(), z.number()).exactOptional(),
});
export type Entry = z.infer<typeof entry>;

const quality = z.object({
  engine: z.string(),
  recallAt1: z.number(),
  mrrAt10: z.number(),
  gaveUp: z.string().nullable(),
});
export type Quality = z.infer<typeof quality>;

/** Where engines that are given titles and headings find the right passages. */
const headingsQuality = z.object({
  collections: z.array(z.object({ name: z.string(), passages: z.number(), questions: z.number() })),
  engines: z.array(
    z.object({
      engine: z.string(),
      name: z.string(),
      setup: z.string(),
      version: z.string().nullable(),
      /** By collection, then by question: the place of the first right passage from 1, null beyond ten. Empty: not installed. */
      places: z.array(z.array(z.number().nullable())),
    }),
  ),
});
export type HeadingsQuality = z.infer<typeof headingsQuality>;

const run = z.object({
  /** `seeds`, or the number of passages asked for. */
  corpus: z.string(),
  passages: z.number(),
  textMb: z.number(),
  questions: z.number(),
  rounds: z.number(),
  entries: z.array(entry),
});
export type Run = z.infer<typeof run>;

export const reportSchema = z.object({
  date: z.string(),
  command: z.string(),
  machine: z.object({
    processor: z.string(),
    cores: z.number(),
    memoryGb: z.number(),
    platform: z.string(),
    node: z.string(),
  }),
  quality: z.object({ set: z.string(), questions: z.number(), engines: z.array(quality) }).nullable(),
  headings: headingsQuality.nullable().default(null),
  runs: z.array(run),
});
export type Report = z.infer<typeof reportSchema>;
