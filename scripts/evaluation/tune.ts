/**
 * Tunes what was measured and not reasoned, on judged questions (`--set KIND=JUDGMENTS:DOCUMENTS …`; those that are missing
 * are left out). `npm run tune -- ranking`: the ranking settings and the signals' weights, `--rounds 0` for the figures
 * alone, `--every N` for every Nth question of XQuAD, `--sections N` for sections of up to N characters as passages.
 * `npm run tune -- answering`: the confidence, the judge and their
 * thresholds, `--examples FILE` keeps what was asked. `--ablation` tells what each part is worth. Both write the files that
 * the program reads; `--dry-run` writes nothing.
 */

import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseSet } from "./tuning/answering/sets.ts";
import { tuneAnswering } from "./tuning/answering/tune-answering.ts";
import { tuneRanking } from "./tuning/ranking/tune-ranking.ts";

const gold = "../shared/gold";
const realCollections = ["carpentries", "evcc", "gemischt", "papermc", "regeln", "trpc"];
/** The public sets are described in docs/QUALITY.md; those that are missing are left out. */
const defaultSets = [
  "seeds=tests/judgments/seeds.jsonl:seeds",
  "seeds=tests/judgments/seeds-second.jsonl:seeds",
  ...realCollections.map((name) => `real=${gold}/real/${name}/questions.jsonl:${gold}/real/${name}/seeds`),
  `xquad=${gold}/xquad.jsonl:${gold}/xquad`,
  `pairs=${gold}/close-dev.jsonl:${gold}/xquad`,
  `traps=${gold}/squad2/questions.jsonl:${gold}/squad2/seeds`,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: "string", default: "8" },
    sections: { type: "string", default: "0" },
    rounds: { type: "string", default: "2" },
    set: { type: "string", multiple: true, default: defaultSets },
    examples: { type: "string" },
    ablation: { type: "boolean", default: false },
    "dry-run": { type: "boolean", default: false },
  },
});
const log = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const sets = values.set.map(parseSet).filter(({ judgments, documents }) => {
  const isThere = existsSync(judgments) && existsSync(documents);
  if (!isThere) log(`${judgments} is not there and left out.`);
  return isThere;
});

if (positionals[0] === "ranking") {
  const files = { settings: "src/search/settings/ranking-settings.ts", signals: "src/search/ranking/signals.ts" };
  await tuneRanking(
    {
      sets: sets.filter(({ kind }) => kind !== "pairs" && kind !== "traps"),
      every: Number(values.every),
      sectionChars: Number(values.sections),
      rounds: Number(values.rounds),
      ablation: values.ablation,
      files: values["dry-run"] ? undefined : files,
    },
    log,
  );
} else if (positionals[0] === "answering") {
  await tuneAnswering(
    {
      sets,
      cache: values.examples,
      ablation: values.ablation,
      isDryRun: values["dry-run"],
      command: "npm run tune -- answering",
    },
    log,
  );
} else {
  log("Say what to tune: npm run tune -- ranking, or npm run tune -- answering");
  process.exitCode = 2;
}
