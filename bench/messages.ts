/** What the bench and its engines' processes say to each other. */
import { z } from "zod";

/** What an engine's process is to do, its only argument. */
export const jobSchema = z.object({
  engine: z.string(),
  phase: z.enum(["build", "serve"]),
  /** Folder of the documents. */
  documentsFolder: z.string(),
  /** File of their passages. */
  passages: z.string(),
  /** Folder for what the engine saves. */
  saved: z.string(),
  /** Whether the engine has nothing saved and builds instead of loading. */
  rebuild: z.boolean(),
  firstQuestion: z.string(),
});
export type Job = z.infer<typeof jobSchema>;

export const builtSchema = z.object({
  kind: z.literal("built"),
  version: z.string(),
  buildMs: z.number(),
  buildCpuMs: z.number(),
  peakMb: z.number(),
  /** Processor time of a server of the engine's, until its index was saved; null without one. */
  serverCpuMs: z.number().nullable(),
  saveMs: z.number(),
  /** Why the index could not be saved; null where it was. */
  saveFailure: z.string().nullable(),
});

export const readySchema = z.object({ kind: z.literal("ready"), cpuMs: z.number(), loadMs: z.number() });

export const memorySchema = z.object({
  kind: z.literal("memory"),
  residentMb: z.number(),
  heapMb: z.number(),
  otherMb: z.number(),
});

export const roundRequestSchema = z.object({
  questions: z.array(z.string()),
  /** No new question is begun after so long. */
  budgetMs: z.number(),
  /** So many questions are under way together. */
  atOnce: z.number(),
  withText: z.boolean(),
  withIds: z.boolean(),
  withStages: z.boolean(),
});
export type RoundRequest = z.infer<typeof roundRequestSchema>;

export const roundSchema = z.object({
  kind: z.literal("round"),
  latenciesMs: z.array(z.number()),
  wallMs: z.number(),
  cpuMs: z.number(),
  /** Of a server of the engine's, at the end; null without one. */
  serverMb: z.number().nullable(),
  /** Its processor time for this round. */
  serverCpuMs: z.number().nullable(),
  ids: z.array(z.array(z.number())),
  /** Milliseconds of all questions together, by what they were spent on. */
  stages: z.record(z.string(), z.number()),
});

export type Built = z.infer<typeof builtSchema>;
export type Ready = z.infer<typeof readySchema>;
export type Memory = z.infer<typeof memorySchema>;
export type Round = z.infer<typeof roundSchema>;
