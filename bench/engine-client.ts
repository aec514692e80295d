/** The bench's side of an engine's process. */
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { z } from "zod";
import {
  type Job,
  type Memory,
  memorySchema,
  type Ready,
  type Round,
  type RoundRequest,
  readySchema,
  roundSchema,
} from "./messages.ts";

/** An engine gets so much heap: with what it keeps outside, it stays below 8 GB. */
const heapMb = 7000;
const defaultLimitMs = 600_000;

/** Why an engine did not come to an end. */
export class GaveUp extends Error {}

/** A running process; its messages are taken one after the other. */
export class EngineClient {
  readonly #child: ChildProcess;
  readonly #messages: unknown[] = [];
  #wake: () => void = () => undefined;
  readonly #limitMs: number;
  #end: string | undefined;
  #errors = "";
  /** When the first message came, by `performance.now()`. */
  readyAtMs = Number.NaN;

  /**
   * @param program folder of the compiled benchmarks
   * @param limitMs how long the process may take to build, to load, or for a round of questions
   */
  constructor(program: string, job: Job, limitMs = defaultLimitMs) {
    this.#limitMs = limitMs;
    this.#child = fork(join(program, "bench", "engine-process.js"), [JSON.stringify(job)], {
      execArgv: [`--max-old-space-size=${heapMb}`, "--expose-gc"],
      stdio: ["ignore", "inherit", "pipe", "ipc"],
    });
    this.#child.on("message", (message) => {
      if (Number.isNaN(this.readyAtMs)) this.readyAtMs = performance.now();
      this.#messages.push(message);
      this.#wake();
    });
    this.#child.stderr?.on("data", (chunk: Buffer) => {
      this.#errors = `${this.#errors}${chunk.toString()}`.slice(-20_000);
    });
    this.#child.on("exit", (code, signal) => {
      this.#end = reasonOf(this.#errors, code, signal);
      this.#wake();
    });
  }

  /** @throws GaveUp where the process ends or the time is over before the message comes */
  async receive<T>(schema: z.ZodType<T>): Promise<T> {
    const deadline = performance.now() + this.#limitMs;
    while (this.#messages.length === 0) {
      if (this.#end !== undefined) throw new GaveUp(this.#end);
      const leftMs = deadline - performance.now();
      if (leftMs <= 0) {
        await this.close();
        throw new GaveUp(`more than ${Math.round(this.#limitMs / 60_000)} minutes`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, leftMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return schema.parse(this.#messages.shift());
  }

  async ready(): Promise<{ ready: Ready; memory: Memory }> {
    return { ready: await this.receive(readySchema), memory: await this.receive(memorySchema) };
  }

  round(request: RoundRequest): Promise<Round> {
    this.#child.send(request);
    return this.receive(roundSchema);
  }

  close(): Promise<void> {
    if (this.#end !== undefined) return Promise.resolve();
    return new Promise((resolve) => {
      this.#child.once("exit", () => resolve());
      this.#child.kill("SIGKILL");
    });
  }
}

function reasonOf(errors: string, code: number | null, signal: string | null): string {
  if (/heap out of memory|Allocation failed|allocation failure/i.test(errors)) return "more than 8 GB";
  const line = /^\w*Error: .*$/m.exec(errors)?.[0];
  return line?.slice(0, 120) ?? `ended with ${signal ?? `code ${code}`}`;
}
