/**
 * Fuzzing by hand, longer than the tests do: `npm run fuzz -- --minutes 60`. Every round has another seed; a failure
 * prints it, and `--seed` repeats it.
 */
import { parseArgs } from "node:util";
import { fuzzTargets } from "../tests/fuzz/targets.ts";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "60" }, seed: { type: "string", default: String(Date.now() % 1e9) } },
});
const endAt = performance.now() + Number(values.minutes) * 60_000;
const roundMs = 20_000;
/** A target that ran no test at all would count as failed. */
const leastMs = 2000;

let rounds = 0;
for (let seed = Number(values.seed); rounds === 0 || performance.now() < endAt; seed++, rounds++) {
  for (const target of fuzzTargets) {
    process.stdout.write(`seed ${seed}: ${target.name}\n`);
    await target.check({
      seed,
      runs: 1_000_000,
      endAfterMs: Math.max(leastMs, Math.min(roundMs, endAt - performance.now())),
    });
  }
}
process.stdout.write(`${rounds} rounds, nothing found\n`);
