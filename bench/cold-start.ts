/** How long the built program takes from its start to its first answer on the seeds: `npx tsx bench/cold-start.ts [runs]`. */
import { fileURLToPath } from "node:url";
import { benchStarts, measureProgramStarts } from "./program-start.ts";

const starts = measureProgramStarts(
  fileURLToPath(new URL("..", import.meta.url)),
  Math.max(3, Number(process.argv[2] ?? benchStarts)),
);
if (starts === undefined) {
  process.stderr.write("The program is not built. Run: npm run build\n");
  process.exitCode = 1;
} else {
  print("first answer", starts.firstAnswers);
  print("the runtime alone", starts.runtime);
}

/** The best of several runs says most on a machine that others use as well. */
function print(name: string, values: readonly number[]): void {
  const median = [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  process.stdout.write(
    `${name.padEnd(24)} best ${Math.min(...values).toFixed(0)} ms, median ${median.toFixed(0)} ms\n`,
  );
}
