/** How long the built program takes from its start to its first answer on the seeds: `npx tsx bench/cold-start.ts [runs]`. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const program = join(root, "dist", "main.js");
const runs = Math.max(3, Number(process.argv[2] ?? 15));
const index = mkdtempSync(join(tmpdir(), "fundstelle-cold-"));

/** The best of several runs says most on a machine that others use as well. */
function wallMs(args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...args], { cwd: root, encoding: "utf8" });
  const elapsed = performance.now() - started;
  if (status !== 0) throw new Error(`The program ended with ${status}: ${stderr}`);
  return elapsed;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

try {
  const ask = [program, "ask", "Wer ist Su Mi Terry?", "--index", index];
  wallMs(ask);
  const answers = Array.from({ length: runs }, () => wallMs(ask));
  const empty = Array.from({ length: runs }, () => wallMs(["--eval", "0"]));
  const line = (name: string, values: readonly number[]) =>
    `${name.padEnd(24)} best ${Math.min(...values).toFixed(0)} ms, median ${median(values).toFixed(0)} ms\n`;
  process.stdout.write(line("first answer", answers) + line("the runtime alone", empty));
} finally {
  rmSync(index, { recursive: true, force: true });
}
