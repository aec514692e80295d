import { constants, type Dirent } from "node:fs";
import { basename, dirname, join } from "node:path";

interface Entry {
  readonly number: number;
  readonly kind: "file" | "folder";
  bytes: Buffer;
  changedMs: number;
}

/** What `stat` tells, as far as anybody asks. */
export interface Found {
  readonly size: number;
  readonly ino: number;
  readonly dev: number;
  readonly mtimeMs: number;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** An open file: it stays what it is when its name is given to another. */
export interface OpenEntry {
  readonly path: string;
  stat(asked?: { readonly bigint?: boolean }): Found;
  read(into: Uint8Array, offset: number, length: number, position: number): number;
  readAll(): Buffer;
  write(bytes: Uint8Array, position: number): void;
  truncate(length: number): void;
}

type Flags = string | number | undefined;

/** A disk in memory. Every failure is one of the file system: with code, system call and path. */
export class MemoryDisk {
  readonly #entries = new Map<string, Entry>();
  #numbers = 1;

  constructor() {
    this.#add("/", "folder");
  }

  open(path: string, flags: Flags = "r"): OpenEntry {
    const isNew = flags === "w" || flags === "wx" || flags === "a";
    let entry = this.#entries.get(path);
    if (flags === "wx" && entry !== undefined) throw failure("EEXIST", "open", path);
    if (entry === undefined) {
      if (!isNew) throw failure("ENOENT", "open", path);
      if (this.#entries.get(dirname(path))?.kind !== "folder") throw failure("ENOENT", "open", path);
      entry = this.#add(path, "file");
    }
    const writes =
      isNew || flags === "r+" || (typeof flags === "number" && (flags & (constants.O_WRONLY | constants.O_RDWR)) !== 0);
    if (writes && entry.kind === "folder") throw failure("EISDIR", "open", path);
    if (flags === "w") change(entry, Buffer.alloc(0));
    const opened = entry;
    return {
      path,
      stat: (asked) => foundOf(opened, asked),
      read: (into, offset, length, position) => {
        const read = opened.bytes.subarray(position, position + length);
        into.set(read, offset);
        return read.length;
      },
      readAll: () => Buffer.from(opened.bytes),
      write: (bytes, position) => change(opened, written(opened.bytes, position, bytes)),
      truncate: (length) => change(opened, written(opened.bytes.subarray(0, length), length, new Uint8Array())),
    };
  }

  stat(path: string, asked?: { readonly bigint?: boolean }): Found {
    return foundOf(this.#need("stat", path), asked);
  }

  exists(path: string): boolean {
    return this.#entries.has(path);
  }

  realpath(path: string): string {
    this.#need("realpath", path);
    return path;
  }

  readFile(path: string): Buffer {
    const entry = this.#need("open", path);
    if (entry.kind === "folder") throw failure("EISDIR", "read", path);
    return Buffer.from(entry.bytes);
  }

  writeFile(path: string, bytes: Uint8Array | string): void {
    this.open(path, "w").write(Buffer.from(bytes), 0);
  }

  readdir(path: string): string[] {
    if (this.#need("scandir", path).kind !== "folder") throw failure("ENOTDIR", "scandir", path);
    return [...this.#entries.keys()]
      .filter((other) => other !== "/" && dirname(other) === path)
      .map((other) => basename(other))
      .sort();
  }

  entries(path: string): Pick<Dirent, "name" | "isFile" | "isDirectory" | "isSymbolicLink">[] {
    return this.readdir(path).map((name) => {
      const { kind } = this.#need("scandir", join(path, name));
      return {
        name,
        isFile: () => kind === "file",
        isDirectory: () => kind === "folder",
        isSymbolicLink: () => false,
      };
    });
  }

  mkdir(path: string): void {
    if (this.#entries.get(path)?.kind === "file") throw failure("EEXIST", "mkdir", path);
    if (this.#entries.has(path)) return;
    this.mkdir(dirname(path));
    this.#add(path, "folder");
  }

  rename(from: string, to: string): void {
    const entry = this.#need("rename", from);
    for (const [path, moved] of [...this.#entries]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      this.#entries.delete(path);
      this.#entries.set(`${to}${path.slice(from.length)}`, moved);
    }
    this.#touch(dirname(from));
    this.#touch(dirname(to));
    if (entry.kind === "folder") this.#touch(to);
  }

  remove(path: string): void {
    this.#need("unlink", path);
    for (const other of [...this.#entries.keys()])
      if (other === path || other.startsWith(`${path}/`)) this.#entries.delete(other);
    this.#touch(dirname(path));
  }

  #add(path: string, kind: Entry["kind"]): Entry {
    const entry: Entry = { number: this.#numbers++, kind, bytes: Buffer.alloc(0), changedMs: Date.now() };
    this.#entries.set(path, entry);
    this.#touch(dirname(path));
    return entry;
  }

  #touch(folder: string): void {
    const entry = this.#entries.get(folder);
    if (entry !== undefined) entry.changedMs = Date.now();
  }

  #need(call: string, path: string): Entry {
    const entry = this.#entries.get(path);
    if (entry === undefined) throw failure("ENOENT", call, path);
    return entry;
  }
}

/** A failure as the file system words it. */
export function failure(code: string, syscall: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${syscall} '${path}'`), { code, syscall, path });
}

function change(entry: Entry, bytes: Buffer): void {
  entry.bytes = bytes;
  entry.changedMs = Date.now();
}

function written(before: Buffer, position: number, bytes: Uint8Array): Buffer {
  const after = Buffer.alloc(Math.max(before.length, position + bytes.length));
  before.copy(after);
  after.set(bytes, position);
  return after;
}

function foundOf({ number, kind, bytes, changedMs }: Entry, { bigint = false } = {}): Found {
  const [size, ino, dev] = [bytes.length, number, 1];
  const inNumbers = { size, ino, dev, mtimeMs: changedMs };
  const nanoseconds = BigInt(changedMs) * 1_000_000n;
  return {
    ...inNumbers,
    // The callers that ask for big numbers only compare and print them.
    ...(bigint ? { mtimeNs: nanoseconds, ctimeNs: nanoseconds } : { mtimeNs: 0n, ctimeNs: 0n }),
    isFile: () => kind === "file",
    isDirectory: () => kind === "folder",
    isSymbolicLink: () => false,
  };
}
