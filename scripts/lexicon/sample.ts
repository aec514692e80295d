/** Prints entries of the lexicon drawn at random, for reading: `npm run lexicon:sample -- --seed 1 --count 100`. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { sampleEntries } from "../../lexicon-checks/sample.ts";
import { readLexiconSources } from "../../src/analysis/lexicon/read-lexicon.ts";

const { values } = parseArgs({
  options: { seed: { type: "string", default: "1" }, count: { type: "string", default: "100" } },
});
const { seed, count } = z
  .object({ seed: z.coerce.number().int().min(0), count: z.coerce.number().int().min(1) })
  .parse(values);
const folder = fileURLToPath(new URL("../../src/analysis/", import.meta.url));
const lines = sampleEntries(readLexiconSources(folder), seed, count).map(
  ({ path, line, text }) => `${path}:${line}  ${text}\n`,
);
process.stdout.write(lines.join(""));
