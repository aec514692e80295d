import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { FSWatcher } from "chokidar";
import { describeError } from "../errors.ts";
import { isDocumentPath, mayHoldDocuments } from "./find-files.ts";
import { sourcesFileName } from "./metadata/sources-file.ts";
import { entryEnding } from "./servers/entry.ts";

/** What may have changed below a folder: these files (paths with forward slashes), or anything. */
export type Touched = ReadonlySet<string> | "anything";

export interface FolderWatch {
  close(): Promise<void>;
}

export interface WatchOptions {
  /** Called with one thing after the other; the next waits until it has returned. */
  readonly onChange: (touched: Touched) => Promise<void>;
  /** Called when the system refuses to tell of changes. */
  readonly onProblem: (reason: string) => void;
  /** Changes are reported once a folder has been quiet for this long. */
  readonly quietMs?: number;
  /** How often it is checked whether the folder is still the same one. */
  readonly checkMs?: number;
}

/** Where files never stop changing, what has changed is reported after this time all the same. */
const longestMs = 5_000;

/**
 * Tells of changes of documents below a folder when they are complete: when nothing has happened for a while and the
 * files have kept their sizes and times. Other files do not count. A folder that is removed and made anew is followed.
 */
export async function watchFolder(folder: string, options: WatchOptions): Promise<FolderWatch> {
  const watch = new Watch(folder, options);
  await watch.start();
  return watch;
}

class Watch implements FolderWatch {
  readonly #folder: string;
  readonly #options: Required<WatchOptions>;
  #touched = new Set<string>();
  #isAnything = false;
  #watcher: FSWatcher | undefined;
  #identity = "";
  #quiet: NodeJS.Timeout | undefined;
  #check: NodeJS.Timeout | undefined;
  #waitingSince: number | undefined;
  #telling: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(folder: string, options: WatchOptions) {
    this.#folder = path.resolve(folder);
    this.#options = { quietMs: 300, checkMs: 2_000, ...options };
  }

  async start(): Promise<void> {
    this.#identity = await identityOf(this.#folder);
    await this.#listen();
    this.#checkLater();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#quiet);
    clearTimeout(this.#check);
    await this.#watcher?.close();
    await this.#telling;
  }

  async #listen(): Promise<void> {
    const { watch } = await import("chokidar");
    const root = await realpath(this.#folder);
    const watcher = watch(root, {
      ignoreInitial: true,
      // What is behind a link may be the whole computer. A document behind one is read again when it is asked for.
      followSymlinks: false,
      ignored: (place, stats) => !concerns(below(root, place), stats?.isFile()),
    });
    this.#watcher = watcher;
    watcher.on("all", (event, place) => {
      const isFolder = event === "addDir" || event === "unlinkDir";
      if (isFolder || concerns(below(root, place), true)) this.#touch(below(root, place));
    });
    watcher.on("error", (error) => this.#options.onProblem(describeError(error)));
    await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  }

  /** @param file below the folder; undefined: it may be anything */
  #touch(file: string | undefined): void {
    if (file === undefined) this.#isAnything = true;
    else this.#touched.add(file);
    this.#waitingSince ??= performance.now();
    this.#tellLater();
  }

  #tellLater(): void {
    if (this.#isClosed) return;
    clearTimeout(this.#quiet);
    const waited = performance.now() - (this.#waitingSince ?? performance.now());
    const ms = Math.max(0, Math.min(this.#options.quietMs, longestMs - waited));
    this.#quiet = setTimeout(() => {
      this.#telling = this.#telling.then(() => this.#tell());
    }, ms);
  }

  async #tell(): Promise<void> {
    if (this.#isClosed || this.#waitingSince === undefined) return;
    const isOverdue = performance.now() - this.#waitingSince >= longestMs;
    if (!isOverdue && !(await this.#isSettled())) return this.#tellLater();
    const touched = this.#isAnything ? "anything" : this.#touched;
    this.#touched = new Set();
    this.#isAnything = false;
    this.#waitingSince = undefined;
    await this.#options.onChange(touched);
  }

  /** Only compared for equality, so clocks and file times need not be right. */
  async #isSettled(): Promise<boolean> {
    const files = [...this.#touched];
    const before = await Promise.all(files.map((file) => stampOf(path.join(this.#folder, file))));
    await wait(Math.min(100, this.#options.quietMs));
    const after = await Promise.all(files.map((file) => stampOf(path.join(this.#folder, file))));
    return before.every((stamp, position) => stamp === after[position]);
  }

  #checkLater(): void {
    if (this.#isClosed) return;
    this.#check = setTimeout(() => {
      void this.#followFolder()
        .catch((error: unknown) => this.#options.onProblem(describeError(error)))
        .then(() => this.#checkLater());
    }, this.#options.checkMs);
    this.#check.unref();
  }

  /** A folder with the same name may be a different one, which is not being watched. */
  async #followFolder(): Promise<void> {
    const identity = await identityOf(this.#folder);
    if (identity === this.#identity || this.#isClosed) return;
    await this.#watcher?.close();
    if (identity !== "") await this.#listen();
    this.#identity = identity;
    if (this.#isClosed) await this.#watcher?.close();
    this.#touch(undefined);
  }
}

/** Path below a folder, with forward slashes. */
function below(root: string, place: string): string {
  return path.relative(root, place).split(path.sep).join("/");
}

/** Whether something below the folder is a document, says something of documents, or may hold some. */
function concerns(file: string, isFile: boolean | undefined): boolean {
  if (file === "" || file === sourcesFileName || isDocumentPath(file) || file.endsWith(entryEnding)) return true;
  return isFile !== true && mayHoldDocuments(file);
}

/** Which folder it is; empty where there is none. */
async function identityOf(folder: string): Promise<string> {
  const found = await stat(folder, { bigint: true }).catch(() => undefined);
  return found === undefined ? "" : `${found.dev} ${found.ino}`;
}

async function stampOf(file: string): Promise<string> {
  const found = await stat(file, { bigint: true }).catch(() => undefined);
  return found === undefined ? "" : `${found.ino} ${found.size} ${found.mtimeNs}`;
}
