import { execFileSync, type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, lstatSync, readdirSync } from "node:fs";
import path from "node:path";

export const root = path.join(import.meta.dirname, "..", "..");

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** Both streams. */
  readonly output: string;
}

export interface Where {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Runs npm as the one that runs these tests, with nothing of that one's settings. */
export function npm(args: readonly string[], where: Where): Ran {
  const { npm_execpath: program } = process.env;
  if (program === undefined) throw new Error("Run: npm run test:package");
  return node([program, ...args], where);
}

/** @param executable another Node than the one that runs these tests */
export function node(args: readonly string[], { cwd, environment, input }: Where, executable = process.execPath): Ran {
  return ranAs(
    spawnSync(executable, args, {
      cwd,
      encoding: "utf8",
      input: input ?? "",
      env: { ...bareEnvironment(), ...environment },
    }),
  );
}

function ranAs({ status, stdout, stderr, error }: SpawnSyncReturns<string>): Ran {
  if (error !== undefined) throw error;
  return { exitCode: status, stdout, output: `${stdout}\n${stderr}` };
}

/** What a person's shell has: no npm settings of an `npm run` that is under way, and none of the program's. */
function bareEnvironment(): Record<string, string> {
  const kept =
    /^(?:PATH|HOME|USERPROFILE|SystemRoot|TEMP|TMP|TMPDIR|APPDATA|LOCALAPPDATA|https?_proxy|no_proxy|.*_CERTS?|.*_CERT_FILE)$/i;
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined && kept.test(name) ? [[name, value]] : [],
    ),
  );
}

/** The files of the project as a clone has them, with what is not committed yet. */
export function cloneInto(folder: string): void {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  for (const file of listed.toString("utf8").split("\0")) {
    if (file === "" || lstatSync(path.join(root, file), { throwIfNoEntry: false }) === undefined) continue;
    cpSync(path.join(root, file), path.join(folder, file));
  }
}

/** What the files below a folder take on a disk with blocks of 4 KiB, in MB (10⁶ bytes). */
export function megabytesOf(folder: string): number {
  const blockBytes = 4096;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.map((entry) => lstatSync(path.join(entry.parentPath, entry.name)).size);
  return bytes.reduce((sum, size) => sum + Math.ceil(size / blockBytes) * blockBytes, 0) / 1e6;
}

/** Every file below a folder, with the time of its last change. */
export function contentsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => `${file} ${lstatSync(path.join(folder, file)).mtimeMs}`)
    .sort();
}
