import fs from "node:fs";
import promises from "node:fs/promises";
import { Readable } from "node:stream";
import { replaceMethods } from "../replaced.ts";
import type { Random } from "../seeded-random.ts";
import { failure, type MemoryDisk, type OpenEntry } from "./memory-disk.ts";

/** Everything below it is in memory. */
export const simulatedRoot = "/simulated";

/** What a disk does wrong. */
export interface DiskFault {
  /** Part of the paths that it meets. */
  readonly match: string;
  /** Which calls it meets: those that write, those that read, or all. */
  readonly on: "reading" | "writing" | "all";
  /** What the system says then; absent: it works in the end. */
  readonly code?: string;
  /** How long it takes. */
  readonly lateMs?: number;
}

/** How a process sees the disk: its asynchronous calls take virtual time, each as long as chance has it. */
export class FileSystem {
  fault: DiskFault | undefined;
  readonly #disk: MemoryDisk;
  readonly #random: Random;
  readonly #onFailed: (line: string) => void;
  /** Open files of the synchronous calls, by a number that no real file has. */
  readonly #open = new Map<number, OpenEntry>();
  #numbers = 1_000_000;

  constructor(disk: MemoryDisk, random: Random, onFailed: (line: string) => void) {
    this.#disk = disk;
    this.#random = random;
    this.#onFailed = onFailed;
  }

