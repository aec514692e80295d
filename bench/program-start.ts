import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How many starts the benchmark takes the best of. */
export const benchStarts = 15;

/** Wall times in milliseconds, one a run. */
export interface ProgramStarts {
  readonly firstAnswers: readonly number[];
  /** Node alone, doing nothing. */
  readonly runtime: readonly number[];
}

/**
 * Starts the built program for one question on the seeds, again and again; the index is there.
 * @param root the project's folder
 * @returns undefined where the program is not built
 * @throws Error where the program fails
 */
export function measureProgramStarts(root: string, runs: number): ProgramStarts | undefined {
  const program = join(root, "dist", "main.js");
  if (!existsSync(program)) return undefined;
  const index = mkdtempSync(join(tmpdir(), "fundstelle-cold-"));
  try {
    const ask = [program, "ask", "Wer ist Su Mi Terry?", "--index", index];
    wallMs(root, ask);
    return {
      firstAnswers: Array.from({ length: runs }, () => wallMs(root, ask)),
      runtime: Array.from({ length: runs }, () => wallMs(root, ["--eval", "0"])),
    };
  } finally {
    rmSync(index, { recursive: true, force: true });
  }
}

function wallMs(root: string, args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...args], { cwd: root, encoding: "utf8" });
  const elapsed = performance.now() - started;
  if (status !== 0) throw new Error(`The program ended with ${status}: ${stderr}`);
  return elapsed;
}
