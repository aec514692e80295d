/**
 * Whether what a question fixes to the letter comes first, on made-up values, a row for each kind:
 * `npm run evaluate:exactly -- [--rounds 125] [--seed 1] [--only WORDS] [--failures]`. A round is a small collection with
 * up to eight questions, so that 125 rounds ask for a thousand values.
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { askExactly } from "./exactly/ask-exactly.ts";
import { exactKinds } from "./exactly/kinds.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "125" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    failures: { type: "boolean", default: false },
  },
});
const { rounds, seed, only, failures } = z
  .object({
    rounds: z.coerce.number().int().positive(),
    seed: z.coerce.number().int(),
    only: z.string(),
    failures: z.boolean(),
  })
  .parse(values);

const share = (part: number, of: number): string => (part === of ? "all" : String(part));
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

print("| kind | asked | first | answered | neighbours asked | sure |");
print("| --- | --- | --- | --- | --- | --- |");
for (const kind of exactKinds.filter(({ name }) => name.includes(only))) {
  const { name, asked, first, answered, neighbours, sure, failures: wrong } = await askExactly(kind, rounds, seed);
  const row = [name, asked, share(first, asked), share(answered, asked), neighbours, sure === 0 ? "none" : sure];
  print(`| ${row.join(" | ")} |`);
  if (failures) for (const failure of wrong) print(`  ${failure}`);
}
