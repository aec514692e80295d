/**
 * Prints passages drawn at random as people read them, for judging whether each can be understood by itself and says
 * anything: `npm run passages:sample -- FOLDER --seed 1 --count 100`. Above each stands its small print, below it where
 * it is from.
 */
import { parseArgs } from "node:util";
import fc from "fast-check";
import { z } from "zod";
import { linesAbove } from "../../src/answering/shown/lines-above.ts";
import { shownText } from "../../src/answering/shown/shown-text.ts";
import { openCollection, readForEvaluation } from "./evaluation-setup.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: "string", default: "1" }, count: { type: "string", default: "100" } },
});
const { seed, count } = z
  .object({ seed: z.coerce.number().int().min(0), count: z.coerce.number().int().min(1) })
  .parse(values);
const [folder = "seeds"] = positionals;
const { index } = openCollection(await readForEvaluation(folder));
const every = index.documents().flatMap(({ metadata }) => [...index.passagesOf(metadata.key)]);
const [drawn = []] = fc.sample(fc.shuffledSubarray(every, { minLength: Math.min(count, every.length) }), {
  numRuns: 1,
  seed,
});
const passages = await index.fetch(drawn.slice(0, count));
const blocks = passages.map(({ document, passage, text, around }, at) => {
  const { file, metadata } = document;
  const quote = shownText({ file, kind: passage.kind, text, start: passage.range.start }).text;
  const above = linesAbove({ file, around }).map((line) => `    ${line}\n`);
  const source = [metadata.title, ...passage.headingPath].join(" › ");
  return `── ${at + 1} ──\n${above.join("")}${quote}\n    — ${source} (${file})\n`;
});
process.stdout.write(blocks.join("\n"));
