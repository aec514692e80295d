import { readFileSync, writeFileSync } from "node:fs";
import { candidateLimit } from "../../../src/answering/ask.ts";
import { share } from "../../../src/evaluation/figures.ts";
import type { Judgment } from "../../../src/evaluation/judgments.ts";
import { seededRandom } from "../../../src/evaluation/perturb.ts";
import { createFlexSearchIndex } from "../../../src/search/flexsearch-index.ts";
import { IndexData } from "../../../src/search/index/index-data.ts";
import { IndexWriter } from "../../../src/search/index/index-writer.ts";
import { rank } from "../../../src/search/ranking/rank.ts";
import { type Signal, signals } from "../../../src/search/ranking/signals.ts";
import { rankingSettings } from "../../../src/search/settings/ranking-settings.ts";
import type { RankingSettings } from "../../../src/search/settings/weights.ts";
import type { Collection } from "../evaluation-setup.ts";

/** Questions on one collection that count together. */
export interface TuningSet {
  readonly name: string;
  readonly collection: Collection;
  readonly judgments: readonly Judgment[];
  /** How much the set's mean counts. */
  readonly weight: number;
}

interface PreparedQuestion {
  readonly set: number;
  readonly fold: number;
  readonly judgment: Judgment;
  /** Passages of the judged paragraphs. */
  readonly gold: ReadonlySet<number>;
}

/** A number among the settings that may be changed, and what it may become. */
interface Knob {
  readonly name: string;
  readonly values: readonly number[];
  get(tuned: Tuned): number;
  set(tuned: Tuned, value: number): Tuned;
}

/** Everything that is tuned: the settings of retrieval, and the signals with their weights. */
interface Tuned {
  readonly settings: RankingSettings;
  readonly signals: readonly Signal[];
}

const folds = 5;

function alternative(kind: keyof RankingSettings["alternatives"], values: readonly number[]): Knob {
  return {
    name: kind,
    values,
    get: ({ settings }) => settings.alternatives[kind],
    set: ({ settings, signals }, value) => ({
      settings: { ...settings, alternatives: { ...settings.alternatives, [kind]: value } },
      signals,
    }),
  };
}

function plain(
  name:
    | "partInPassage"
    | "priorPassages"
    | "secondStep"
    | "relatedTranslation"
    | "relatedPart"
    | "relatedSpelling"
    | "untranslated"
    | "mostAlternatives",
  values: readonly number[],
): Knob {
  return {
    name,
    values,
    get: ({ settings }) => settings[name],
    set: ({ settings, signals }, value) => ({ settings: { ...settings, [name]: value }, signals }),
  };
}

/** The weights of all signals but the first, which the others are measured by. */
function signalWeights(values: readonly number[]): Knob[] {
  return signals.slice(1).map(({ name }) => ({
    name: `signal ${name}`,
    values,
    get: (tuned) => tuned.signals.find((signal) => signal.name === name)?.weight ?? 0,
    set: (tuned, weight) => ({
      ...tuned,
      signals: tuned.signals.map((signal) => (signal.name === name ? { ...signal, weight } : signal)),
    }),
  }));
}

/** Coarse steps on purpose: finer ones would follow the questions. */
const knobs: readonly Knob[] = [
  alternative("family", [0.6, 0.7, 0.8, 0.9]),
  alternative("synonym", [0.3, 0.4, 0.5, 0.6, 0.7]),
  alternative("role", [0.2, 0.4, 0.6]),
  alternative("narrower", [0.1, 0.2, 0.3, 0.45]),
  alternative("broader", [0.1, 0.15, 0.25]),
  alternative("spelling", [0.7, 0.8, 0.9]),
  alternative("part", [0.2, 0.3, 0.4, 0.5]),
  plain("partInPassage", [0.35, 0.5, 0.65, 0.8]),
  plain("priorPassages", [60, 120, 240, 480]),
  plain("secondStep", [0, 0.3, 0.45, 0.6, 0.75]),
  plain("relatedTranslation", [0, 0.2, 0.4, 0.6]),
  plain("relatedPart", [0, 0.25, 0.5, 0.75]),
  plain("relatedSpelling", [0, 0.7, 0.85, 1]),
  plain("untranslated", [0.1, 0.3, 0.5]),
  plain("mostAlternatives", [24, 40, 60]),
  ...signalWeights([0.1, 0.25, 0.5, 0.6, 0.75, 0.9, 1.2]),
];

/** What a position is worth: mostly how high it is, and a little that the answer shows it at all. */
function gainOf(position: number): number {
  return position < 0 || position > 9 ? 0 : 0.7 / (position + 1) + (position < 3 ? 0.3 : 0);
}

/** Settings with the position of the right passage for every question. */
interface Trial {
  readonly tuned: Tuned;
  readonly positions: Int16Array;
}

/**
 * Looks for better settings by changing one knob at a time, and tells what the choice is worth on questions that had
 * no part in it: for each fold, the best of all settings tried is chosen on the other folds. Folds are whole documents.
 * @param files are written; nothing is where they are undefined
 */
