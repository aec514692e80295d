import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { certaintyOf } from "../../../../src/answering/judging/confidence/confidence.ts";
import { type EvidenceName, evidenceKinds } from "../../../../src/answering/judging/evidence/list.ts";
import { barOf, fitAdditional, tryAdditional } from "./additional-passages.ts";
import { type Example, readExamples } from "./examples.ts";
import { confidenceIn, fitModels, type LeftOut, type Models, nothingLeftOut } from "./fit.ts";
import { folds, inFold } from "./folds.ts";
import { tryCues } from "./question-cues.ts";
import { renderAdditional, renderFigures, renderReach } from "./report.ts";
import type { JudgedSet } from "./sets.ts";
import { calibratedBy, calibrationFor, type Tried, thresholdsFor } from "./thresholds.ts";

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
 * Fits the confidence, the judge beside it, calibration, thresholds and the bar of additional passages, and tells their
 * figures out of fold: whole collections and articles are left out together.
 */
export async function tuneAnswering(task: AnsweringTask, log: (line: string) => void): Promise<void> {
  const examples = await examplesOf(task, log);
  const raw = tryOut(examples);
  const calibration = calibrationFor(raw);
  const tried = calibratedBy(raw, calibration);
  const thresholds = thresholdsFor(tried);
  const { confidence, judge } = fitModels(examples);
  const bars = { ...judge, calibration, ...thresholds };
  const additional = tryAdditional(tried, (one) => certaintyOf(one.confidence, one.example, bars) !== "none");
  const least = barOf(additional);
  const models: Models = { confidence, judge: { ...bars, additional: fitAdditional(tried, least) } };
  log(renderFigures(tried, models.judge));
  log(renderAdditional(additional, least));
  if (task.ablation) tellReach(examples, log);
  if (task.isDryRun) return;
  const head = `/** Written by \`${task.command}\`. */`;
  writeModel("confidence", "ConfidenceModel", head, models.confidence);
  writeModel("judge", "JudgeModel", head, models.judge);
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
function tryOut(examples: readonly Example[], leftOut: LeftOut = nothingLeftOut): Tried[] {
  const isInFold = inFold(examples);
  const tried: Tried[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const isHere = (example: Example): boolean => isInFold(example, fold);
    const models = fitModels(
      examples.filter((example) => !isHere(example)),
      leftOut,
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

/** Evidence that is about the same. */
const groups: Readonly<Record<string, readonly EvidenceName[]>> = {
  coverage: ["sentenceCoverage", "nearCoverage", "thingCoverage", "heldTogether"],
  "what is missing": ["missingWord", "missingShare"],
  "title and headings": ["contextCoverage", "lineCoverage"],
  "the kind asked for": ["missingKind", "kindNearby", "kindAmid", "kindNamed", "counted", "attributeNamed", "formTold"],
  numbers: ["otherNumber", "missingNumber", "numbersAlone"],
  names: ["nameCoverage", "otherName", "otherPartOfName"],
  negation: ["missingNegation"],
  opposites: ["opposite", "oppositeInPassage", "sister"],
  "roles and speakers": ["turnedRole", "otherSpeaker"],
  "what only asks": ["onlyAsks"],
  "to the letter": ["unmetConstraint"],
};

function tellReach(examples: readonly Example[], log: (line: string) => void): void {
  const all = evidenceKinds.map(({ name }) => name);
  const line = (label: string, leftOut: Partial<LeftOut>): void =>
    log(`${label.padEnd(30)} ${renderReach(tryOut(examples, { ...nothingLeftOut, ...leftOut }))}`);
  log(`${"the question alone (kept out)".padEnd(30)} ${renderReach(tryCues(examples))}`);
  line("found by, without evidence", { evidence: new Set(all) });
  line("evidence, without found by", { seesFound: false });
  line("everything", {});
  for (const [label, names] of Object.entries(groups)) line(`without ${label}`, { evidence: new Set(names) });
}

function writeModel(name: string, type: string, head: string, model: object): void {
  const text = JSON.stringify(model, null, 2)
    .replace(/"(\w+)":/g, "$1:")
    .replace(/([^{[,\s])(?=\n\s*[}\]])/g, "$1,");
  const lines = [
    `import type { ${type} } from "./model.ts";`,
    "",
    head,
    `export const ${name}Model: ${type} = ${text};`,
    "",
  ];
  writeFileSync(`src/answering/judging/confidence/${name}-model.ts`, lines.join("\n"));
}
