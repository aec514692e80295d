/**
 * How good the answers are, on judged questions: `npm run evaluate -- --judgments FILE --seeds DIR`. Asks the program
 * with its command `evaluate`, and shows all figures. What only developers try is done here: `--unit paragraph`,
 * `--remove article|paragraph`, `--without LIST`, `--lexicon FILE`, `--language de|en`, `--perturb KIND`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { lexiconLists } from "../../src/analysis/lexicon/lexicon.ts";
import { withoutUmlauts, withTypingErrors } from "../../src/evaluation/perturb.ts";
import { type EvaluationReport, makeReport, renderReport } from "../../src/evaluation/report.ts";
import {
  evaluateOn,
  evaluateWithoutArticle,
  evaluateWithoutParagraph,
  readForEvaluation,
  readJudgments,
} from "./evaluation-setup.ts";

const { values } = parseArgs({
  options: {
    judgments: { type: "string", default: "tests/judgments/seeds.jsonl" },
    seeds: { type: "string", default: "seeds" },
    unit: { type: "string", default: "passage" },
    remove: { type: "string" },
    without: { type: "string", default: "" },
    lexicon: { type: "string" },
    perturb: { type: "string", default: "none" },
    language: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const options = z
  .object({
    judgments: z.string(),
    seeds: z.string(),
    unit: z.enum(["passage", "paragraph"]),
    remove: z.enum(["article", "paragraph"]).optional(),
    without: z.string().transform((list) => z.array(z.enum(lexiconLists)).parse(list === "" ? [] : list.split(","))),
    lexicon: z.string().optional(),
    perturb: z.enum(["none", "typing-errors", "umlauts-written-out", "umlauts-dropped"]),
    language: z.enum(["de", "en"]).optional(),
    json: z.boolean(),
  })
  .parse(values);

const isPlain =
  options.unit === "passage" &&
  options.remove === undefined &&
  options.without.length === 0 &&
  options.lexicon === undefined &&
  options.perturb === "none" &&
  options.language === undefined;

/** What `fundstelle evaluate --json` prints, with an index of its own. */
function askProgram(): EvaluationReport {
  const index = mkdtempSync(path.join(tmpdir(), "evaluate-"));
  const main = path.join(import.meta.dirname, "..", "..", "src", "main.ts");
  const args = ["evaluate", "--json", "--seeds", options.seeds, "--index", index, options.judgments];
  const run = spawnSync(process.execPath, ["--import", "tsx", main, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  rmSync(index, { recursive: true, force: true });
  if (run.status !== 0) process.exit(run.status ?? 1);
  return JSON.parse(run.stdout);
}

const perturbations = {
  none: (question: string) => question,
  "typing-errors": withTypingErrors(2),
  "umlauts-written-out": withoutUmlauts("written-out"),
  "umlauts-dropped": withoutUmlauts("dropped"),
};
const judgments = readJudgments(options.judgments)
  .filter(({ lang }) => options.language === undefined || lang === options.language)
  .map((judgment) => ({ ...judgment, question: perturbations[options.perturb](judgment.question) }));
const started = performance.now();

async function tried(): Promise<EvaluationReport> {
  const collection = await readForEvaluation(options.seeds, options.without, options.lexicon);
  const evaluateCollection =
    options.remove === "article"
      ? evaluateWithoutArticle
      : options.remove === "paragraph"
        ? evaluateWithoutParagraph
        : evaluateOn;
  return makeReport(await evaluateCollection(collection, judgments, options.unit));
}

const report = isPlain ? askProgram() : await tried();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(
  options.json
    ? `${JSON.stringify(report)}\n`
    : `${judgments.length} questions on ${options.seeds}, ${seconds} s\n\n${renderReport(report)}\n`,
);
