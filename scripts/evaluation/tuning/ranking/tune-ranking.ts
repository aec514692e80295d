import { readFileSync, writeFileSync } from "node:fs";
import { seededRandom } from "../../../../src/evaluation/perturb.ts";
import { type Signal, signals } from "../../../../src/search/ranking/signals.ts";
import { rankingSettings } from "../../../../src/search/settings/ranking-settings.ts";
import type { RankingSettings } from "../../../../src/search/settings/weights.ts";
import type { JudgedSet, SetKind } from "../answering/sets.ts";
import { knobs, parts, type Tuned } from "./knobs.ts";
import { type Places, type PreparedQuestion, placesWith, prepareSets } from "./positions.ts";
import { renderDifference, renderPositions, renderReading } from "./report.ts";

export interface RankingTask {
  readonly sets: readonly JudgedSet[];
  /** Of XQuAD's questions, so manyeth are taken. */
  readonly every: number;
  /** Paragraphs of one section are one passage up to so many characters; 0 as the program does it. */
  readonly sectionChars: number;
  /** How often all knobs are turned; 0 tells the figures of the settings as they are. */
  readonly rounds: number;
  /** Whether to turn off each part of the ranking, one after the other, to see what it is worth. */
  readonly ablation: boolean;
  /** Are written; nothing is where they are undefined. */
  readonly files: { readonly settings: string; readonly signals: string } | undefined;
}

/** Folds are whole collections; the seeds and XQuAD, which are one collection each, are left out by document, in so many. */
const documentFolds = 5;

/** How much the mean of a kind of sets counts: collections as people have them most. */
const weights: Readonly<Record<SetKind, number>> = { real: 3, seeds: 2, xquad: 1.5, pairs: 0, traps: 0 };

/** What a position is worth: mostly how high it is, and a little that the answer shows it at all. */
function gainOf(position: number): number {
  return position < 0 || position > 9 ? 0 : 0.7 / (position + 1) + (position < 3 ? 0.3 : 0);
}

/** Settings with what came out for every question. */
interface Trial extends Places {
  readonly tuned: Tuned;
}

/**
 * Looks for better settings by changing one knob at a time, and tells what the choice is worth on collections that had
 * no part in it: for each fold, the best of all settings tried is chosen on the other folds.
 */
export async function tuneRanking(task: RankingTask, log: (line: string) => void): Promise<void> {
  const prepared = await prepareSets(task.sets, task.every, task.sectionChars);
  const questions = prepared.flatMap((set) => set.questions);
  const run = async (tuned: Tuned): Promise<Trial> => ({ tuned, ...(await placesWith(prepared, tuned)) });
  const start = await run({ settings: rankingSettings, signals });
  log(`as it is: ${worthOf(questions, start.positions).toFixed(4)}`);
  log(renderPositions(questions, start.positions));
  log(renderReading(questions, start.firstChars));
  if (task.ablation) {
    log("\nwithout a part: questions more or fewer with their passage first, and among the first three");
    for (const knob of parts) {
      const { positions } = await run(knob.set(start.tuned, knob.values[0] ?? 0));
      log(`${knob.name.padEnd(44)} ${renderDifference(questions, start.positions, positions)}`);
    }
  }
  if (task.rounds === 0) return;
  const { best, trials } = await climb(start, run, questions, task.rounds, log);
  const outOfFold = chosenWithout(questions, trials);
  const values = [start.positions, best.positions, outOfFold].map((positions) =>
    worthOf(questions, positions).toFixed(4),
  );
  log(`\ntried ${trials.length} settings; as it is ${values[0]}, best ${values[1]}, out of fold ${values[2]}`);
  log(`out of fold:\n${renderPositions(questions, outOfFold)}`);
  if (task.files === undefined) return;
  writeSettings(task.files.settings, best.tuned.settings);
  writeWeights(task.files.signals, best.tuned.signals);
}