  /** Puts it in the place of Node's own. @returns what ends that */
  takeOver(): () => void {
    const giveBack = [replaceMethods(promises, this.#asynchronous()), replaceMethods(fs, this.#synchronous())];
    return () => {
      for (const give of giveBack) give();
    };
  }

  #asynchronous(): Record<string, unknown> {
    const disk = this.#disk;
    return {
      open: this.#late("open", "reading", async (path: string, flags?: string | number) => {
        const writes = flags !== undefined && flags !== "r" && typeof flags !== "number";
        if (writes) await this.#turn("open", "writing", path);
        return this.#handle(disk.open(path, flags));
      }),
      stat: this.#late("stat", "reading", async (path: string, asked?: { bigint?: boolean }) => disk.stat(path, asked)),
      realpath: this.#late("realpath", "reading", async (path: string) => disk.realpath(path)),
      readdir: this.#late("scandir", "reading", async (path: string, asked?: { withFileTypes?: boolean }) =>
        asked?.withFileTypes === true ? disk.entries(path) : disk.readdir(path),
      ),
      readFile: this.#late("open", "reading", async (path: string, encoding?: BufferEncoding) => {
        const bytes = disk.readFile(path);
        return encoding === undefined ? bytes : bytes.toString(encoding);
      }),
      mkdir: this.#late("mkdir", "writing", async (path: string) => disk.mkdir(path)),
      rename: this.#late("rename", "writing", async (from: string, to: string) => disk.rename(from, to)),
      rm: this.#late("rm", "writing", async (path: string, asked?: { force?: boolean }) => {
        if (asked?.force !== true || disk.exists(path)) disk.remove(path);
      }),
    };
  }

  #handle(opened: OpenEntry) {
    const { path } = opened;
    const late = async <T>(call: string, kind: "reading" | "writing", act: () => T): Promise<T> => {
      await this.#turn(call, kind, path);
      return act();
    };
    return {
      stat: (asked?: { bigint?: boolean }) => late("fstat", "reading", () => opened.stat(asked)),
      read: (into: Uint8Array, offset: number, length: number, position: number) =>
        late("read", "reading", () => ({ bytesRead: opened.read(into, offset, length, position), buffer: into })),
      readFile: () => late("read", "reading", () => opened.readAll()),
      write: (bytes: Uint8Array, offset: number, length: number, position: number) =>
        late("write", "writing", () => {
          opened.write(bytes.subarray(offset, offset + length), position);
          return { bytesWritten: length, buffer: bytes };
        }),
      writeFile: (text: string) => late("write", "writing", () => opened.write(Buffer.from(text), 0)),
      truncate: (length: number) => late("ftruncate", "writing", () => opened.truncate(length)),
      sync: () => late("fsync", "writing", () => undefined),
      close: async () => undefined,
    };
  }

  #synchronous(): Record<string, unknown> {
    const disk = this.#disk;
    const { openSync, fstatSync, readFileSync, closeSync, existsSync, createReadStream } = fs;
    return {
      ...this.#withCallbacks(),
      openSync: (path: string, flags?: number, ...rest: never[]) => {
        if (!isSimulated(path)) return openSync(path, flags ?? "r", ...rest);
        this.#fail("open", "reading", path);
        this.#open.set(++this.#numbers, disk.open(path, flags));
        return this.#numbers;
      },
      fstatSync: (file: number) => this.#open.get(file)?.stat() ?? fstatSync(file),
      readFileSync: (file: string | number, ...rest: never[]) => {
        if (typeof file === "number") return this.#open.get(file)?.readAll() ?? readFileSync(file, ...rest);
        return isSimulated(file) ? disk.readFile(file) : readFileSync(file, ...rest);
      },
      closeSync: (file: number) => {
        if (!this.#open.delete(file)) closeSync(file);
      },
      existsSync: (path: string) => (isSimulated(path) ? disk.exists(path) : existsSync(path)),
      createReadStream: (path: string, ...rest: never[]) =>
        isSimulated(path) ? Readable.from(this.#pieces(path)) : createReadStream(path, ...rest),
    };
  }

  /** Plain handles with callbacks, which come as late as everything asynchronous. */
  #withCallbacks(): Record<string, unknown> {
    const disk = this.#disk;
    const { open, read, close } = fs;
    return {
      open: (path: string, flags: string, ...rest: [never]) => {
        if (!isSimulated(path)) return open(path, flags, ...rest);
        answerLater(lastOf(rest), async () => {
          await this.#turn("open", "reading", path);
          this.#open.set(++this.#numbers, disk.open(path, flags));
          return this.#numbers;
        });
      },
      read: (file: number, into: Uint8Array, offset: number, length: number, position: number, ...rest: [never]) => {
        const opened = this.#open.get(file);
        if (opened === undefined) return read(file, into, offset, length, position, ...rest);
        answerLater(lastOf(rest), async () => {
          await this.#turn("read", "reading", opened.path);
          return opened.read(into, offset, length, position);
        });
      },
      close: (file: number, ...rest: [never]) => {
        if (!this.#open.delete(file)) return close(file, ...rest);
        answerLater(lastOf(rest), async () => undefined);
      },
    };
  }

  async *#pieces(path: string): AsyncGenerator<Buffer> {
    await this.#turn("read", "reading", path);
    yield this.#disk.readFile(path);
  }

  /** A call that takes its time; on a path that is not simulated it is carried out at once, and in its order. */
  #late<A extends readonly [path: string, ...rest: never[]], T>(
    call: string,
    kind: "reading" | "writing",
    act: (...given: A) => Promise<T>,
  ): (...given: A) => Promise<unknown> {
    return async (...given) => {
      const [path] = given;
      if (!isSimulated(path)) return realFile(call, path);
      await this.#turn(call, kind, path);
      return act(...given);
    };
  }

  async #turn(call: string, kind: "reading" | "writing", path: string): Promise<void> {
    const { fault } = this;
    const usualMs = Math.floor(this.#random.between(0, 4));
    const lateMs = meets(fault, kind, path) ? (fault?.lateMs ?? 0) : 0;
    await new Promise<void>((resolve) => setTimeout(resolve, usualMs + lateMs));
    this.#fail(call, kind, path);
  }

  #fail(call: string, kind: "reading" | "writing", path: string): void {
    const { fault } = this;
    if (fault?.code === undefined || !meets(fault, kind, path)) return;
    this.#onFailed(`${call} ${path} ${fault.code}`);
    throw failure(fault.code, call, path);
  }
}

type Callback = (error: unknown, result?: unknown) => void;

function lastOf(given: readonly unknown[]): Callback {
  const last = given.at(-1);
  if (typeof last !== "function") throw new TypeError("A call without a callback.");
  return (error, result) => Reflect.apply(last, undefined, [error, result]);
}

/** Tells a callback what became of an act, outside of the promise: what it throws is nobody's failed act. */
function answerLater(callback: Callback, act: () => Promise<unknown>): void {
  act().then(
    (result) => process.nextTick(callback, null, result),
    (error: unknown) => process.nextTick(callback, error),
  );
}

function meets(fault: DiskFault | undefined, kind: "reading" | "writing", path: string): boolean {
  return fault !== undefined && path.includes(fault.match) && (fault.on === "all" || fault.on === kind);
}

function isSimulated(path: unknown): path is string {
  return typeof path === "string" && (path === simulatedRoot || path.startsWith(`${simulatedRoot}/`));
}

/** Of the computer's own files only one is read: what tells when a process has started. */
async function realFile(call: string, path: string): Promise<string> {
  if (/^\/proc\/\d+\/stat$/.test(path)) return `0 (simulated) ${"0 ".repeat(30)}`;
  throw new Error(`A simulation touches a real file: ${call} ${path}`);
}
