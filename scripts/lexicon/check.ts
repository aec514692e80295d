/**
 * Finds malformed, duplicate, contradictory and doubtful entries of the lexicon: `npm run lexicon:check [-- --rule RULE]`.
 * Ends with exit code 1 where there are errors; doubtful entries are for a reader to look at.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { checkLexicon } from "../../lexicon-checks/check.ts";
import { createLexicon } from "../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon, readLexiconSources } from "../../src/analysis/lexicon/read-lexicon.ts";

const { values } = parseArgs({ options: { rule: { type: "string" } } });
const folder = fileURLToPath(new URL("../../src/analysis/", import.meta.url));
const { entries, findings } = checkLexicon(readLexiconSources(folder), createLexicon(readLexicon()));
const shown = findings.filter(({ rule, severity }) =>
  values.rule === undefined ? severity === "error" : rule === values.rule,
);
const lines = shown.map(({ path, line, rule, text }) => `${path}:${line}: ${rule}: ${text}\n`);

const counts = new Map<string, number>();
for (const { severity, rule } of findings)
  counts.set(`${severity}: ${rule}`, (counts.get(`${severity}: ${rule}`) ?? 0) + 1);
for (const [name, count] of [...counts].sort()) lines.push(`${String(count).padStart(6)}  ${name}\n`);
const doubtful = findings.filter(({ severity }) => severity === "doubtful").length;
const errors = findings.length - doubtful;
lines.push(
  `${entries} entries, ${errors} errors, ${doubtful} doubtful (${((100 * doubtful) / entries).toFixed(1)} %)\n`,
);
process.stdout.write(lines.join(""));
if (errors > 0) process.exitCode = 1;