async function climb(
  start: Trial,
  run: (tuned: Tuned) => Promise<Trial>,
  questions: readonly PreparedQuestion[],
  rounds: number,
  log: (line: string) => void,
): Promise<{ best: Trial; trials: Trial[] }> {
  const trials = [start];
  const random = seededRandom(1);
  let best = start;
  for (let round = 0; round < rounds; round++) {
    const shuffled = knobs.map((knob) => ({ knob, order: random() })).sort((a, b) => a.order - b.order);
    for (const { knob } of shuffled) {
      for (const value of knob.values) {
        if (value === knob.get(best.tuned)) continue;
        const trial = await run(knob.set(best.tuned, value));
        trials.push(trial);
        // Less is noise on so few questions.
        if (worthOf(questions, trial.positions) <= worthOf(questions, best.positions) + 0.001) continue;
        best = trial;
        log(`round ${round + 1}: ${knob.name} = ${value}: ${worthOf(questions, trial.positions).toFixed(4)}`);
      }
    }
  }
  return { best, trials };
}

/** The position of every question with the settings that were best on all other collections. */
function chosenWithout(questions: readonly PreparedQuestion[], trials: readonly Trial[]): Int16Array {
  const foldOf = foldsOf(questions);
  const positions = new Int16Array(questions.length);
  for (const fold of new Set(foldOf.values())) {
    const isOther = (question: PreparedQuestion): boolean => foldOf.get(question.fold) !== fold;
    const worth = new Map(trials.map((trial) => [trial, worthOf(questions, trial.positions, isOther)]));
    const chosen = trials.reduce((a, b) => ((worth.get(b) ?? 0) > (worth.get(a) ?? 0) ? b : a));
    questions.forEach((question, at) => {
      if (!isOther(question)) positions[at] = chosen.positions[at] ?? -1;
    });
  }
  return positions;
}

function foldsOf(questions: readonly PreparedQuestion[]): ReadonlyMap<string, string> {
  const folds = new Map<string, string>();
  for (const { kind, fold } of questions) {
    if (!folds.has(fold)) folds.set(fold, kind === "real" ? fold : `${kind} ${folds.size % documentFolds}`);
  }
  return folds;
}

/** The mean gain of each kind of sets, weighted, over the questions that are used. */
function worthOf(
  questions: readonly PreparedQuestion[],
  positions: Int16Array,
  use: (question: PreparedQuestion) => boolean = () => true,
): number {
  const sums = new Map<SetKind, { total: number; n: number }>();
  questions.forEach((question, at) => {
    if (!use(question)) return;
    const sum = sums.get(question.kind) ?? { total: 0, n: 0 };
    sum.total += gainOf(positions[at] ?? -1);
    sum.n++;
    sums.set(question.kind, sum);
  });
  let [worth, weight] = [0, 0];
  for (const [kind, { total, n }] of sums) {
    worth += (weights[kind] * total) / n;
    weight += weights[kind];
  }
  return weight === 0 ? 0 : worth / weight;
}

function writeSettings(file: string, settings: RankingSettings): void {
  const body = JSON.stringify(settings, null, 2)
    .replace(/"(\w+)":/g, "$1:")
    .replace(/([^{,[])\n(\s*)}/g, "$1,\n$2}");
  writeFileSync(
    file,
    `import type { RankingSettings } from "./weights.ts";\n\n/** The settings that the program ranks with. Written by \`npm run tune -- ranking\`. */\nexport const rankingSettings: RankingSettings = ${body};\n`,
  );
}

/** Each signal's weight stands beside its name. */
function writeWeights(file: string, tuned: readonly Signal[]): void {
  const source = tuned.reduce(
    (text, { name, weight }) => text.replace(new RegExp(`(name: "${name}",\\s+weight: )[\\d.]+`), `$1${weight}`),
    readFileSync(file, "utf8"),
  );
  writeFileSync(file, source);
}
