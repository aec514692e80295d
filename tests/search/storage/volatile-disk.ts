import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { computerDisk, type Disk } from "../../../src/search/storage/file-writing.ts";

/** What was done to a disk, in its order; files are numbered as they are made. */
type Done =
  | { readonly kind: "create"; readonly path: string; readonly file: number }
  | { readonly kind: "write"; readonly file: number; readonly position: number; readonly bytes: Uint8Array }
  | { readonly kind: "truncate"; readonly file: number; readonly length: number }
  | { readonly kind: "sync"; readonly file: number }
  | { readonly kind: "rename"; readonly from: string; readonly to: string; readonly file: number }
  | { readonly kind: "remove"; readonly path: string }
  | { readonly kind: "syncFolder"; readonly folder: string }
  /** Somebody was told that this is kept. */
  | { readonly kind: "told"; readonly state: string };

/** What a disk leaves out that it is asked for, to see whether anybody notices. */
export interface Neglect {
  readonly fileSync?: boolean;
  readonly folderSync?: boolean;
  /** Whether a file gets its new name by being written again, and not in one step. */
  readonly atomicRename?: boolean;
}

/** What a power cut leaves: names with the bytes of their files. */
export type Left = ReadonlyMap<string, Uint8Array>;

/**
 * The computer's disk, which notes what is done to it. As on a real one with a cache, what was not synced may be lost at a
 * power cut, each write, name and removal by itself: whatever the disk had written by then in whatever order.
 */
export class VolatileDisk {
  readonly #done: Done[] = [];
  readonly #names = new Map<string, number>();
  readonly #neglect: Neglect;
  #files = 0;

  constructor(neglect: Neglect = {}) {
    this.#neglect = neglect;
  }

  /** How much was done. */
  get length(): number {
    return this.#done.length;
  }

  /** Whether it is amid the writes of a file, where one moment is like the next. */
  isAmidWrites(moment: number): boolean {
    const around = [this.#done[moment - 1], this.#done[moment], this.#done[moment + 1]];
    return around.every((one) => one?.kind === "write");
  }

  tell(state: string): void {
    this.#done.push({ kind: "told", state });
  }

  /** What was told last before a moment; undefined: nothing. */
  toldBefore(moment: number): string | undefined {
    const last = this.#done.slice(0, moment).findLast((one) => one.kind === "told");
    return last?.kind === "told" ? last.state : undefined;
  }

  readonly disk: Disk = {
    open: async (path, flags) => {
      const open = await computerDisk.open(path, flags);
      if (flags === "r") {
        return {
          ...open,
          sync: async () => {
            await open.sync();
            if (this.#neglect.folderSync !== true) this.#done.push({ kind: "syncFolder", folder: path });
          },
        };
      }
      const file = this.#names.get(path) ?? this.#create(path);
      return {
        write: async (bytes, position) => {
          await open.write(bytes, position);
          this.#done.push({ kind: "write", file, position, bytes: Uint8Array.from(bytes) });
        },
        truncate: async (length) => {
          await open.truncate(length);
          this.#done.push({ kind: "truncate", file, length });
        },
        sync: async () => {
          await open.sync();
          if (this.#neglect.fileSync !== true) this.#done.push({ kind: "sync", file });
        },
        close: () => open.close(),
      };
    },
    rename: async (from, to) => {
      await computerDisk.rename(from, to);
      const file = this.#names.get(from) ?? -1;
      if (this.#neglect.atomicRename === true) {
        const copy = this.#create(to);
        for (const one of [...this.#done]) {
          if (one.kind === "write" && one.file === file) this.#done.push({ ...one, file: copy });
        }
        this.#done.push({ kind: "remove", path: from });
      } else {
        this.#done.push({ kind: "rename", from, to, file });
        this.#names.set(to, file);
      }
      this.#names.delete(from);
    },
    remove: async (path) => {
      await computerDisk.remove(path);
      if (this.#names.delete(path)) this.#done.push({ kind: "remove", path });
    },
    makeFolder: (path) => computerDisk.makeFolder(path),
  };

  #create(path: string): number {
    const file = this.#files++;
    this.#names.set(path, file);
    this.#done.push({ kind: "create", path, file });
    return file;
  }

  /**
   * What may or may not be on the disk when the power is cut after so much was done: positions in what was done, those of
   * one file's content together.
   */
  pendingAt(moment: number): number[][] {
    const contents = new Map<number, number[]>();
    let names: { readonly at: number; readonly folder: string }[] = [];
    this.#done.slice(0, moment).forEach((one, at) => {
      if (one.kind === "write" || one.kind === "truncate") {
        contents.set(one.file, [...(contents.get(one.file) ?? []), at]);
      } else if (one.kind === "sync") contents.delete(one.file);
      else if (one.kind === "create" || one.kind === "remove") names.push({ at, folder: dirname(one.path) });
      else if (one.kind === "rename") names.push({ at, folder: dirname(one.to) });
      else if (one.kind === "syncFolder") names = names.filter(({ folder }) => folder !== one.folder);
    });
    return [...contents.values(), ...names.map(({ at }) => [at])];
  }

  /** What is left by a power cut then. @param lost positions of what did not reach the disk, among the pending ones */
  leftAt(moment: number, lost: ReadonlySet<number>): Left {
    const names = new Map<string, number>();
    const contents = new Map<number, Uint8Array>();
    this.#done.slice(0, moment).forEach((one, at) => {
      if (lost.has(at)) return;
      switch (one.kind) {
        case "create":
          names.set(one.path, one.file);
          return;
        case "write":
          contents.set(one.file, written(contents.get(one.file), one.position, one.bytes));
          return;
        case "truncate":
          contents.set(one.file, (contents.get(one.file) ?? new Uint8Array()).slice(0, one.length));
          return;
        case "rename":
          names.delete(one.from);
          names.set(one.to, one.file);
          return;
        case "remove":
          names.delete(one.path);
          return;
        default:
      }
    });
    return new Map([...names].map(([path, file]) => [basename(path), contents.get(file) ?? new Uint8Array()]));
  }
}

/** What lies between the old end and the place is zeros, as in a file with a hole. */
function written(before: Uint8Array | undefined, position: number, bytes: Uint8Array): Uint8Array {
  const old = before ?? new Uint8Array();
  const after = new Uint8Array(Math.max(old.length, position + bytes.length));
  after.set(old);
  after.set(bytes, position);
  return after;
}

/** Which of several things may be lost: none, all, each alone, all but each, and some by chance. */
export function* lossesOf(pending: readonly number[][], random: () => number): Generator<ReadonlySet<number>> {
  yield new Set();
  const all = pending.flat();
  if (all.length === 0) return;
  yield new Set(all);
  for (const one of pending) {
    yield new Set(one);
    yield new Set(all.filter((at) => !one.includes(at)));
  }
  yield new Set(all.filter(() => random() < 0.5));
}

/** Puts what is left into a folder. */
export function restore(folder: string, left: Left): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of left) writeFileSync(join(folder, name), bytes);
}
