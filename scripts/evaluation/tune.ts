/**
 * Tunes what was measured and not reasoned: `npm run tune -- ranking` the ranking settings, `npm run tune -- confidence`
 * the model of confidence. Both write the file that the program reads. `--xquad DIR --xquad-judgments FILE` adds a
 * converted XQuAD (`npm run convert-squad`); `--every N` takes every Nth of its questions;
 * `--dry-run` writes nothing.
 */

import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { LanguageCode } from "../../src/documents/document.ts";
import { readForEvaluation, readJudgments } from "./evaluation-setup.ts";
import { tuneConfidence } from "./tuning/confidence.ts";
import { type TuningSet, tuneRanking } from "./tuning/ranking.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: "string", default: "seeds" },
    judgments: {
      type: "string",
      multiple: true,
      default: ["tests/judgments/seeds.jsonl", "tests/judgments/seeds-second.jsonl"],
    },
    xquad: { type: "string", default: "../shared/gold/xquad" },
    "xquad-judgments": { type: "string", default: "../shared/gold/xquad.jsonl" },
    every: { type: "string", default: "8" },
    rounds: { type: "string", default: "2" },
    "dry-run": { type: "boolean", default: false },
  },
});
const log = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const seeds = await readForEvaluation(values.seeds);
const judgments = values.judgments.flatMap(readJudgments);
const hasXquad = existsSync(values.xquad) && existsSync(values["xquad-judgments"]);
if (!hasXquad) log("XQuAD is not there: tuning on the judgments of the seeds alone.");
const xquad = hasXquad ? await readForEvaluation(values.xquad) : undefined;
const xquadJudgments = hasXquad ? readJudgments(values["xquad-judgments"]) : [];
const every = Number(values.every);
const some = (lang: LanguageCode) =>
  xquadJudgments.filter((judgment) => judgment.lang === lang).filter((_, index) => index % every === 0);

if (positionals[0] === "ranking") {
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
  await tuneRanking(
    sets,
    Number(values.rounds),
    values["dry-run"]
      ? undefined
      : { settings: "src/search/settings/ranking-settings.ts", signals: "src/search/ranking/signals.ts" },
    log,
  );
} else if (positionals[0] === "confidence") {
  await tuneConfidence(
    { seeds, judgments, xquad, xquadJudgments: [...some("de"), ...some("en")] },
    values["dry-run"] ? undefined : "src/answering/judging/confidence-model.ts",
    log,
  );
} else {
  log("Say what to tune: npm run tune -- ranking, or npm run tune -- confidence");
  process.exitCode = 2;
}