export async function tuneRanking(
  sets: readonly TuningSet[],
  rounds: number,
  files: { readonly settings: string; readonly signals: string } | undefined,
  log: (line: string) => void,
): Promise<void> {
  const prepared = sets.map((set, index) => prepare(set, index));
  const questions = prepared.flatMap((set) => set.questions);
  const trials: Trial[] = [];
  const worthOf = (positions: Int16Array, use: (fold: number) => boolean = () => true): number =>
    objective(sets, questions, positions, use);
  const run = async (tuned: Tuned): Promise<Trial> => {
    const trial = { tuned, positions: await positionsWith(prepared, questions.length, tuned) };
    trials.push(trial);
    return trial;
  };
  const start = await run({ settings: rankingSettings, signals });
  let best = start;
  log(`start ${worthOf(start.positions).toFixed(4)}`);
  const random = seededRandom(1);
  for (let round = 0; round < rounds; round++) {
    const shuffled = [...knobs].map((knob) => ({ knob, order: random() })).sort((a, b) => a.order - b.order);
    for (const { knob } of shuffled) {
      for (const value of knob.values) {
        if (value === knob.get(best.tuned)) continue;
        const trial = await run(knob.set(best.tuned, value));
        // Less is noise on so few questions.
        if (worthOf(trial.positions) <= worthOf(best.positions) + 0.001) continue;
        best = trial;
        log(`round ${round + 1}: ${knob.name} = ${value}: ${worthOf(trial.positions).toFixed(4)}`);
      }
    }
  }
  const outOfFold = new Int16Array(questions.length);
  for (let fold = 0; fold < folds; fold++) {
    const isOther = (other: number): boolean => other !== fold;
    const chosen = trials.reduce((a, b) => (worthOf(b.positions, isOther) > worthOf(a.positions, isOther) ? b : a));
    questions.forEach((question, at) => {
      if (question.fold === fold) outOfFold[at] = chosen.positions[at] ?? -1;
    });
  }
  const values = [start.positions, best.positions, outOfFold].map((positions) => worthOf(positions).toFixed(4));
  log(`tried ${trials.length} settings; start ${values[0]}, best ${values[1]}, out of fold ${values[2]}`);
  log("out of fold            n   R@1  R@3  R@10  R@1's 95 % interval");
  sets.forEach((set, index) => {
    const own = [...outOfFold].filter((_, at) => questions[at]?.set === index);
    const within = (k: number) => share(own.filter((position) => position >= 0 && position < k).length, own.length);
    const [one, three, ten] = [within(1), within(3), within(10)];
    log(
      `${set.name.padEnd(20)}${String(own.length).padStart(4)}  ${[one, three, ten].map(({ value }) => value.toFixed(2)).join("  ")}   [${one.low.toFixed(2)}, ${one.high.toFixed(2)}]`,
    );
  });
  if (files === undefined) return;
  writeSettings(files.settings, best.tuned.settings);
  writeWeights(files.signals, best.tuned.signals);
}

async function positionsWith(
  prepared: readonly ReturnType<typeof prepare>[],
  count: number,
  { settings, signals }: Tuned,
): Promise<Int16Array> {
  const positions = new Int16Array(count);
  let at = 0;
  for (const set of prepared) {
    const index = createFlexSearchIndex(set.data, set.lexicon, { read: async () => [] }, settings);
    for (const question of set.questions) {
      const query = index.prepare(question.judgment.question, question.judgment.lang);
      const { candidates } = await index.retrieve(query, { limit: candidateLimit });
      positions[at++] = rank(candidates, query, index.document, signals).findIndex((hit) => question.gold.has(hit.id));
    }
  }
  return positions;
}

/** The mean gain of each set, weighted by the sets' weights, over the questions of the folds that are used. */
function objective(
  sets: readonly TuningSet[],
  questions: readonly PreparedQuestion[],
  positions: Int16Array,
  use: (fold: number) => boolean,
): number {
  let sum = 0;
  let weights = 0;
  sets.forEach((set, index) => {
    let total = 0;
    let n = 0;
    questions.forEach((question, at) => {
      if (question.set !== index || !use(question.fold)) return;
      total += gainOf(positions[at] ?? -1);
      n++;
    });
    if (n === 0) return;
    sum += (set.weight * total) / n;
    weights += set.weight;
  });
  return weights === 0 ? 0 : sum / weights;
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
    (text, { name, weight }) => text.replace(new RegExp(`(name: "${name}", weight: )[\\d.]+`), `$1${weight}`),
    readFileSync(file, "utf8"),
  );
  writeFileSync(file, source);
}

function prepare(
  set: TuningSet,
  index: number,
): { data: IndexData; lexicon: Collection["lexicon"]; questions: PreparedQuestion[] } {
  const { lexicon, documents } = set.collection;
  const data = new IndexData();
  const writer = new IndexWriter(data, lexicon);
  const ids: { file: string; paragraph: string; id: number }[] = [];
  for (const input of documents) {
    for (const passage of input.passages) {
      const paragraph =
        input.document.paragraphs.find(({ number }) => number === passage.paragraph)?.range ?? passage.range;
      ids.push({
        file: input.document.file,
        paragraph: input.document.canonicalText.slice(paragraph.start, paragraph.end),
        id: ids.length,
      });
    }
    writer.addDocument(input);
  }
  writer.finish();
  const files = documents.map((input) => input.document.file);
  const questions = set.judgments
    .filter(({ answerable }) => answerable)
    .map((judgment): PreparedQuestion => {
      const gold = ids.filter(({ file, paragraph }) =>
        judgment.gold.some((snippet) => snippet.doc === file && paragraph.includes(snippet.contains)),
      );
      return {
        set: index,
        fold: Math.max(0, files.indexOf(judgment.gold[0]?.doc ?? "")) % folds,
        judgment,
        gold: new Set(gold.map(({ id }) => id)),
      };
    });
  return { data, lexicon, questions };
}
