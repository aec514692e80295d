import { readLexicon } from "../src/analysis/lexicon/read-lexicon.ts";
import { readArguments } from "./arguments.ts";
import { checks } from "./checks/checks.ts";
import { describe, type Happened } from "./history/event.ts";
import { runSeed } from "./run-seed.ts";

const usage = `npm run simulate -- --seeds 1000 [--from 1] [--minutes 10]   many seeds; those that fail are named
npm run simulate -- --seed 123 [--minutes 10]              one seed, with its history
`;

/** The command line. @returns the exit code: 1 where a seed fails, 2 where it is used wrongly */
export async function main(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (options === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const { seeds, minutes, isReplay } = options;
  process.setSourceMapsEnabled(true);
  const lexicon = readLexicon();
  let failed = 0;
  const sums: Sums = { asked: 0, shown: 0, faults: 0 };
  for (const seed of seeds) {
    const events = await runSeed(seed, { minutes, lexicon });
    if (isReplay) tell(events);
    count(events, sums);
    const findings = checks.flatMap((check) => check(events));
    if (findings.length === 0) continue;
    failed++;
    print(`Seed ${seed} fails. Again, with its history: npm run simulate -- --seed ${seed} --minutes ${minutes}`);
    for (const { rule, at, what } of findings) print(`  ${rule}, ${(at / 1000).toFixed(3)} s: ${what}`);
  }
  print(
    `${seeds.length} seeds of ${minutes} minutes, ${failed} failed: ${sums.asked} asked, ${sums.shown} shown, ${sums.faults} faults`,
  );
  return failed === 0 ? 0 : 1;
}

interface Sums {
  asked: number;
  shown: number;
  faults: number;
}

function count(events: readonly Happened[], sums: Sums): void {
  for (const { kind } of events) {
    if (kind === "asked") sums.asked++;
    else if (kind === "shown") sums.shown++;
    else if (kind === "fault") sums.faults++;
  }
}

/** The history, and beside it where logged errors come from. */
function tell(events: readonly Happened[]): void {
  for (const event of events) {
    print(describe(event));
    if (event.kind === "log" && event.trace !== undefined) process.stderr.write(`${event.trace}\n`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
