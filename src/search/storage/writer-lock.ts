import { randomBytes } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import * as z from "zod";
import { AppError, isMissing } from "../../errors.ts";
import { type FileWriter, isReadOnly } from "./file-writing.ts";

export const lockFile = "writer.lock";

/** The right to write to an index folder; one process holds it at a time. */
export interface WriterLock {
  /** Whether it is still this process's: someone may have removed the file by hand. */
  isHeld(): Promise<boolean>;
  /** Gives it back; a second time does nothing. */
  release(): Promise<void>;
}

export type Locking =
  | { readonly kind: "locked"; readonly lock: WriterLock }
  /** Nothing can be written there: the program runs from memory. */
  | { readonly kind: "read-only"; readonly reason: AppError };

const holderSchema = z.object({ pid: z.int().positive(), token: z.string(), host: z.string(), started: z.string() });
type Holder = z.infer<typeof holderSchema>;

/** A lock whose process cannot be checked (another computer, no content) counts as abandoned after this time. */
const leftBehindMs = 10 * 60_000;
const unfinishedMs = 5_000;
const retryMs = 50;

/**
 * Waits for the right to write to a folder, which is made if need be. The lock of a process that is gone is taken over.
 * @throws AppError `index-locked` where another process still writes when the time is over; `disk-failed`
 */
export async function lockIndex(
  folder: string,
  files: FileWriter,
  { waitMs = 10_000 }: { readonly waitMs?: number } = {},
): Promise<Locking> {
  const path = join(folder, lockFile);
  const own: Holder = {
    pid: process.pid,
    token: randomBytes(16).toString("hex"),
    host: hostname(),
    started: (await startOf(process.pid)) ?? "",
  };
  const until = performance.now() + waitMs;
  try {
    await files.makeFolder(folder);
    while (!(await files.create(path, JSON.stringify(own)))) {
      if (await removeDead(path, own, files)) continue;
      if (performance.now() >= until) throw await lockedError(path);
      await setTimeout(retryMs);
    }
  } catch (failure) {
    if (failure instanceof AppError && isReadOnly(failure)) return { kind: "read-only", reason: failure };
    throw failure;
  }
  return { kind: "locked", lock: createLock(path, own, files) };
}

function createLock(path: string, own: Holder, files: FileWriter): WriterLock {
  const isHeld = async (): Promise<boolean> => (await readHolder(path)).holder?.token === own.token;
  let isReleased = false;
  return {
    isHeld: async () => !isReleased && (await isHeld()),
    async release() {
      if (isReleased) return;
      isReleased = true;
      if (await isHeld()) await files.remove([path]);
    },
  };
}

/** @returns whether it is worth trying again at once */
async function removeDead(path: string, own: Holder, files: FileWriter): Promise<boolean> {
  const { holder, ageMs } = await readHolder(path);
  if (ageMs === undefined) return true;
  const isDead =
    holder === undefined
      ? ageMs > unfinishedMs
      : holder.host === own.host
        ? !(await isRunning(holder))
        : ageMs > leftBehindMs;
  return isDead && removeGuarded(path, holder?.token, own, files);
}

/**
 * Removes a dead lock. Only who has made the guard file may do so, for else a second process that had read the dead
 * lock as well would remove the first one's new lock.
 */
async function removeGuarded(
  path: string,
  deadToken: string | undefined,
  own: Holder,
  files: FileWriter,
): Promise<boolean> {
  const guard = `${path}.takeover`;
  if (!(await files.create(guard, JSON.stringify(own)))) {
    const { ageMs = 0 } = await readHolder(guard);
    if (ageMs > unfinishedMs) await files.remove([guard]);
    return false;
  }
  try {
    const now = await readHolder(path);
    if (now.ageMs !== undefined && now.holder?.token === deadToken) await files.remove([path]);
    return true;
  } finally {
    await files.remove([guard]);
  }
}

/** What stands in a lock and how old it is; without an age there is none. */
async function readHolder(path: string): Promise<{ holder?: Holder; ageMs?: number }> {
  try {
    const { mtimeMs } = await stat(path);
    const ageMs = Math.max(0, Date.now() - mtimeMs);
    const holder = parseHolder(await readFile(path, "utf8"));
    return holder === undefined ? { ageMs } : { holder, ageMs };
  } catch (failure) {
    if (isMissing(failure)) return {};
    throw failure;
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function isRunning({ pid, started }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (failure) {
    return failure instanceof Error && "code" in failure && failure.code === "EPERM";
  }
  const now = await startOf(pid);
  return now === undefined || started === "" || now === started;
}

/** When a process started, where the system tells: numbers of processes are used again, in containers soon. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, "utf8");
    return line.slice(line.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

async function lockedError(path: string): Promise<AppError> {
  const { holder } = await readHolder(path);
  const who = holder === undefined ? "Another process" : `Process ${holder.pid} on ${holder.host}`;
  return new AppError(
    "index-locked",
    `${who} is writing the index.`,
    `Wait until it has finished; if no such process runs, remove ${lockFile} from the index folder.`,
  );
}
