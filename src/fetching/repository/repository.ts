import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { anySignal } from "../../any-signal.ts";
import { AppError, isMissing } from "../../errors.ts";
import { publicAddressesOf } from "../web/checked-lookup.ts";
import { type GitOptions, requireGit, runGit } from "./git-program.ts";

export interface RepositoryOptions {
  readonly url: URL;
  /** Undefined: the one that is checked out by default. */
  readonly branch: string | undefined;
  readonly dataFolder: string;
  readonly privateHosts: readonly string[];
  /** Of all that is fetched. */
  readonly mostBytes: number;
  /** What git needs of the environment: where programs are. */
  readonly programEnvironment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface RepositoryFile {
  readonly path: string;
  /** Names the content. */
  readonly blob: string;
  readonly bytes: number;
}

/** A repository as it was fetched; its files lie in git's own form, and nothing of it is run or checked out. */
export interface Repository {
  /** Ordinary files alone: no links, no other repositories. */
  files(): Promise<readonly RepositoryFile[]>;
  content(file: RepositoryFile): Promise<Buffer>;
  /** The day of each file's last change, where that is among the last commits. */
  lastChanges(): Promise<ReadonlyMap<string, string>>;
}

/** So that the days of last changes are known for what changes at all. */
const commits = 100;
const fetchedBranch = "refs/heads/fetched";
const watchMs = 200;

/** @throws AppError `usage`, `fetch-refused`, `fetch-failed` */
export async function fetchRepository(options: RepositoryOptions): Promise<Repository> {
  const { url, branch, dataFolder, signal, mostBytes, programEnvironment: environment } = options;
  if (branch !== undefined && (!/^\w[\w./-]{0,200}$/.test(branch) || branch.includes(".."))) {
    throw new AppError(
      "usage",
      `${JSON.stringify(branch)} is no name of a branch.`,
      "Name one, such as: --branch main",
    );
  }
  await requireGit({ signal, environment });
  const settings = await pinned(options);
  const name = createHash("sha256")
    .update(`${url.href} ${branch ?? ""}`)
    .digest("hex")
    .slice(0, 16);
  const folder = join(dataFolder, "fetched", `${name}.git`);
  await mkdir(folder, { recursive: true });
  await runGit(["init", "--quiet", "--bare", folder], { signal, environment });
  await removeLeft(folder);
  const from = branch === undefined ? "HEAD" : `refs/heads/${branch}`;
  const tooLarge = new AbortController();
  const watch = setInterval(() => {
    void packedBytes(folder).then((bytes) => bytes > mostBytes && tooLarge.abort());
  }, watchMs);
  const flags = ["--quiet", "--no-tags", "--no-recurse-submodules", "--update-shallow", `--depth=${commits}`];
  try {
    await runGit(["-C", folder, "fetch", ...flags, "--", url.href, `+${from}:${fetchedBranch}`], {
      signal: anySignal(signal, tooLarge.signal),
      environment,
      settings,
    });
  } catch (cause) {
    if (!tooLarge.signal.aborted) throw cause;
    await removeLeft(folder);
    const megabytes = Math.round(mostBytes / 1e6);
    throw new AppError("fetch-failed", `It is larger than ${megabytes} MB.`, "Allow more: --most-megabytes-in-all", {
      cause,
    });
  } finally {
    clearInterval(watch);
  }
  return openRepository(folder, { signal, environment });
}

function openRepository(folder: string, options: GitOptions): Repository {
  const git = (args: readonly string[], mostBytes?: number) =>
    runGit(["-C", folder, ...args], { ...options, ...(mostBytes === undefined ? {} : { mostBytes }) });
  return {
    async files() {
      const listed = (await git(["ls-tree", "-r", "-z", "-l", fetchedBranch])).toString("utf8").split("\0");
      return listed.flatMap((line) => {
        const [, blob, bytes, path] = /^100(?:644|755) blob ([0-9a-f]{40,64}) +(\d+)\t(.+)$/s.exec(line) ?? [];
        return blob === undefined || path === undefined ? [] : [{ path, blob, bytes: Number(bytes) }];
      });
    },
    content: ({ blob, bytes }) => git(["cat-file", "blob", blob], bytes + 1),
    async lastChanges() {
      const unknown = new Set((await textOf(join(folder, "shallow"))).split("\n"));
      const args = ["log", "-z", "--name-only", "--no-renames", "--format=%x01%H %cs", fetchedBranch];
      const changes = new Map<string, string>();
      let commit = "";
      let day = "";
      for (const token of (await git(args)).toString("utf8").split("\0")) {
        const text = token.replace(/^\n/, "");
        if (text.startsWith("\u0001")) [commit = "", day = ""] = text.slice(1).trim().split(" ");
        // What came before the oldest of these commits is not known, so it seems to have made every file.
        else if (text !== "" && !unknown.has(commit) && !changes.has(text)) changes.set(text, day);
      }
      return changes;
    },
  };
}

/** Names the addresses that git may connect to: those that were checked. @throws AppError `fetch-refused` */
async function pinned({ url, privateHosts }: RepositoryOptions): Promise<readonly string[]> {
  if (privateHosts.includes(url.host) || privateHosts.includes(url.hostname)) return [];
  const addresses = await publicAddressesOf(url);
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  const all = addresses.map(({ address, family }) => (family === 6 ? `[${address}]` : address)).join(",");
  return [`http.curloptResolve=${url.hostname}:${port}:${all}`];
}

/** What a git that was killed has left: locks, and packs without an end. */
async function removeLeft(folder: string): Promise<void> {
  const packs = join(folder, "objects", "pack");
  const unfinished = (await namesIn(packs)).filter((name) => name.startsWith("tmp_")).map((name) => join(packs, name));
  const locks = ["shallow.lock", `${fetchedBranch}.lock`].map((name) => join(folder, name));
  await Promise.all([...unfinished, ...locks].map((file) => rm(file, { force: true })));
}

async function packedBytes(folder: string): Promise<number> {
  const packs = join(folder, "objects", "pack");
  const sizes = await Promise.all((await namesIn(packs)).map((name) => sizeOf(join(packs, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** A pack gets another name when it is whole. */
async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isMissing(error)) return "";
    throw error;
  }
}
