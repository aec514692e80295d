import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type EvidenceName, evidenceKinds } from "../../../../src/answering/judging/evidence/list.ts";
import { type Example, readExamples } from "./examples.ts";
import { confidenceIn, fitModels, type Models } from "./fit.ts";
import { logistic, logit } from "./logistic.ts";
import { renderFigures, renderReach } from "./report.ts";
import type { JudgedSet } from "./sets.ts";
import { calibrationFor, type Tried, thresholdsFor } from "./thresholds.ts";

const folds = 8;

export interface AnsweringTask {
  readonly sets: readonly JudgedSet[];
  /** Where examples are kept between runs; they are not read again where the file is there. */
  readonly cache: string | undefined;
  /** Whether to tell what each kind of evidence is worth. */
  readonly ablation: boolean;
  readonly isDryRun: boolean;
  /** How it was called, for the files that are written. */
  readonly command: string;
}

/**
 * Fits the confidence, the judge beside it, calibration, thresholds and the bar of further passages, and tells their
 * figures out of fold: whole collections and articles are left out together.
 */
export async function tuneAnswering(task: AnsweringTask, log: (line: string) => void): Promise<void> {
  const examples = await examplesOf(task, log);
  const raw = tryOut(examples);
  const calibration = calibrationFor(raw);
  const tried = raw.map(({ example, confidence }) => ({
    example,
    confidence: logistic(calibration.slope * logit(confidence) + calibration.offset),
  }));
  const thresholds = thresholdsFor(tried);
  const fitted = fitModels(examples);
  const models: Models = { ...fitted, judge: { ...fitted.judge, calibration, ...thresholds } };
  log(renderFigures(tried, models.judge));
  if (task.ablation) tellReach(examples, log);
  if (task.isDryRun) return;
  const head = `/** Written by \`${task.command}\`. */`;
  writeModel("src/answering/judging/confidence-model.ts", `${head}\nexport const confidenceModel`, models.confidence);
  writeModel("src/answering/judging/judge-model.ts", `${head}\nexport const judgeModel`, models.judge);
}

async function examplesOf({ sets, cache }: AnsweringTask, log: (line: string) => void): Promise<Example[]> {
  if (cache !== undefined && existsSync(cache)) {
    return readFileSync(cache, "utf8")
      .trim()
      .split("\n")
      .map((line): Example => JSON.parse(line));
  }
  const examples = await readExamples(sets, log);
  if (cache !== undefined) writeFileSync(cache, examples.map((example) => `${JSON.stringify(example)}\n`).join(""));
  return examples;
}

/** The confidence of each example by models that know nothing of its collection or article. */
function tryOut(examples: readonly Example[], without: ReadonlySet<EvidenceName> = new Set()): Tried[] {
  const names = [...new Set(examples.map(({ fold }) => fold))].sort();
  const foldOf = new Map(names.map((name, index) => [name, index % folds]));
  const tried: Tried[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const isHere = (example: Example): boolean => foldOf.get(example.fold) === fold;
    const models = fitModels(
      examples.filter((example) => !isHere(example)),
      without,
    );
    for (const example of examples) {
      // Told apart from the rest only below: the bound of mismatches would hide what the sum says.
      if (isHere(example)) {
        tried.push({ example, confidence: confidenceIn({ ...example, hasMismatch: false }, models) });
      }
    }
  }
  return tried;
}

function tellReach(examples: readonly Example[], log: (line: string) => void): void {
  const all = evidenceKinds.map(({ name }) => name);
  const line = (label: string, without: readonly EvidenceName[]): void =>
    log(`${label.padEnd(28)} ${renderReach(tryOut(examples, new Set(without)))}`);
  line("nothing but the confidence", all);
  line("everything", []);
  for (const name of all) line(`without ${name}`, [name]);
}

function writeModel(file: string, head: string, model: object): void {
  const text = JSON.stringify(model, null, 2)
    .replace(/"(\w+)":/g, "$1:")
    .replace(/([^{,])\n(\s*)}/g, "$1,\n$2}");
  writeFileSync(file, `${head} = ${text};\n`);
}
