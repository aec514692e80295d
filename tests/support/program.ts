import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const root = path.join(import.meta.dirname, "..", "..");

/** The built program where it is newer than its sources; else the sources, which start more slowly. */
const entry = isBuiltNow()
  ? [path.join(root, "dist", "main.js")]
  : ["--import", "tsx", path.join(root, "src", "main.ts")];

/**
 * The command and the arguments that run the real program.
 * @param preload a module that its process loads first
 */
export function programCommand(args: readonly string[], preload?: string): readonly [string, ...string[]] {
  const preloading = preload === undefined ? [] : ["--import", preload];
  return [process.execPath, ...preloading, ...entry, ...args];
}

/** Whether `dist` is of the sources as they are now. */
export function isBuiltNow(): boolean {
  const built = path.join(root, "dist", "main.js");
  if (!existsSync(built)) return false;
  const builtMs = statSync(built).mtimeMs;
  return readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" }).every(
    (file) => statSync(path.join(root, "src", file)).mtimeMs < builtMs,
  );
}

export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

export interface RunOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Close the reading end of standard output after the first piece. */
  readonly closeOutput?: boolean;
}

/** Runs the real program in a process of its own, with nothing of this process's settings. */
export function runFundstelle(
  args: readonly string[],
  { input = "", environment = {}, closeOutput }: RunOptions = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...entry, ...args], {
      cwd: root,
      env: { ...pick(process.env, ["PATH", "HOME", "SystemRoot"]), ...environment },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      stdout += piece;
      if (closeOutput === true) child.stdout.destroy();
    });
    child.stderr.setEncoding("utf8").on("data", (piece: string) => {
      stderr += piece;
    });
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ stdout, stderr, exitCode }));
    // A program that refuses its arguments does not wait for its input.
    child.stdin.on("error", () => child.stdin.destroy());
    child.stdin.end(input);
  });
}

function pick(environment: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** A folder that is gone after the tests. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

/** @param copyOf a folder whose files it begins with */
export function temporaryFolder(copyOf?: string): TemporaryFolder {
  const folder = mkdtempSync(path.join(tmpdir(), "fundstelle-"));
  if (copyOf !== undefined) cpSync(copyOf, folder, { recursive: true });
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
