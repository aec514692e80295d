/**
 * Tunes what was measured and not reasoned. `npm run tune -- ranking`: the ranking settings, on the judgments of the
 * seeds and, with `--xquad DIR --xquad-judgments FILE`, a converted XQuAD (`npm run convert-squad`), of which `--every N`
 * takes every Nth question. `npm run tune -- answering --set KIND=JUDGMENTS:DOCUMENTS …`: the confidence, the judge and
 * their thresholds; `--ablation` tells what each kind of evidence is worth, `--examples FILE` keeps what was asked.
 * Both write the files that the program reads; `--dry-run` writes nothing.
 */

import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { LanguageCode } from "../../src/documents/document.ts";
import { readForEvaluation, readJudgments } from "./evaluation-setup.ts";
import { parseSet } from "./tuning/answering/sets.ts";
import { tuneAnswering } from "./tuning/answering/tune-answering.ts";
import { type TuningSet, tuneRanking } from "./tuning/ranking.ts";

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
    seeds: { type: "string", default: "seeds" },
    judgments: {
      type: "string",
      multiple: true,
      default: ["tests/judgments/seeds.jsonl", "tests/judgments/seeds-second.jsonl"],
    },
    xquad: { type: "string", default: `${gold}/xquad` },
    "xquad-judgments": { type: "string", default: `${gold}/xquad.jsonl` },
    every: { type: "string", default: "8" },
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

if (positionals[0] === "ranking") await ranking();
else if (positionals[0] === "answering") {
  const sets = values.set.map(parseSet).filter(({ judgments, documents }) => {
    const isThere = existsSync(judgments) && existsSync(documents);
    if (!isThere) log(`${judgments} is not there and left out.`);
    return isThere;
  });
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

async function ranking(): Promise<void> {
  const seeds = await readForEvaluation(values.seeds);
  const judgments = values.judgments.flatMap(readJudgments);
  const hasXquad = existsSync(values.xquad) && existsSync(values["xquad-judgments"]);
  if (!hasXquad) log("XQuAD is not there: tuning on the judgments of the seeds alone.");
  const xquad = hasXquad ? await readForEvaluation(values.xquad) : undefined;
  const xquadJudgments = hasXquad ? readJudgments(values["xquad-judgments"]) : [];
  const some = (lang: LanguageCode) =>
    xquadJudgments
      .filter((judgment) => judgment.lang === lang)
      .filter((_, index) => index % Number(values.every) === 0);
  const sets: TuningSet[] = (["de", "en"] as const).map((lang) => ({
    name: `seeds ${lang}`,
    collection: seeds,
    judgments: judgments.filter((judgment) => judgment.lang === lang),
    weight: lang === "de" ? 2 : 1,
  }));
  if (xquad !== undefined) {
    for (const lang of ["de", "en"] as const)
      sets.push({ name: `XQuAD ${lang}`, collection: xquad, judgments: some(lang), weight: 1.5 });
  }
  const files = { settings: "src/search/settings/ranking-settings.ts", signals: "src/search/ranking/signals.ts" };
  await tuneRanking(sets, Number(values.rounds), values["dry-run"] ? undefined : files, log);
}
