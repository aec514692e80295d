/**
 * Fuzzing by hand, longer than the tests do: `npm run fuzz -- --minutes 60`. Every round has another seed. What is found
 * is printed with its seed and its input, cut down to what is needed, and the run goes on; `--seed` repeats a round. An
 * input that hangs the program ends it: the line before names round and target.
 */
import { setImmediate as turn } from "node:timers/promises";
import { parseArgs } from "node:util";
import { describeError } from "../src/errors.ts";
import { watchForHangs } from "../src/observability/hang-watch.ts";
import { fuzzTargets } from "../tests/fuzz/targets.ts";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "60" }, seed: { type: "string", default: String(Date.now() % 1e9) } },
});
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const endAt = performance.now() + Number(values.minutes) * 60_000;
const roundMs = 20_000;
/** A target that ran no test at all would count as failed. */
const leastMs = 2000;
const hangs = watchForHangs({ seconds: 120, onFailure: (error) => print(describeError(error)) });

let rounds = 0;
let found = 0;
for (let seed = Number(values.seed); rounds === 0 || performance.now() < endAt; seed++, rounds++) {
  for (const target of fuzzTargets) {
    print(`seed ${seed}: ${target.name}`);
    // Targets that wait for nothing would look like one long computation.
    await turn();
    const endAfterMs = Math.max(leastMs, Math.min(roundMs, endAt - performance.now()));
    try {
      await target.check({ seed, runs: 1_000_000, endAfterMs });
    } catch (error) {
      found++;
      const cause = error instanceof Error && error.cause !== undefined ? `: ${describeError(error.cause)}` : "";
      print(`FOUND with seed ${seed} in ${target.name}${cause}\n${describeError(error)}`);
    }
  }
}
await hangs.stop();
print(`${rounds} rounds, ${found === 0 ? "nothing" : found} found`);
process.exitCode = found === 0 ? 0 : 1;
