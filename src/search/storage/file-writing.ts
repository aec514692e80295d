import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { AppError } from "../../errors.ts";

/** The parts of a file system that safe writing needs. Tests substitute a full or a read-only disk. */
export interface Disk {
  open(path: string, flags: "wx" | "r+" | "a" | "r"): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  /** A file that is not there is no failure. */
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
}

export interface OpenFile {
  /** Writes all of it at the given place. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  truncate(length: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The one edge through which files are written. Every failure is an AppError `disk-failed`. */
export interface FileWriter {
  /**
   * Writes a whole file: under another name first, and when all of it is on the disk, in one step to its own name. Who
   * reads meanwhile finds the old file or the new one.
   * @param path where it goes; a function is asked when everything is written
   * @param chunks each is used before the next is asked for
   */
  replace(path: string | (() => string), chunks: Chunks, folder?: string): Promise<void>;
  /**
   * Cuts a file to `length` bytes, or makes an empty one, and adds to it. All of it is on the disk when this returns.
   */
  append(path: string, length: number, bytes: Uint8Array): Promise<void>;
  /** Makes a file that must not be there yet. @returns false where it is */
  create(path: string, content: string): Promise<boolean>;
  /** Removes files; those that are not there are no failure. */
  remove(paths: readonly string[]): Promise<void>;
  /** Makes a folder and those above it. */
  makeFolder(path: string): Promise<void>;
}

export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** The ending of unfinished files' names. Those of a process that is gone can be removed. */
export const unfinishedEnding = ".unfinished";

/** Whether a file's name is one that `replace` gives to what it has not finished; other people's files have others. */
export function isUnfinished(name: string): boolean {
  return /^[0-9a-f]{16}\.unfinished$/.test(name);
}

/** The computer's own file system. */
export const computerDisk: Disk = {
  async open(path, flags) {
    const file = await open(path, flags);
    return {
      write: (bytes, position) => writeAll(file, bytes, position),
      truncate: (length) => file.truncate(length),
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
};

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}

export function createFileWriter(disk: Disk = computerDisk): FileWriter {
  return {
    replace: (path, chunks, folder) =>
      guarded(typeof path === "string" ? path : (folder ?? ""), async () => {
        const where = folder ?? (typeof path === "string" ? dirname(path) : "");
        const unfinished = join(where, `${randomBytes(8).toString("hex")}${unfinishedEnding}`);
        try {
          await writeFile(disk, unfinished, chunks);
          await disk.rename(unfinished, typeof path === "string" ? path : path());
        } catch (failure) {
          await tryTo(() => disk.remove(unfinished));
          throw failure;
        }
        await syncFolder(disk, where);
      }),
    append: (path, length, bytes) =>
      guarded(path, async () => {
        const isNew = length === 0;
        if (isNew) await disk.remove(path);
        const file = await disk.open(path, isNew ? "wx" : "r+");
        try {
          if (!isNew) await file.truncate(length);
          await file.write(bytes, length);
          await file.sync();
        } catch (failure) {
          await tryTo(() => file.truncate(length));
          throw failure;
        } finally {
          await file.close();
        }
        if (isNew) await syncFolder(disk, dirname(path));
      }),
    create: (path, content) =>
      guarded(path, async () => {
        const file = await unless(["EEXIST"], () => disk.open(path, "wx"));
        if (file === undefined) return false;
        try {
          await file.write(Buffer.from(content), 0);
        } catch (failure) {
          await tryTo(() => disk.remove(path));
          throw failure;
        } finally {
          await file.close();
        }
        return true;
      }),
    remove: (paths) =>
      guarded(paths[0] ?? "", async () => {
        for (const path of paths) await disk.remove(path);
      }),
    makeFolder: (path) => guarded(path, () => disk.makeFolder(path)),
  };
}

/** Names in a folder; none where there is no folder. */
export async function namesIn(folder: string): Promise<string[]> {
  return (await unless(["ENOENT", "ENOTDIR"], () => readdir(folder))) ?? [];
}

/** Removes what is not needed any more. @returns false where the disk refused, which does no harm then */
export async function tidied(remove: () => Promise<void>): Promise<boolean> {
  try {
    await remove();
    return true;
  } catch (failure) {
    if (failure instanceof AppError && failure.code === "disk-failed") return false;
    throw failure;
  }
}

async function writeFile(disk: Disk, path: string, chunks: Chunks): Promise<void> {
  const file = await disk.open(path, "wx");
  try {
    let position = 0;
    for await (const chunk of chunks) {
      await file.write(chunk, position);
      position += chunk.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name is durable once its folder is synced; systems whose folders cannot be opened do that themselves. */
async function syncFolder(disk: Disk, folder: string): Promise<void> {
  const handle = await unless(["EISDIR", "EPERM", "EACCES", "EINVAL"], () => disk.open(folder, "r"));
  if (handle === undefined) return;
  try {
    await unless(["EPERM", "EINVAL", "EBADF", "EISDIR"], () => handle.sync());
  } finally {
    await handle.close();
  }
}

async function unless<T>(codes: readonly string[], run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (failure) {
    const code = codeOf(failure);
    if (code !== undefined && codes.includes(code)) return undefined;
    throw failure;
  }
}

/** Cleans up after a failure; only the failure itself is reported. */
async function tryTo(run: () => Promise<void>): Promise<void> {
  await run().catch(() => undefined);
}

async function guarded<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (failure) {
    throw codeOf(failure) === undefined ? failure : diskFailure(path, failure);
  }
}

/** The error for a failed write: which file, what the system says, and what helps. */
function diskFailure(path: string, failure: unknown): AppError {
  const code = codeOf(failure) ?? "unknown";
  const message = `${basename(path) || "A file"} cannot be written in ${dirname(path)} (${code}).`;
  return new AppError("disk-failed", message, remedies[code] ?? "Check the disk, then try again.", { cause: failure });
}

const makeWritable = "Make the folder writable for this program, or choose another with --index.";
const moveFileAway = "A file stands where a folder should be: move it away, or choose another folder with --index.";
const makeRoom = "Free some space on the disk, then try again.";
const remedies: Readonly<Record<string, string>> = {
  ENOSPC: makeRoom,
  EDQUOT: makeRoom,
  EROFS: makeWritable,
  EACCES: makeWritable,
  EPERM: makeWritable,
  EEXIST: moveFileAway,
  ENOTDIR: moveFileAway,
};

function codeOf(failure: unknown): string | undefined {
  return failure instanceof Error && "code" in failure && typeof failure.code === "string" && "syscall" in failure
    ? failure.code
    : undefined;
}

/** Whether a failure means that nothing can be written here at all, rather than not now. */
export function isReadOnly(error: AppError): boolean {
  const code = error.code === "disk-failed" ? codeOf(error.cause) : undefined;
  return code === "EROFS" || code === "EACCES" || code === "EPERM";
}
